import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { WorkspaceQuery } from '#lib/server/workspace-sql.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { readContactList } from './contact-list.ts'
import { contactPageSql } from './contact-list-queries.ts'
import { prospectListOf } from './prospect-list.ts'
import { writeCursor } from './prospect-list-cursor.ts'
import { prospectPageSql } from './prospect-page-queries.ts'

const PROSPECTS = 12_000
/** What a page may touch, as with 100,000 rows: pages of 8 kB, in memory or not. */
const MOST_BUFFERS = 2_000

let client: pg.Client
let scope: WorkspaceScope

beforeAll(async () => {
  client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  scope = { ...(await aWorkspace('Plans')), now: new Date('2026-11-23T12:00:00Z') }
  await fill(scope)
}, 240_000)
afterAll(() => client.end())

describe('a page of prospects', () => {
  it.each([
    ['the first page', ''],
    ['the oldest first', 'sort=added'],
    ['by name', 'sort=name'],
    ['by name, backwards', 'sort=-name'],
    ['by last touch', 'sort=-touch'],
    ['by last touch, longest ago first', 'sort=touch'],
    ['by next touch', 'sort=next'],
    ['with people', 'columns=people,kind'],
    ['of a kind', 'kind=podcast'],
    ['of a stage', 'stage=talking'],
    ['of a stage nobody is at', 'stage=not-for-us'],
    ['of a stage, by name', 'stage=talking&sort=name'],
    ['of nobody', 'owner=nobody'],
    ['of a frequent tag', 'tag=big1&sort=name'],
    ['of a rare tag', 'tag=t77'],
    ['of a tag that nobody has', 'tag=nothing'],
    ['of a tag and a stage', 'tag=tag7&stage=covered'],
    ['of two tags', 'tag=big1&tag=tag7&sort=-touch'],
    ['of a country', 'country=PT&sort=next'],
    ['of a language', 'language=pt'],
    ['overdue', 'next=overdue&sort=name'],
    ['due this week', 'next=week&sort=-touch'],
    ['with nothing due', 'next=none'],
    ['never touched', 'touched=never&sort=name'],
    ['touched of late', 'touched=within-30'],
    ['not touched for long', 'touched=over-365&sort=name'],
    ['with a link', 'link=yes&sort=name'],
    ['mentioned without a link', 'unlinked=yes'],
    ['never written to', 'contacted=never'],
    ['of a field of its own', 'f.rating=4&sort=name'],
    ['of a field of a middling size', 'f.readers.min=5990000&sort=name'],
    ['of a field between two sizes', 'f.readers.min=1000000&f.readers.max=1010000&sort=-touch'],
    ['of a field few are larger in', 'f.readers.max=-1'],
    ['of a field most are larger in', 'f.readers.min=5&sort=name'],
    ['of a day', 'f.met.after=2025-06-01&f.met.before=2025-06-03&sort=name'],
    ['of a field that holds rare words', 'f.notes.contains=Rare77 story'],
    ['of a field that holds frequent words', 'f.notes.contains=story&sort=name'],
    [
      'of a field that holds frequent words and ones nobody wrote',
      'f.notes.contains=story&f.readers.contains=zzz',
    ],
    ['of a field that holds a sign', 'f.notes.contains=-&sort=name'],
    ['of a field whose words stand in another field of all', 'f.readers.contains=story'],
    ['of a field left empty by most', 'f.met.is=empty&sort=name'],
    ['of a field left empty by nobody', 'f.notes.is=empty&sort=-touch'],
    ['of a field filled in by few', 'f.met.is=filled&sort=name'],
    ['of a field and a frequent tag', 'tag=big1&f.readers.min=5&sort=name'],
    ['of a field and a rare tag', 'tag=t77&f.notes.contains=story'],
    ['of a field and a frequent word', 'q=common&f.notes.contains=Rare77 story'],
    ['of a rare word', 'q=rare77'],
    ['of a word of middling use', 'q=mid7&sort=name'],
    ['of a word on every row', 'q=common'],
    ['of a word on every row, by name', 'q=common&sort=name'],
    ['of a frequent word and a stage', 'q=common&stage=talking'],
    ['of a frequent word and a rare tag', 'q=story&tag=t77'],
    ['of a frequent word and a date', 'q=common&next=overdue'],
    ['of the beginning of a word', 'q=gre'],
    ['of one letter', 'q=c'],
    ['of the inside of a word', 'q=arbour 1'],
    ['of a pasted address', 'q=https://www.blog777.example/post?a=1'],
    ['of a mail address', 'q=person1234@blog'],
    ['of a word nobody wrote', 'q=zzzznothing'],
    ['without a word', 'q=travel -linen'],
  ])('%s touches few pages of the database', async (_, query) => {
    await costsLittle(prospectPageSql(scope, prospectListOf(query)))
  })

  it('costs no more a thousand pages on', async () => {
    const first = await costsLittle(prospectPageSql(scope, prospectListOf('')))
    const { rows } = await client.query(
      'SELECT "id", "createdAt" FROM "Prospect" WHERE "workspaceId" = $1 ORDER BY "createdAt" DESC, "id" DESC OFFSET $2 LIMIT 1',
      [scope.workspaceId, PROSPECTS - 200],
    )
    const cursor = writeCursor('-added', { key: rows[0].createdAt.toISOString(), id: rows[0].id })
    for (const way of ['after', 'before']) {
      const far = await costsLittle(prospectPageSql(scope, prospectListOf(`${way}=${cursor}`)))
      expect(far).toBeLessThan(first + 60)
    }
  })
})

