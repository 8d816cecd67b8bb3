/** A name this like another one stands in the review list, as a share of the trigrams the two have between them. */
export const NEAR_NAME_LEAST = 0.75
/** At one outlet, less likeness says more. */
export const NEAR_NAME_THERE_LEAST = 0.6
/** While somebody types, a less likely one is worth a look too. */
export const NEAR_WHILE_TYPING_LEAST = 0.5

/** However many names share a trigram, this many are compared with one. */
const MOST_COMPARED = 60

type Named = { id: string; name: string }
export type NearPair = { oneId: string; otherId: string; likeness: number }

/**
 * The trigrams of a name as PostgreSQL's pg_trgm makes them: each word in small letters, with two spaces before and one
 * behind.
 */
export function trigramsOf(name: string): Set<string> {
  const trigrams = new Set<string>()
  for (const word of name.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
    if (word === '') continue
    const padded = `  ${word} `
    for (let start = 0; start + 3 <= padded.length; start += 1) trigrams.add(padded.slice(start, start + 3))
  }
  return trigrams
}

/** How alike two names are: 1 when they have every trigram in common, 0 when none. */
export function likenessOf(one: string, other: string): number {
  return shareOf(trigramsOf(one), trigramsOf(other))
}

/** What two spellings of one name have in common: letters and numbers only, and no leading "the". */
export function nameKeyOf(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return (words[0] === 'the' && words.length > 1 ? words.slice(1) : words).join('')
}

/**
 * Pairs of names at least this alike, among any number of names, without comparing each with each: two sets that share
 * enough must share one of the rarest trigrams of either, so only names that do are compared (prefix filtering), and of
 * those `MOST_COMPARED` at most. A generator, so that whoever runs it can let others have a turn: it yields after every
 * name what that one is like.
 */
export function* nearPairs(names: readonly Named[], least = NEAR_NAME_LEAST): Generator<NearPair[]> {
  const sets = numbered(names)
  const holders = new Map<number, number[]>()
  for (const [index, set] of sets.entries()) {
    const candidates = new Set<number>()
    for (const trigram of set.subarray(0, set.length - Math.ceil(least * set.length) + 1)) {
      const others = holders.get(trigram) ?? []
      for (const other of others) if (candidates.size < MOST_COMPARED) candidates.add(other)
      if (others.length < MOST_COMPARED) others.push(index)
      holders.set(trigram, others)
    }
    yield [...candidates].flatMap((other) => {
      const [row, otherRow, otherSet] = [names[index], names[other], sets[other]]
      const likeness = otherSet ? likenessOfNumbered(set, otherSet) : 0
      if (!row || !otherRow || row.id === otherRow.id || likeness < least) return []
      const [oneId, otherId] = row.id < otherRow.id ? [row.id, otherRow.id] : [otherRow.id, row.id]
      return [{ oneId, otherId, likeness }]
    })
  }
}

/** The trigrams of each name as numbers, the rarest with the lowest, in order: a fifth of the room, and quick to compare. */
function numbered(names: readonly Named[]): Uint32Array[] {
  const frequency = new Map<string, number>()
  for (const { name } of names) {
    for (const trigram of trigramsOf(name)) frequency.set(trigram, (frequency.get(trigram) ?? 0) + 1)
  }
  const rarestFirst = [...frequency].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
  const numbers = new Map(rarestFirst.map(([trigram], number) => [trigram, number]))
  return names.map(({ name }) => Uint32Array.from(trigramsOf(name), (each) => numbers.get(each) ?? 0).sort())
}

function likenessOfNumbered(one: Uint32Array, other: Uint32Array): number {
  let [at, otherAt, common] = [0, 0, 0]
  while (at < one.length && otherAt < other.length) {
    const [a = 0, b = 0] = [one[at], other[otherAt]]
    if (a === b) common += 1
    if (a <= b) at += 1
    if (b <= a) otherAt += 1
  }
  return common === 0 ? 0 : common / (one.length + other.length - common)
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let common = 0
  for (const trigram of small) if (large.has(trigram)) common += 1
  return common / (one.size + other.size - common)
}
