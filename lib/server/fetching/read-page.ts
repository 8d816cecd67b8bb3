import { observationOf } from '#lib/domain/link-check/judge-saved-page.ts'
import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { textOf } from './page-reader.ts'
import type { PageText } from './page-text.ts'

/** The readable text of a page that was fetched. Null where there is nothing to read: no answer, a PDF, a page too hard to take apart. */
export async function readPage(observation: PageObservation): Promise<PageText | null> {
  return observation.status === null ? null : textOf(observation)
}

/** The same for what a person pasted: HTML, or plain text. */
export async function readPasted(pasted: string): Promise<PageText | null> {
  const isHtml =
    /<(?:!doctype|html|body|head|p|div|article|section|h[1-6]|ul|ol|table|a|span|br)\b[^>]*>/i.test(pasted)
  const type = isHtml ? 'text/html' : 'text/plain'
  return textOf(
    observationOf({
      url: 'about:blank',
      html: pasted,
      headers: { 'content-type': `${type}; charset=utf-8` },
    }),
  )
}
