import { honestRate } from './honest-rate.ts'

/** What became of letters that were sent. Links and mentions without one are told apart, and never added up. */
export type WorkedCounts = {
  sent: number
  answered: number
  /** A page came of it on which a look saw a link, once at least. */
  linked: number
  /** A page came of it that names us without a link, and none with one. */
  named: number
  /** Nobody has answered yet, and the letter still waits. */
  waiting: number
}

export type WorkedGroup<Key> = WorkedCounts & { key: Key }

const NOTHING: WorkedCounts = { sent: 0, answered: 0, linked: 0, named: 0, waiting: 0 }

/**
 * Adds cells up by what they have in common. The largest groups come first and names settle the rest: never the best rate,
 * which among small groups is luck.
 */
export function groupWorked<Cell extends WorkedCounts, Key extends string>(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => Key,
  nameOf: (key: Key) => string = (key) => key,
): WorkedGroup<Key>[] {
  const groups = new Map<Key, WorkedCounts>()
  for (const cell of cells) groups.set(keyOf(cell), added(groups.get(keyOf(cell)) ?? NOTHING, cell))
  return [...groups]
    .map(([key, counts]) => ({ key, ...counts }))
    .sort((a, b) => b.sent - a.sent || nameOf(a.key).localeCompare(nameOf(b.key), 'en'))
}

export function totalWorked(cells: readonly WorkedCounts[]): WorkedCounts {
  return cells.reduce(added, NOTHING)
}

export type WorkedShare = {
  /** "17 of 200" */
  counts: string
  /** Per cent; null where there are too few to say more than the counts. */
  rate: { percent: number; low: number; high: number; words: string } | null
}

/** A share in figures: counts always, a rate with its 95 % interval only where there are enough. */
export function workedShare(successes: number, total: number): WorkedShare {
  const { percent, low, high, isTooFew } = honestRate(successes, total)
  const counts = `${numbered(successes)} of ${numbered(total)}`
  if (isTooFew || percent === null || low === null || high === null) return { counts, rate: null }
  return { counts, rate: { percent, low, high, words: `${percent} % (${low} to ${high})` } }
}

function added(a: WorkedCounts, b: WorkedCounts): WorkedCounts {
  return {
    sent: a.sent + b.sent,
    answered: a.answered + b.answered,
    linked: a.linked + b.linked,
    named: a.named + b.named,
    waiting: a.waiting + b.waiting,
  }
}

function numbered(count: number): string {
  return new Intl.NumberFormat('en-GB').format(count)
}
