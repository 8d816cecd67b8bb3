import { headerValues, type PageObservation } from '#lib/domain/link-check/page-observation.ts'
import type { PageRecord } from '#lib/domain/link-check/page-record.ts'
import { rulesOfHeader, rulesOfMeta, strictest } from '#lib/domain/link-check/robots-directives.ts'

/** Whether a page tells search engines to follow none of its links, in its head or in a header. */
export function saysNofollow(record: PageRecord, observation: PageObservation): boolean {
  const now = new Date(observation.fetchedAt)
  return strictest([
    ...headerValues(observation, 'x-robots-tag').map((value) => rulesOfHeader(value, now)),
    ...record.metas.map(({ name, content }) => rulesOfMeta(name, content, now)),
  ]).nofollow
}
