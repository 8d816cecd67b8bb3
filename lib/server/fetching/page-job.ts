import { examinePage, immediateRefreshOf, type PageExam } from '#lib/domain/link-check/examine-page.ts'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import type { OutletText } from './outlet-text.ts'
import type { PageText } from './page-text.ts'
import { passesOnByScript } from './script-pass.ts'

/** What can be asked of a page's bytes. */
export type PageJob =
  | { kind: 'examine'; question: LinkQuestion; observation: PageObservation }
  | { kind: 'refresh'; observation: PageObservation }
  | { kind: 'script-pass'; observation: PageObservation }
  | { kind: 'read'; observation: PageObservation }
  | { kind: 'outlet'; observation: PageObservation }

export type PageAnswers = {
  examine: PageExam
  refresh: string | null
  'script-pass': boolean
  read: PageText | null
  outlet: OutletText | null
}

/** Does one job. It may throw, run long or use much memory: a hostile page is best read in a thread. */
export async function doPageJob(job: PageJob): Promise<PageAnswers[PageJob['kind']]> {
  if (job.kind === 'examine') return examinePage(job.question, job.observation)
  if (job.kind === 'refresh') return immediateRefreshOf(job.observation)
  if (job.kind === 'script-pass') return passesOnByScript(job.observation)
  if (job.kind === 'outlet') return (await import('./outlet-text.ts')).outletTextOf(job.observation)
  // Reading articles needs two libraries that judging links does not.
  return (await import('./page-text.ts')).pageTextOf(job.observation)
}
