import { parentPort } from 'node:worker_threads'
import { examinePage, immediateRefreshOf } from '#lib/domain/link-check/examine-page.ts'
import { pageTextOf } from './page-text.ts'
import type { ThreadJob } from './page-threads.ts'

parentPort?.on('message', (job: ThreadJob) => {
  parentPort?.postMessage(answerTo(job))
})

function answerTo(job: ThreadJob): unknown {
  if (job.kind === 'examine') return examinePage(job.question, job.observation)
  if (job.kind === 'refresh') return immediateRefreshOf(job.observation)
  return pageTextOf(job.observation)
}
