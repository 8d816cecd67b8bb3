import { CUSTOM_TEXT_MAX_CHARACTERS } from '../custom-fields.ts'
import { isObject, jsonList, jsonObject } from './plain-json.ts'

const MOST_LINKS = 200
const LONGEST_ADDRESS = 8_000

/** Values of fields of one's own: texts and numbers. Whether a link is one shows beside its field. */
export function customValues() {
  return jsonObject().refine(
    (value) =>
      isObject(value) &&
      Object.values(value).every(
        (each) =>
          typeof each === 'number' || (typeof each === 'string' && each.length <= CUSTOM_TEXT_MAX_CHARACTERS),
      ),
    { error: 'holds something else than texts and numbers' },
  )
}

/** A person's pages, as cards carry them. */
export function contactLinks() {
  return jsonList(MOST_LINKS).refine((value) => Array.isArray(value) && value.every(isContactLink), {
    error: 'holds something that is no link',
  })
}

function isContactLink(value: unknown): boolean {
  if (!isObject(value) || typeof value.url !== 'string' || value.url.length > LONGEST_ADDRESS) return false
  const label = value.label ?? ''
  return typeof label === 'string' && !runsInBrowser(value.url)
}

/** Browsers pass over control characters and blanks before a scheme and within it. */
export function runsInBrowser(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what hides a scheme
  return /^(?:javascript|vbscript|data|file|blob):/i.test(address.replace(/[\u0000-\u0020\u007f]/g, ''))
}
