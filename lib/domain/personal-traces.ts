/** What stands where an erased person's name or address stood. */
export const ERASED = '[erased]'

/** A name shorter than this stands in too many other words to be looked for. */
const SHORTEST_NAME = 3
/** A handle without an @ is often a plain word. */
const SHORTEST_HANDLE = 6

export type Traces = {
  /** What is looked for, as people write it. */
  terms: string[]
  /** Null where there is nothing to look for. */
  search: TraceSearch | null
}

export type TraceSearch = {
  /** For LIKE over lower-cased text: whatever carries a trace fits one of these, and it is many times as fast as the rest. */
  likely: string[]
  /** For PostgreSQL's ~* (an "advanced" regular expression). */
  sql: string
  /** The same for JavaScript. */
  pattern: RegExp
}

/**
 * How a person is found in other texts: by their whole name, with any white space and in any case, and by their addresses.
 * A first name alone is not looked for: it is somebody else's as well.
 *
 * @param handles profiles and handles; one that is a plain short word is left out
 */
export function tracesOf(person: {
  names: readonly string[]
  addresses: readonly string[]
  handles: readonly string[]
}): Traces {
  const names = person.names.map((name) => name.normalize('NFC').trim()).filter(isTelling)
  const handles = person.handles.filter(
    (handle) => /^@|[/.]/.test(handle) || handle.length >= SHORTEST_HANDLE,
  )
  const terms = [...new Set([...names, ...person.addresses, ...handles])].filter((term) => term.length > 1)
  if (terms.length === 0) return { terms, search: null }
  // The longest first, so that "ana.moss@x.example" is not found as a shorter one.
  const ordered = terms.toSorted((one, other) => other.length - one.length)
  const either = (word: string, formsOf: (term: string) => string[]) =>
    ordered.flatMap((term) => [...new Set(formsOf(term))].map((form) => bounded(form, word))).join('|')
  const composed = (term: string) => [term, term.normalize('NFD')]
  // In the text of a JSON column, quotes and backslashes stand escaped.
  const stored = (term: string) => composed(term).flatMap((form) => [form, JSON.stringify(form).slice(1, -1)])
  const search = {
    likely: [...new Set(terms.flatMap(stored).map(likeLongestPart))],
    sql: either('\\w', stored),
    pattern: new RegExp(either('[\\p{L}\\p{N}_]', composed), 'giu'),
  }
  return { terms, search }
}

/** A copy of any JSON value with every trace replaced, in keys too. The same value where there is none. */
export function withoutTraces<Value>(value: Value, pattern: RegExp): Value {
  return cleaned(value, pattern) as Value
}

/** Whether a text, or any text within a JSON value, carries a trace. */
export function carriesTrace(value: unknown, pattern: RegExp): boolean {
  if (typeof value === 'string') return value.search(pattern) >= 0
  if (value === null || typeof value !== 'object') return false
  return Object.entries(value).some(
    ([key, each]) => carriesTrace(key, pattern) || carriesTrace(each, pattern),
  )
}

function cleaned(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return value.replace(pattern, ERASED)
  if (Array.isArray(value)) return value.map((each) => cleaned(each, pattern))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key.replace(pattern, ERASED), cleaned(each, pattern)]),
  )
}

function isTelling(name: string): boolean {
  return (
    [...name].length >= SHORTEST_NAME ||
    /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\s]/u.test(name)
  )
}

/** The longest part without white space, to be found anywhere. */
function likeLongestPart(form: string): string {
  const [longest = ''] = form.split(/\s+/u).toSorted((one, other) => other.length - one.length)
  return `%${longest.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
}

/** As a whole word, where the script has words with gaps between them; an address also not as the end of a longer one. */
function bounded(term: string, word: string): string {
  const body = term
    .split(/\s+/u)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('[\\s\\u00a0\\u202f]+')
  const isAddress = term.includes('@') && !term.startsWith('@')
  const before = isAddress ? '(?<![A-Za-z0-9._%+-])' : hasGaps(term.at(0)) ? `(?<!${word})` : ''
  const after = isAddress ? '(?![A-Za-z0-9-]|\\.[A-Za-z0-9])' : hasGaps(term.at(-1)) ? `(?!${word})` : ''
  return `${before}${body}${after}`
}

function hasGaps(character = ''): boolean {
  return /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u.test(character)
}
