import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stageOf } from '#lib/domain/prospect-stage.ts'
import { deleteWorkspaceRows } from '#lib/features/workspaces/delete-workspace-rows.ts'
import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { verifyChains } from '../verify-evidence/verify-chains.ts'
import { LARGE_TABLES } from './large-tables.ts'
import { seedLarge } from './seed-large.ts'

const OPTIONS = {
  seed: 3,
  slug: 'large-for-test',
  scale: 0.005,
  today: new Date('2026-11-20T12:00:00Z'),
  password: 'only for this test',
}

describe('a large workspace, at a two-hundredth', () => {
  let client: pg.Client
  let made: Awaited<ReturnType<typeof seedLarge>>
  beforeAll(async () => {
    client = new pg.Client({ connectionString: settings().databaseUrl })
    await client.connect()
    made = await seedLarge(client, OPTIONS)
  })
  afterAll(() => client?.end())

  it('has what was promised of each', () => {
    expect(made.counts).toMatchObject({ Prospect: 500, Contact: 750, Pitch: 300, Mention: 200 })
    for (const table of LARGE_TABLES) {
      const least = table === 'Suppression' || table === 'OutcomeDecision' ? 0 : 100
      expect(made.counts[table], table).toBeGreaterThanOrEqual(least)
    }
  })

  it('is made whole or not at all, and not twice', async () => {
    await expect(seedLarge(client, OPTIONS)).rejects.toThrow(/unique/)
    const { rows } = await client.query(
      'SELECT count(*)::int AS n FROM "Prospect" WHERE "workspaceId" = $1',
      [made.workspaceId],
    )
    expect(rows[0].n).toBe(500)
  })

  it('has mentions whose chains of looks verify', async () => {
    const broken: unknown[] = []
    const counts = await verifyChains({ workspaceSlug: OPTIONS.slug }, (chain) => broken.push(chain))
    expect(broken).toEqual([])
    expect(counts.looks).toBe(made.counts.LinkCheck)
  })

  it('has conversations that could be: one open per outlet, nothing sent before it was written', async () => {
    const pitches = await databaseAcrossWorkspaces().pitch.findMany({
      where: { workspaceId: made.workspaceId },
      include: { messages: true, readingNote: true },
    })
    for (const pitch of pitches) {
      expect(pitch.readingNote?.prospectId).toBe(pitch.prospectId)
      if (pitch.sentAt) expect(pitch.sentAt.getTime()).toBeGreaterThanOrEqual(pitch.createdAt.getTime())
      expect(pitch.messages.some(({ purpose }) => purpose === 'first')).toBe(pitch.sentAt !== null)
      if (pitch.state === 'answered') expect(pitch.answeredAt).not.toBeNull()
      if (pitch.state === 'closed') expect(pitch.closedReason).not.toBeNull()
    }
  })

  it('shows every stage an outlet can be in', async () => {
    const prospects = await databaseAcrossWorkspaces().prospect.findMany({
      where: { workspaceId: made.workspaceId },
      include: { pitches: true, _count: { select: { readingNotes: true, mentions: true } } },
    })
    const stages = prospects.map(({ notForUsAt, pitches, _count }) =>
      stageOf({
        setAsideAt: notForUsAt,
        readingNoteCount: _count.readingNotes,
        mentionCount: _count.mentions,
        pitches: pitches
          .filter(({ sentAt }) => sentAt)
          .map(({ state, sentAt }) => ({ state: state as 'sent', sentAt })),
      }),
    )
    // What the database keeps on the row is what follows from the rows that hang on it.
    expect(prospects.map(({ stage }) => stage)).toEqual(stages)
    expect(prospects.map(({ mentionCount }) => mentionCount)).toEqual(
      prospects.map(({ _count }) => _count.mentions),
    )
    expect([...new Set(stages)].sort()).toEqual([
      'covered',
      'not-for-us',
      'pitched',
      'read',
      'resting',
      'talking',
      'to-read',
    ])
  })

  it('is the same again from the same seed, ids and hashes too, and another from another', async () => {
    const before = await fingerprint(client, made.workspaceId)
    await inTransaction((tx) => deleteWorkspaceRows(tx, made.workspaceId))
    await client.query(`DELETE FROM "User" WHERE "email" LIKE '%@${OPTIONS.slug}.example'`)
    const again = await seedLarge(client, OPTIONS)
    expect(await fingerprint(client, again.workspaceId)).toBe(before)
    const other = await seedLarge(client, { ...OPTIONS, seed: 4, slug: 'large-other' })
    expect(await fingerprint(client, other.workspaceId)).not.toBe(before)
  })
})

/** One hash over every row of the workspace, in the order of the ids. */
async function fingerprint(client: pg.Client, workspaceId: string): Promise<string> {
  const hash = createHash('sha256')
  for (const table of [...LARGE_TABLES, 'Member', 'Site', 'Campaign', 'Tag', 'CustomField']) {
    const { rows } = await client.query(
      `SELECT md5(string_agg(t::text, '|' ORDER BY "id")) AS sum FROM "${table}" t WHERE "workspaceId" = $1`,
      [workspaceId],
    )
    hash.update(`${table}:${rows[0].sum}`)
  }
  return hash.digest('hex')
}
