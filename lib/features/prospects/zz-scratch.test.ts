import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { it } from 'vitest'
import { PROSPECT_STAGES } from '#lib/domain/prospect-stage.ts'
import { PrismaClient } from '#lib/generated/prisma/client.ts'
import { settings } from '#lib/server/env.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { addCampaign } from '../campaigns/campaign-commands.ts'
import { addSite } from '../sites/site-commands.ts'
import { siteSchema } from '../sites/site-schema.ts'
import { searchContacts } from './contact-queries.ts'
import { readProspectList } from './prospect-list.ts'
import { listProspects, searchProspects } from './prospect-queries.ts'

it('is quick', { timeout: 300_000 }, async () => {
  const scope = await aWorkspace()
  const { siteId } = await addSite(
    scope,
    siteSchema.parse({ name: 'F', ownerName: 'I', domains: 'fernway.example', timeZone: 'UTC' }),
  )
  const { campaignId } = await addCampaign(scope, {
    name: 'C',
    siteId,
    route: 'product',
    story: 'S',
    targetUrls: [],
  })
  const c = new pg.Client({ connectionString: settings().databaseUrl })
  await c.connect()
  const w = scope.workspaceId
  const q = (sql: string) => c.query(sql)
  await q(`INSERT INTO "Prospect" (id,"workspaceId",kind,name,homepage,"outletKey","liveOutletKey","createdAt","updatedAt","lastTouchAt","notForUsAt","ownerId")
   SELECT 'p'||i,'${w}',(ARRAY['blogger','journalist','podcast'])[1+i%3], md5(i::text)||' blog '||i,'https://p'||i||'.example','p'||i||'.example','p'||i||'.example',now()-i*interval '1 minute',now(),CASE WHEN i%2=0 THEN now()-i*interval '2 minute' END,CASE WHEN i%20=0 THEN now() END,'${scope.memberId}' FROM generate_series(1,100000) i`)
  await q(
    `INSERT INTO "Contact" (id,"workspaceId",name,"createdAt","updatedAt") SELECT 'c'||i,'${w}','Person '||md5((i*7)::text),now(),now() FROM generate_series(1,100000) i`,
  )
  await q(
    `INSERT INTO "Affiliation" (id,"workspaceId","prospectId","contactId") SELECT 'a'||i,'${w}','p'||i,'c'||i FROM generate_series(1,100000) i`,
  )
  await q(
    `INSERT INTO "Channel" (id,"workspaceId","contactId",kind,address,"addressKey","createdAt") SELECT 'ch'||i,'${w}','c'||i,'email','a'||i||'@x.example','a'||i||'@x.example',now() FROM generate_series(1,100000) i`,
  )
  await q(
    `INSERT INTO "PageCopy" (id,"workspaceId",url,status,"requestedAt") VALUES ('pc','${w}','u','pasted',now())`,
  )
  await q(
    `INSERT INTO "ReadingNote" (id,"workspaceId","prospectId","pageCopyId",url,"authorId","createdAt","updatedAt") SELECT 'r'||i,'${w}','p'||i,'pc','u','${scope.memberId}',now(),now() FROM generate_series(1,60000) i`,
  )
  await q(
    `INSERT INTO "Pitch" (id,"workspaceId","prospectId","contactId","channelId","campaignId",state,"writerId","createdAt","updatedAt","sentAt") SELECT 'pi'||i,'${w}','p'||i,'c'||i,'ch'||i,'${campaignId}',(ARRAY['draft','sent','answered','closed'])[1+i%4],'${scope.memberId}',now(),now(),CASE WHEN i%4>0 THEN now() END FROM generate_series(1,40000) i`,
  )
  await q(
    `INSERT INTO "Mention" (id,"workspaceId","siteId","prospectId",url,"urlKey","liveUrlKey",provenance,outcome,"recordedById","createdAt","updatedAt") SELECT 'm'||i,'${w}','${siteId}','p'||(i*7),'u','k'||i,'k'||i,'earned','linked','${scope.memberId}',now(),now() FROM generate_series(1,5000) i`,
  )
  await q('ANALYZE')
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: settings().databaseUrl }),
    log: [{ emit: 'event', level: 'query' }],
  })
  const seen: { query: string; params: string; duration: number }[] = []
  client.$on('query', (e) => seen.push(e))
  ;(globalThis as any).rapportDatabase = { base: client, guarded: client }
  const time = async (label: string, run: () => Promise<unknown>) => {
    await run()
    seen.length = 0
    const t = performance.now()
    const r = (await run()) as { total?: number }
    for (const e of seen) {
      if (e.duration < 60) continue
      const plan = await c
        .query(
          'EXPLAIN (ANALYZE, COSTS OFF) ' + e.query,
          JSON.parse(e.params.replaceAll(/\bNone\b/g, 'null')),
        )
        .catch((x) => ({ rows: [{ 'QUERY PLAN': String(x) }] }))
      console.log(
        'SLOW',
        e.duration,
        e.query.slice(0, 2500),
        '\n',
        plan.rows.map((x: any) => x['QUERY PLAN']).join('\n'),
      )
    }
    console.log(label.padEnd(28), Math.round(performance.now() - t), 'ms', r?.total ?? '')
  }
  for (const query of [
    {},
    { page: '1900' },
    { sort: 'name' },
    { sort: '-touch' },
    { sort: 'touch' },
    { kind: 'podcast' },
    { q: 'person 1f3' },
    { q: 'blog' },
    { q: 'p4242.ex' },
    { q: 'zzzz' },
    ...PROSPECT_STAGES.map((stage) => ({ stage })),
    { stage: 'to-read', q: 'abc', sort: 'name' },
  ])
    await time(JSON.stringify(query), () => listProspects(scope, readProspectList(query)))
  await time('searchProspects', () => searchProspects(scope, 'abc', 6))
  await time('searchContacts', () => searchContacts(scope, 'abc', 6))
  await q(`SET log_min_duration_statement=0`)
  await c.end()
})
