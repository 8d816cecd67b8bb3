import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPitchGround } from '#lib/testing/a-pitch.ts'
import { plansOf } from '#lib/testing/page-plans.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { findCandidates, tellWhichMatter } from './candidate-queries.ts'

const PITCHES = 60_000
/** Blocks of 8 KiB that one query may touch, in memory or not. The table of pitches alone has thousands. */
const MOST_BUFFERS = 1_500

let ours: WorkspaceScope

beforeAll(async () => {
  ours = await aWorkspace('Ours')
  await fill(ours)
}, 240_000)

describe('among 60,000 pitches', () => {
  it('a hundred headers are asked about without reading them all', async () => {
    const mails = Array.from({ length: 100 }, (_, number) => ({
      ids: [`<m${number * 500 + 1}@ours.test>`, `<other${number}@gmail.com>`],
      sender:
        number % 2
          ? `person${number * 500 + 1}@house${number * 500 + 1}.test`
          : `stranger${number}@gmail.com`,
      house: `house${number * 500 + 1}.test`,
      subjects: [`letter ${number * 500 + 1}`, `order ${number}`],
    }))
    const plans = await plansOf(async () => {
      expect((await tellWhichMatter(ours, mails)).every(Boolean)).toBe(true)
    })
    // A hundred mails at once: each of their traits is one step down an index.
    for (const { sql, buffers, plan } of plans)
      expect(buffers, `${sql}\n${plan}`).toBeLessThan(8 * MOST_BUFFERS)
  })

  it.each([
    ['its thread', { ids: ['<m777@ours.test>'], addressKeys: [], house: null, subjects: [] }],
    ['its sender', { ids: [], addressKeys: ['person777@house777.test'], house: null, subjects: [] }],
    ['its house', { ids: [], addressKeys: [], house: 'house777.test', subjects: [] }],
    ['its subject', { ids: [], addressKeys: [], house: null, subjects: ['letter 777'] }],
  ])('one is found by %s', async (_, traits) => {
    const plans = await plansOf(async () => {
      expect((await findCandidates(ours, traits)).map(({ id }) => id)).toContain('pitch-777')
    })
    for (const { sql, buffers, plan } of plans) expect(buffers, `${sql}\n${plan}`).toBeLessThan(MOST_BUFFERS)
  })

  it('a subject and a house that everybody has lead to few', async () => {
    const traits = { ids: [], addressKeys: [], house: 'common.test', subjects: ['the same'] }
    const plans = await plansOf(async () => {
      expect((await findCandidates(ours, traits)).length).toBeLessThanOrEqual(60)
    })
    for (const { sql, buffers, plan } of plans)
      expect(buffers, `${sql}\n${plan}`).toBeLessThan(2 * MOST_BUFFERS)
  })
})

/** Rows without what hangs on them: only what a mail is matched by. */
async function fill(scope: WorkspaceScope) {
  const { workspaceId, memberId } = scope
  const { campaign, prospect } = await aPitchGround(scope)
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  await client.query('SET session_replication_role = replica')
  const of = `FROM generate_series(1, ${PITCHES}) n`
  // Every tenth is at one large house, and has a subject that many have.
  const host = `CASE WHEN n % 10 = 0 THEN 'common.test' ELSE 'house' || n || '.test' END`
  await client.query(
    `INSERT INTO "Contact" ("id", "workspaceId", "name", "createdAt", "updatedAt")
     SELECT 'contact-' || n, $1, 'Person ' || n, now(), now() ${of}`,
    [workspaceId],
  )
  await client.query(
    `INSERT INTO "Channel" ("id", "workspaceId", "contactId", "kind", "address", "addressKey", "createdAt")
     SELECT 'channel-' || n, $1, 'contact-' || n, 'email', 'person' || n || '@' || ${host}, 'person' || n || '@' || ${host}, now() ${of}`,
    [workspaceId],
  )
  await client.query(
    `INSERT INTO "Pitch" ("id", "workspaceId", "campaignId", "prospectId", "contactId", "channelId", "state", "subject", "body", "writerId", "sentAt", "createdAt", "updatedAt")
     SELECT 'pitch-' || n, $1, $2, $3, 'contact-' || n, 'channel-' || n, 'sent', CASE WHEN n % 10 = 0 THEN 'The same' ELSE 'Letter ' || n END,
            repeat('Words of a letter. ', 40), $4, now() - n * interval '1 minute', now(), now() ${of}`,
    [workspaceId, campaign.id, prospect.id, memberId],
  )
  await client.query(
    `INSERT INTO "Message" ("id", "workspaceId", "pitchId", "contactId", "direction", "purpose", "via", "body", "at", "authorId", "onceKey", "mailIds")
     SELECT 'message-' || n, $1, 'pitch-' || n, 'contact-' || n, 'out', 'first', 'mailbox', 'Words', now(), $2, 'first:' || n,
            ARRAY['<m' || n || '@ours.test>'] ${of}`,
    [workspaceId, memberId],
  )
  await client.query('ANALYZE')
  await client.end()
}
