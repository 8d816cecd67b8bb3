/**
 * Words that are not saved yet, kept in the browser: what a dead network, a closed tab or a crash would take. One entry for
 * each place they are typed in, so that two tabs never write over each other's.
 */
export type KeptWords = {
  key: string
  /** The revision they were typed upon. */
  revision: number
  subject: string
  body: string
  /** When the last of them was typed, in milliseconds since 1970. */
  at: number
}

/** The part of the browser's storage that is used, so that tests can stand in for it. */
export type WordStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Whose words of which pitch, and typed in which tab. */
export type WordPlace = { memberId: string; pitchId: string; tab: string }

const PREFIX = 'rapport.words.'
const SIGNED_OUT = 'rapport.signed-out'
const KEPT_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * @param openSince when the page was opened: after a sign-out nothing more is kept from it
 * @returns false where the browser keeps nothing: full, switched off, or signed out of since
 */
export function keepWords(
  store: WordStore,
  place: WordPlace,
  words: Omit<KeptWords, 'key'>,
  openSince: number,
): boolean {
  try {
    if (Number(store.getItem(SIGNED_OUT) ?? 0) > openSince) return false
    store.setItem(keyOf(place), JSON.stringify({ ...words }))
    return true
  } catch {
    return false
  }
}

export function dropWords(store: WordStore, key: string) {
  try {
    store.removeItem(key)
  } catch {
    // Where nothing can be stored, nothing is left over.
  }
}

/** This person's words of one pitch that were never saved, newest first. */
export function findKeptWords(
  store: WordStore,
  { memberId, pitchId }: Pick<WordPlace, 'memberId' | 'pitchId'>,
): KeptWords[] {
  const mine = `${PREFIX}${memberId}.${pitchId}.`
  return keysOf(store)
    .filter((key) => key.startsWith(mine))
    .map((key) => readWords(store, key))
    .filter((words) => words !== null)
    .toSorted((a, b) => b.at - a.at)
}

/** Lets go of words that nobody came back for in 30 days, and of what cannot be read. */
export function dropOldWords(store: WordStore, now: number) {
  for (const key of keysOf(store)) {
    const words = readWords(store, key)
    if (!words || now - words.at > KEPT_DAYS * DAY_MS) dropWords(store, key)
  }
}

/** Signing out leaves none of anybody's words behind, and tabs that are still open keep no more. */
export function dropAllWords(store: WordStore, now: number) {
  for (const key of keysOf(store)) dropWords(store, key)
  try {
    store.setItem(SIGNED_OUT, String(now))
  } catch {
    // The same: it holds none.
  }
}

export function keyOf({ memberId, pitchId, tab }: WordPlace): string {
  return `${PREFIX}${memberId}.${pitchId}.${tab}`
}

function keysOf(store: WordStore): string[] {
  try {
    return Array.from({ length: store.length }, (_, at) => store.key(at) ?? '').filter((key) =>
      key.startsWith(PREFIX),
    )
  } catch {
    return []
  }
}

function readWords(store: WordStore, key: string): KeptWords | null {
  try {
    const { revision, subject, body, at } = JSON.parse(store.getItem(key) ?? 'null') ?? {}
    if (!Number.isInteger(revision) || typeof subject !== 'string' || typeof body !== 'string') return null
    if (typeof at !== 'number') return null
    return { key, revision, subject, body, at }
  } catch {
    return null
  }
}

/** Two texts that the server would store as the same one. */
export function isSameText(one: Texts, other: Texts): boolean {
  return (
    asStored(one.subject).replace(/\s+/g, ' ') === asStored(other.subject).replace(/\s+/g, ' ') &&
    asStored(one.body) === asStored(other.body)
  )
}

type Texts = { subject: string; body: string }

function asStored(text: string): string {
  return text.replaceAll('\0', '').replaceAll('\r\n', '\n').trim()
}
