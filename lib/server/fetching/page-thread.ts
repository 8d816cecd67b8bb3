import { getHeapStatistics } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import { doPageJob, type PageJob } from './page-job.ts'

/** A heap that once grew this large does not shrink by itself: whoever has one says so, and is replaced. */
const TIRED_BYTES = 64 * 1024 * 1024

export type PageReply = { answer: unknown; isTired: boolean }

// One program for both: a thread, and a process of its own.
if (parentPort !== null) {
  const port = parentPort
  port.on('message', async (job: PageJob) => port.postMessage(await replyTo(job)))
} else {
  process.on('message', async (job: PageJob) => process.send?.(await replyTo(job)))
  process.once('disconnect', () => process.exit())
}

async function replyTo(job: PageJob): Promise<PageReply> {
  const answer = await doPageJob(job)
  return { answer, isTired: getHeapStatistics().total_physical_size > TIRED_BYTES }
}
