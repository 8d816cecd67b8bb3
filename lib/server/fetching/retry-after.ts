import { headerValues, type PageObservation } from '#lib/domain/link-check/page-observation.ts'

/** A server may ask for a pause of a week; a pause of a year is a mistake of its. */
const MAX_MS = 7 * 24 * 60 * 60 * 1_000

/** How long an answer asks us to stay away (RFC 9110, section 10.2.3: seconds or a date), in milliseconds; null where it does not. */
export function retryAfterOf({
  status,
  headers,
  fetchedAt,
}: Pick<PageObservation, 'status' | 'headers' | 'fetchedAt'>): number | null {
  if (status !== null && status >= 300 && status < 400) return null
  const [value] = headerValues({ headers }, 'retry-after')
  const text = value?.trim() ?? ''
  if (/^\d+$/.test(text)) return Math.min(MAX_MS, Number(text) * 1_000)
  // Dates have a name of a month in them; Date.parse would also take "1" or "-5".
  const at = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : Math.min(MAX_MS, Math.max(0, at - Date.parse(fetchedAt)))
}
