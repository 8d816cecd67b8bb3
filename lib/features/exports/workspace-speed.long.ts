import { beforeAll, expect, it } from 'vitest'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullBook } from '#lib/testing/a-full-book.ts'
import { mentionWithLooks } from '#lib/testing/a-look.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { broughtIn, exported } from '#lib/testing/workspace-zips.ts'

// As many as a tenth or a twentieth of a large workspace; the figures are told for 100,000 prospects.
const PROSPECTS = 5_000
const LARGE = 100_000
const ROWS_AT_ONCE = 1_000

let ours: WorkspaceScope

beforeAll(async () => {
  ours = await aWorkspace('Large')
  await fill(ours)
}, 300_000)

it('goes out and comes in within minutes when it is large', async () => {
  const factor = LARGE / PROSPECTS
  const start = performance.now()
  const zip = await exported(ours)
  const out = performance.now()
  const target = await aWorkspace('Copy')
  const batch = await broughtIn(target, zip)
  const back = performance.now()
  expect(batch).toMatchObject({ state: 'applied', failure: null })
  expect(
    await databaseAcrossWorkspaces().prospect.count({ where: { workspaceId: target.workspaceId } }),
  ).toBeGreaterThan(PROSPECTS)
  const rows = Object.values((batch.counts as { rows: Record<string, number> }).rows).reduce(
    (sum, each) => sum + each,
    0,
  )
  const told = [
    `${rows.toLocaleString('en')} rows, ${(zip.length / 1e6).toFixed(1)} MB`,
    `out ${seconds(out - start)}, in ${seconds(back - out)}`,
    `at ${LARGE.toLocaleString('en')} prospects: out ${seconds((out - start) * factor)}, in ${seconds((back - out) * factor)}`,
    `resident memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  ]
  console.log(told.join('\n'))
  expect((back - start) * factor).toBeLessThan(50 * 60_000)
}, 600_000)

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`
}

/** Per prospect 1.5 people with an address and its origin, 0.6 pitches with a letter, 0.4 mentions with two looks. */
async function fill(scope: WorkspaceScope) {
  const full = await aFullBook(scope, 'Large')
  const { workspaceId, memberId, now } = scope
  const db = databaseAcrossWorkspaces()
  const times = { createdAt: now, updatedAt: now }
  const id = (kind: number, n: number) => `019d0000-000${kind}-7000-8000-${String(n).padStart(12, '0')}`
  const words = (n: number) => `${n} words about gear that lasts, read in spring and written down `.repeat(4)
  const tables: [count: number, write: (numbers: number[]) => Promise<unknown>][] = [
    [
      PROSPECTS,
      (ns) =>
        db.prospect.createMany({
          data: ns.map((n) => ({
            id: id(1, n),
            workspaceId,
            kind: 'blogger',
            name: `Blog ${n}`,
            homepage: `https://blog-${n}.test/`,
            outletKey: `blog-${n}.test`,
            liveOutletKey: `blog-${n}.test`,
            whyCare: words(n),
            tags: ['Gear'],
            ...times,
          })),
        }),
    ],
    [
      PROSPECTS * 1.5,
      (ns) =>
        db.contact.createMany({
          data: ns.map((n) => ({ id: id(2, n), workspaceId, name: `Person ${n}`, ...times })),
        }),
    ],
    [
      PROSPECTS * 1.5,
      (ns) =>
        db.affiliation.createMany({
          data: ns.map((n) => ({ workspaceId, prospectId: id(1, n % PROSPECTS), contactId: id(2, n) })),
        }),
    ],
    [
      PROSPECTS * 1.5,
      (ns) =>
        db.channel.createMany({
          data: ns.map((n) => ({
            id: id(3, n),
            workspaceId,
            contactId: id(2, n),
            kind: 'email',
            address: `p${n}@blog-${n}.test`,
            addressKey: `p${n}@blog-${n}.test`,
            createdAt: now,
          })),
        }),
    ],
    [
      PROSPECTS * 1.5,
      (ns) =>
        db.addressOrigin.createMany({
          data: ns.map((n) => ({
            workspaceId,
            channelId: id(3, n),
            page: `https://blog-${n}.test/about`,
            seenOn: now,
          })),
        }),
    ],
    [
      PROSPECTS * 0.6,
      (ns) =>
        db.pitch.createMany({
          data: ns.map((n) => ({
            id: id(4, n),
            workspaceId,
            campaignId: full.campaignId,
            prospectId: id(1, n),
            contactId: id(2, n),
            channelId: id(3, n),
            state: 'closed',
            closedReason: 'no-answer',
            body: words(n),
            writerId: memberId,
            ...times,
          })),
        }),
    ],
    [
      PROSPECTS * 0.6,
      (ns) =>
        db.message.createMany({
          data: ns.map((n) => ({
            workspaceId,
            pitchId: id(4, n),
            contactId: id(2, n),
            direction: 'out',
            purpose: 'first',
            via: 'copy',
            body: words(n),
            at: now,
            authorId: memberId,
            onceKey: `first:${id(4, n)}`,
          })),
        }),
    ],
    [
      PROSPECTS * 0.4,
      (ns) =>
        db.mention.createMany({
          data: ns.map((n) => ({
            id: id(5, n),
            workspaceId,
            siteId: full.siteId,
            prospectId: id(1, n),
            url: `https://blog-${n}.test/post`,
            urlKey: `blog-${n}.test/post`,
            liveUrlKey: `blog-${n}.test/post`,
            provenance: 'earned',
            outcome: 'linked',
            recordedById: memberId,
            lookCount: 2,
            ...times,
          })),
        }),
    ],
  ]
  for (const [count, write] of tables) {
    for (let from = 0; from < count; from += ROWS_AT_ONCE) {
      await write(Array.from({ length: Math.min(ROWS_AT_ONCE, count - from) }, (_, at) => from + at))
    }
  }
  // Looks like a real one's, from before the chain: its fields are what costs.
  const [look] = (await mentionWithLooks(scope, full.mentionId)).looks
  const {
    id: _,
    rawPage: __,
    fieldHashes,
    fieldSalts,
    ...rest
  } = look as NonNullable<typeof look> & { rawPage: unknown }
  const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))
  for (let from = 0; from < PROSPECTS * 0.8; from += ROWS_AT_ONCE) {
    const data = Array.from({ length: ROWS_AT_ONCE }, (_, at) => ({
      ...kept,
      ...{
        fieldHashes,
        fieldSalts,
        mentionId: id(5, Math.floor((from + at) / 2)),
        number: ((from + at) % 2) + 1,
      },
    }))
    await db.linkCheck.createMany({ data: data as never })
  }
}
