import { readLanguage } from '../languages.ts'
import { readCountry } from '../read-country.ts'
import { parseWebAddress } from '../web-address.ts'
import type { ImportField } from './import-fields.ts'
import type { OutletFacts } from './import-record.ts'
import { oneLine, readBoolean } from './import-values.ts'
import type { RowValues } from './row-values.ts'

const WHY_CARE_MAX_CHARACTERS = 4_000
const GUIDELINES_NOTE_MAX_CHARACTERS = 2_000
const REASON_MAX_CHARACTERS = 1_000
const NAME_MAX_CHARACTERS = 200
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/

/** What a row says of its outlet besides who it is. A cell that makes no sense is left out, with a warning. */
export function outletFactsOf(values: RowValues): OutletFacts {
  return {
    ...codeOf(values, 'prospect.country', 'country', readCountry),
    ...codeOf(values, 'prospect.language', 'language', languageOf),
    ...textOf(values, 'prospect.whyCare', 'whyCare', WHY_CARE_MAX_CHARACTERS),
    ...ownerOf(values),
    ...guidelinesOf(values),
    ...textOf(values, 'prospect.guidelinesNote', 'guidelinesNote', GUIDELINES_NOTE_MAX_CHARACTERS),
    ...notForUsOf(values),
  }
}

function codeOf(
  values: RowValues,
  field: ImportField,
  name: 'country' | 'language',
  read: (cell: string) => string | null,
): OutletFacts {
  const cell = values.first(field)
  if (cell === '') return {}
  const code = read(cell)
  if (code !== null) return { [name]: code }
  warnOf(values, field)
  return {}
}

/** A file of very many rows names a handful of languages: each is looked up once. */
const LANGUAGES = new Map<string, string | null>()
const LANGUAGES_KEPT = 500

function languageOf(cell: string): string | null {
  const known = LANGUAGES.get(cell)
  if (known !== undefined) return known
  const read = readLanguage(cell)
  const code = read.ok ? read.code : null
  if (LANGUAGES.size < LANGUAGES_KEPT) LANGUAGES.set(cell, code)
  return code
}

function textOf(
  values: RowValues,
  field: ImportField,
  name: 'whyCare' | 'guidelinesNote' | 'notForUsReason',
  most: number,
): OutletFacts {
  const text = values.first(field).slice(0, most).trim()
  return text === '' ? {} : { [name]: text }
}

function ownerOf(values: RowValues): OutletFacts {
  const owner = oneLine(values.first('prospect.owner')).slice(0, NAME_MAX_CHARACTERS)
  return owner === '' ? {} : { owner }
}

/** Guidelines that were seen have a page; "absent" means that somebody looked. */
function guidelinesOf(values: RowValues): OutletFacts {
  const said = values.first('prospect.guidelines').toLowerCase()
  const page = values.first('prospect.guidelinesUrl')
  if (page !== '') {
    const address = parseWebAddress(page)
    if (address.ok) return { guidelines: 'seen', guidelinesUrl: address.url }
    warnOf(values, 'prospect.guidelinesUrl')
    return {}
  }
  if (said === 'absent' || readBoolean(said) === false) return { guidelines: 'absent' }
  if (said !== '') warnOf(values, 'prospect.guidelines')
  return {}
}

function notForUsOf(values: RowValues): OutletFacts {
  const since = values.first('prospect.notForUsAt')
  const iso = MOMENT.test(since) ? since : values.date('prospect.notForUsAt')
  // Where a file says no zone, none is better than another.
  const at =
    iso === undefined ? Number.NaN : Date.parse(/Z$|[+-]\d\d:\d\d$|^[\d-]+$/.test(iso) ? iso : `${iso}Z`)
  return {
    ...(Number.isNaN(at) ? {} : { notForUsAt: new Date(at).toISOString() }),
    ...textOf(values, 'prospect.notForUsReason', 'notForUsReason', REASON_MAX_CHARACTERS),
  }
}

function warnOf(values: RowValues, field: ImportField): void {
  values.warn({ kind: 'unread-value', column: values.headerOf(field), value: values.first(field) })
}
