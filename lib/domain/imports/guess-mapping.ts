import { outletKeyOf } from '../outlet-key.ts'
import { looksLikeHost, looksLikeMailAddress, looksLikePage } from './cell-shape.ts'
import { headerWords } from './header-text.ts'
import { type ImportField, MANY_COLUMNS } from './import-fields.ts'
import { fieldByWords } from './tracker-words.ts'

/** "sure": the header says it. "likely": the end of the header, or header and cells together. "guess": only the cells. */
export type GuessCertainty = 'sure' | 'likely' | 'guess'
export type GuessedColumn = {
  header: string
  field: ImportField | null
  /** Null where nothing is guessed. */
  certainty: GuessCertainty | null
  /** Why, for the mapping screen. */
  reason: string
}

type Guess = Omit<GuessedColumn, 'header'>

const LEAST_SAMPLES_FITTING = 0.8
const NOTHING: Guess = { field: null, certainty: null, reason: '' }
const OUTLET_FIELDS: readonly (ImportField | null)[] = ['prospect.url', 'prospect.name']

/** What each column of a person's own sheet probably is, from its header and its first cells. A field is given once. */
export function guessMapping(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
): GuessedColumn[] {
  const guesses = headers.map((header, column) => guessColumn(header, cellsOf(samples, column)))
  const hasOutlet = guesses.some(({ field }) => OUTLET_FIELDS.includes(field))
  const taken = new Set<ImportField>()
  const kept = new Map<number, Guess>()
  for (const certainty of ['sure', 'likely', 'guess'] as const) {
    for (const [column, guess] of guesses.entries()) {
      if (guess.certainty !== certainty || guess.field === null) continue
      const field = guess.field === 'name' ? (hasOutlet ? 'contact.name' : 'prospect.name') : guess.field
      if (taken.has(field) && !MANY_COLUMNS.includes(field)) continue
      taken.add(field)
      kept.set(column, { ...guess, field })
    }
  }
  return headers.map((header, column) => ({ header, ...(kept.get(column) ?? NOTHING) }))
}

function guessColumn(header: string, cells: readonly string[]): Guess {
  // A bare "URL" is an outlet's or a post's: its cells tell.
  if (headerWords(header) === 'url') return addressColumn(cells, 'sure')
  const { field, known, exact } = fieldByWords(header)
  if (field)
    return { field, certainty: exact ? 'sure' : 'likely', reason: `The header says "${header.trim()}".` }
  if (known) return NOTHING
  if (cells.length === 0) return NOTHING
  if (share(cells, looksLikeMailAddress) >= LEAST_SAMPLES_FITTING) {
    return { field: 'contact.email', certainty: 'guess', reason: 'Its cells are e-mail addresses.' }
  }
  const isAddress = (cell: string) => looksLikePage(cell) || looksLikeHost(cell)
  return share(cells, isAddress) >= LEAST_SAMPLES_FITTING ? addressColumn(cells, 'guess') : NOTHING
}

/** Addresses with a path behind the outlet's own are pages; without one they are outlets. */
function addressColumn(cells: readonly string[], certainty: GuessCertainty): Guess {
  return share(cells, isDeepPage) > 0.5
    ? { field: 'mention.pageUrl', certainty, reason: 'Its cells are addresses of pages.' }
    : { field: 'prospect.url', certainty, reason: 'Its cells are addresses of sites.' }
}

function isDeepPage(cell: string): boolean {
  const url = URL.parse(/^https?:/i.test(cell) ? cell : `https://${cell}`)
  const outlet = url ? outletKeyOf(url.href) : null
  if (!url || !outlet?.ok) return false
  const home = outlet.key.split('/').length - 1
  return url.pathname.split('/').filter((segment) => segment !== '').length > home
}

function share(cells: readonly string[], fits: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(fits).length / cells.length
}

function cellsOf(samples: readonly (readonly string[])[], column: number): string[] {
  return samples.map((row) => row[column] ?? '').filter((cell) => cell !== '')
}
