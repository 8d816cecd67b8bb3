import { setImmediate } from 'node:timers/promises'
import type pg from 'pg'
import { insertRows } from './insert-rows.ts'
import { LARGE_TABLES, noRows, type TableRows } from './large-tables.ts'
import { makeMention } from './make-mentions.ts'
import { later, makeOutlet } from './make-outlet.ts'
import { makePitch } from './make-pitches.ts'
import { makeReading } from './make-reading.ts'
import { type Frame, openWorkspace } from './open-workspace.ts'
import { seededChoice } from './seeded-choice.ts'

export const LARGE_PROSPECTS = 100_000
const PROSPECTS_AT_ONCE = 2_000

/** What becomes of ten outlets: pitches and mentions each. In all six pitches and four mentions. */
const TEN_OUTLETS = [
  { pitches: 2, mentions: 1 },
  { pitches: 1, mentions: 1 },
  { pitches: 1, mentions: 1 },
  { pitches: 1, mentions: 0 },
  { pitches: 1, mentions: 0 },
  { pitches: 0, mentions: 1, isRead: true },
  { pitches: 0, mentions: 0, isRead: true },
  { pitches: 0, mentions: 0 },
  { pitches: 0, mentions: 0 },
  { pitches: 0, mentions: 0 },
] as const

export type LargeOptions = { seed: number; slug: string; scale: number; today: Date; password: string }

/**
 * Makes a workspace of 100,000 prospects (times `scale`), with their people, letters and mentions, in one transaction:
 * all of it or nothing. The same options make the same rows, ids too; only the owner's password is by chance.
 *
 * @returns how many rows stand in each table
 */
export async function seedLarge(client: pg.ClientBase, options: LargeOptions) {
  const total = Math.max(10, Math.round(LARGE_PROSPECTS * options.scale))
  const counts: Record<string, number> = {}
  await client.query('BEGIN')
  try {
    const frame = await openWorkspace(client, options)
    let writing: Promise<void> | null = null
    for (let from = 0; from < total; from += PROSPECTS_AT_ONCE) {
      const rows = await outletsFrom(frame, from, Math.min(from + PROSPECTS_AT_ONCE, total), total)
      await writing
      writing = write(client, rows, counts, isPowerOfFour(from / PROSPECTS_AT_ONCE + 1))
      // Whoever awaits it hears of its failure; until then it is nobody's.
      writing.catch(() => {})
    }
    await writing
    await client.query('COMMIT')
    return { counts, email: frame.email, workspaceId: frame.workspaceId }
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/** What prospects carry of the rows that hang on them is counted once they all stand there, not after each table. */
async function write(
  client: pg.ClientBase,
  rows: TableRows,
  counts: Record<string, number>,
  isToMeasure: boolean,
) {
  await client.query("SET LOCAL rapport.uncounted = 'on'")
  for (const table of LARGE_TABLES) {
    await insertRows(client, table, rows[table])
    counts[table] = (counts[table] ?? 0) + rows[table].length
  }
  // Planned for empty tables, counting would read each table through for every prospect.
  if (isToMeasure)
    await client.query(
      `ANALYZE ${LARGE_TABLES.map((table) => `"${table}"`).join(', ')}, "ProspectSearch", "ProspectValue"`,
    )
  await client.query("SET LOCAL rapport.uncounted = ''")
  const ids = rows.Prospect.map(({ id }) => id)
  await client.query('SELECT rapport_count_prospects($1), rapport_read_prospects($1)', [ids])
}

function isPowerOfFour(number: number): boolean {
  return Number.isInteger(Math.log2(number) / 2)
}

/** Pauses between tens, so that the rows before are written meanwhile. */
async function outletsFrom(frame: Frame, from: number, to: number, total: number): Promise<TableRows> {
  const rows = noRows()
  for (let ten = Math.floor(from / 10); ten * 10 < to; ten += 1) {
    const fates = seededChoice(frame.seed, 2, ten).shuffled(TEN_OUTLETS)
    for (const [place, fate] of fates.entries()) {
      const n = ten * 10 + place
      if (n < to) tellOutlet(frame, n, total, fate, rows)
    }
    await setImmediate()
  }
  return rows
}

/** All that happened with one outlet. */
function tellOutlet(
  frame: Frame,
  n: number,
  total: number,
  fate: { pitches: number; mentions: number; isRead?: boolean },
  rows: TableRows,
) {
  const chance = seededChoice(frame.seed, 3, n)
  const outlet = makeOutlet(chance, frame, { n, total, people: n % 2 === 0 ? 2 : 1 }, rows)
  const { prospect } = outlet
  let last: Date | null = null
  const happened = (at: Date | null) => {
    if (at && (last === null || at > last)) last = at
  }
  const reading = fate.pitches > 0 || fate.isRead ? makeReading(chance, frame, outlet, rows) : null
  let pitch: ReturnType<typeof makePitch> | null = null
  for (let made = 0; made < fate.pitches && reading; made += 1) {
    const startedAt = later(pitch?.lastAt ?? reading.at, pitch ? 90 : 1, frame.today)
    const isNewest = made === fate.pitches - 1
    pitch = makePitch(chance, frame, { outlet, noteId: reading.noteId, startedAt, isNewest }, rows)
    happened(pitch.lastAt)
  }
  for (let made = 0; made < fate.mentions; made += 1) {
    const isFruit = pitch?.lastAt && !pitch.isOver && chance.chance(0.5)
    const fromPitch = isFruit ? pitch : null
    makeMention(chance, frame, { outlet, from: pitch?.lastAt ?? prospect.createdAt, pitch: fromPitch }, rows)
  }
  if (chance.chance(0.3)) {
    const at = later(prospect.createdAt, chance.between(0, 200), frame.today)
    rows.Touch.push({
      id: chance.uuid(at),
      workspaceId: frame.workspaceId,
      prospectId: prospect.id,
      contactId: chance.chance(0.5) ? (outlet.people[0]?.id ?? null) : null,
      kind: chance.pick(['commented', 'shared', 'met', 'linked', 'thanked', 'helped'] as const),
      note: chance.chance(0.5) ? 'On their newest post.' : '',
      url: '',
      at,
      authorId: chance.pick(frame.writers).id,
    })
    happened(at)
  }
  prospect.lastTouchAt = last
}
