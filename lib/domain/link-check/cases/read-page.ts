import { examinePage } from '../examine-page.ts'
import { judgeWithEvidence } from '../judge-page.ts'
import { observationOf } from '../judge-saved-page.ts'
import type { LinkQuestion } from '../link-question.ts'
import type { PageObservation } from '../page-observation.ts'
import { NO_SURROUNDINGS, type Surroundings } from '../surroundings.ts'

export const QUESTION: LinkQuestion = {
  url: 'https://blog.test/posts/one',
  targets: [{ domain: 'acme.test', includeSubdomains: true }],
  brands: ['Acme'],
}
export const ROBOTS = { status: 200, text: '' }

type Given = {
  observation?: Partial<PageObservation>
  question?: Partial<LinkQuestion>
  around?: Partial<Surroundings>
}

/** Judges bytes, or HTML as UTF-8, as if they had just been fetched. */
export function readPage(page: string | Uint8Array, { observation, question, around }: Given = {}) {
  const asked = { ...QUESTION, ...question }
  const seen: PageObservation = {
    ...observationOf({ url: asked.url, html: typeof page === 'string' ? page : '' }),
    ...(typeof page === 'string' ? {} : { body: page }),
    ...observation,
  }
  const exam = examinePage(asked, seen)
  const surroundings = { ...NO_SURROUNDINGS, robots: ROBOTS, ...around }
  return { exam, ...judgeWithEvidence(asked, seen, exam, surroundings) }
}
