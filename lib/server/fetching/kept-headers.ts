import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'

const KEPT = new Set([
  'content-type',
  'content-encoding',
  'location',
  'refresh',
  'x-robots-tag',
  'link',
  'etag',
  'last-modified',
  'retry-after',
])
const VALUE_MAX_CHARACTERS = 1_000
const ALL_MAX_CHARACTERS = 8_000

/** The headers of an answer that can have mattered to what was judged, as they came, for the history. Bounded in size. */
export function keptHeaders({ headers }: Pick<PageObservation, 'headers'>): [name: string, value: string][] {
  const kept: [string, string][] = []
  let left = ALL_MAX_CHARACTERS
  for (const [name, value] of headers) {
    if (!KEPT.has(name)) continue
    const short = value.slice(0, VALUE_MAX_CHARACTERS)
    left -= name.length + short.length
    if (left < 0) break
    kept.push([name, short])
  }
  return kept
}