describe('a page of people', () => {
  it.each([
    ['by name', {}],
    ['of a frequent name', { q: 'ana' }],
    ['of one person', { q: 'Person777' }],
    ['of an address', { q: 'person777@' }],
    ['of nobody', { q: 'zzzznobody' }],
    ['of a tag nobody has', { tag: 'nothing' }],
  ])('%s touches few pages of the database', async (_, query) => {
    await costsLittle(contactPageSql(scope, readContactList(query)))
  })
})

/** @returns how many buffers the query touched */
async function costsLittle(query: WorkspaceQuery): Promise<number> {
  const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${query.text}`, [
    ...query.values,
  ])
  const plan = rows[0]['QUERY PLAN'][0].Plan as Record<string, number>
  const buffers = (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0)
  expect(buffers).toBeLessThanOrEqual(MOST_BUFFERS)
  expect(nodesOf(plan).filter((node) => /Seq Scan on (Prospect|Contact)/.test(node))).toEqual([])
  return buffers
}

function nodesOf(plan: Record<string, unknown>): string[] {
  const children = (plan.Plans as Record<string, unknown>[] | undefined) ?? []
  return [`${plan['Node Type']} on ${plan['Relation Name']}`, ...children.flatMap(nodesOf)]
}

async function fill({ workspaceId: w, memberId: m }: WorkspaceScope) {
  const run = (sql: string) => client.query(sql.replaceAll(':w', `'${w}'`).replaceAll(':m', `'${m}'`))
  const n = PROSPECTS
  await run(`INSERT INTO "Site" ("id", "workspaceId", "name", "ownerName", "domains", "brandNames", "peopleNames", "createdAt")
    VALUES ('site', :w, 'S', 'O', '{}', '{}', '{}', now())`)
  await run(`INSERT INTO "Campaign" ("id", "workspaceId", "siteId", "name", "route", "story", "createdAt")
    VALUES ('campaign', :w, 'site', 'C', 'product', '', now())`)
  await run(`INSERT INTO "Prospect" ("id", "workspaceId", "kind", "name", "homepage", "outletKey", "liveOutletKey", "note", "language",
      "tags", "custom", "country", "ownerId", "createdAt", "updatedAt", "lastTouchAt")
    SELECT 'p' || lpad(i::text, 35, '0'), :w, (ARRAY['blogger', 'journalist', 'podcast', 'directory', 'roundup'])[1 + r % 5],
      (ARRAY['Quiet', 'Green', 'Bright', 'Wild'])[1 + r % 4] || ' ' || (ARRAY['Trail', 'Garden', 'Harbour'])[1 + r % 3] || ' ' || i,
      'https://blog' || i || '.example/', 'blog' || i || '.example', 'blog' || i || '.example',
      'rare' || i % 400 || ' mid' || i % 50 || ' common story of travel', (ARRAY['en', 'de', 'pt-BR'])[1 + r % 3],
      ARRAY['tag' || r % 40, 'big' || r % 3, 't' || r % 500], jsonb_build_object('rating', r % 7, 'readers', r % 6000000, 'notes', 'Rare' || i % 400 || ' story - of travel')
        || CASE WHEN i % 13 = 0 THEN jsonb_build_object('met', (date '2025-01-01' + r % 365)::text) ELSE '{}' END, (ARRAY['PT', 'DE', NULL])[1 + r % 3],
      CASE WHEN r % 6 > 0 THEN :m END, timestamptz '2024-01-01' + i * interval '8 minutes', now(),
      CASE WHEN r % 3 = 0 THEN timestamptz '2025-01-01' + r * interval '5 minutes' END
    FROM (SELECT i, abs(hashint4(i)) AS r FROM generate_series(1, ${n}) i) g`)
  await run(`INSERT INTO "Contact" ("id", "workspaceId", "name", "createdAt", "updatedAt")
    SELECT 'c' || lpad(i::text, 35, '0'), :w, (ARRAY['Ana', 'Jo', 'Mara'])[1 + i % 3] || ' Person' || i, now(), now() FROM generate_series(1, ${n}) i`)
  await run(`INSERT INTO "Channel" ("id", "workspaceId", "contactId", "kind", "address", "addressKey", "createdAt")
    SELECT 'h' || i, :w, 'c' || lpad(i::text, 35, '0'), 'email', a, a, now()
    FROM (SELECT i, 'person' || i || '@blog' || i || '.example' AS a FROM generate_series(1, ${n}) i) g`)
  await run(`INSERT INTO "Affiliation" ("id", "workspaceId", "prospectId", "contactId")
    SELECT 'a' || i, :w, 'p' || lpad(i::text, 35, '0'), 'c' || lpad(i::text, 35, '0') FROM generate_series(1, ${n}) i`)
  await run(`INSERT INTO "Pitch" ("id", "workspaceId", "campaignId", "prospectId", "contactId", "channelId", "state", "subject", "body", "writerId",
      "sentAt", "createdAt", "updatedAt")
    SELECT 'pi' || i, :w, 'campaign', 'p' || lpad(k::text, 35, '0'), 'c' || lpad(k::text, 35, '0'), 'h' || k,
      (ARRAY['draft', 'sent', 'answered', 'closed'])[1 + i % 4], 'A carry-on', 'Sewn of linen', :m,
      CASE WHEN i % 4 > 0 THEN now() END, now(), now()
    FROM (SELECT i, 1 + (i * 7919) % ${n} AS k FROM generate_series(1, ${n / 2}) i) g`)
  await run(`INSERT INTO "FollowUp" ("id", "workspaceId", "pitchId", "number", "dueOn", "state")
    SELECT 'f' || i, :w, 'pi' || i, 1, date '2026-11-01' + i % 60, 'due' FROM generate_series(1, ${n / 2}) i WHERE i % 4 = 1`)
  await run(`INSERT INTO "Mention" ("id", "workspaceId", "siteId", "prospectId", "url", "urlKey", "liveUrlKey", "provenance", "outcome",
      "recordedById", "createdAt", "updatedAt")
    SELECT 'm' || i, :w, 'site', 'p' || lpad((1 + (i * 104729) % ${n})::text, 35, '0'), u, u, u, 'earned',
      (ARRAY['linked', 'mentioned-unlinked', 'lost'])[1 + i % 3], :m, now(), now()
    FROM (SELECT i, 'https://x.example/' || i AS u FROM generate_series(1, ${n / 4}) i) g`)
  await client.query(
    'VACUUM ANALYZE "Prospect", "ProspectSearch", "ProspectValue", "Contact", "Channel", "Affiliation"',
  )
}
