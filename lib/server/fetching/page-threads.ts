import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PageExam } from '#lib/domain/link-check/examine-page.ts'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import type { PageText } from './page-text.ts'

/** What a page thread can be asked. */
export type ThreadJob =
  | { kind: 'examine'; question: LinkQuestion; observation: PageObservation }
  | { kind: 'refresh'; observation: PageObservation }
  | { kind: 'read'; observation: PageObservation }

const JOB_TIMEOUT_MS = 10_000
const THREADS_MAX = Math.min(4, Math.max(2, availableParallelism()))
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 }

/** Reads a page's links and text in a thread. Null when the thread died or took too long: nothing can be told. */
export function examineInThread(
  question: LinkQuestion,
  observation: PageObservation,
): Promise<PageExam | null> {
  return run({ kind: 'examine', question, observation })
}

/** Where an immediate refresh on the page leads; null when there is none, or nothing can be told. */
export function refreshInThread(observation: PageObservation): Promise<string | null> {
  return run({ kind: 'refresh', observation })
}

/** The readable text of a page; null when nothing can be told. */
export function readInThread(observation: PageObservation): Promise<PageText | null> {
  return run({ kind: 'read', observation })
}

type Waiting = { job: ThreadJob; done: (answer: unknown) => void }
type Thread = { worker: Worker; current: Waiting | null; timer: NodeJS.Timeout | null }

const threads = new Set<Thread>()
const queue: Waiting[] = []

/** The answer's type is the job's: page-thread.ts makes them in the same order of kinds. */
function run<T>(job: ThreadJob): Promise<T | null> {
  return new Promise((resolve) => {
    queue.push({ job, done: (answer) => resolve(answer as T | null) })
    next()
  })
}

function next() {
  const idle = [...threads].find(({ current }) => current === null)
  const thread = idle ?? (threads.size < THREADS_MAX && queue.length > 0 ? start() : null)
  const waiting = thread ? queue.shift() : undefined
  if (!thread || !waiting) return
  thread.current = waiting
  thread.worker.ref()
  thread.timer = setTimeout(() => void thread.worker.terminate(), JOB_TIMEOUT_MS)
  thread.worker.postMessage(waiting.job)
}

function start(): Thread {
  const worker = new Worker(new URL('./page-thread.ts', import.meta.url), {
    resourceLimits: LIMITS,
    execArgv: [],
  })
  const thread: Thread = { worker, current: null, timer: null }
  threads.add(thread)
  worker.on('message', (answer: unknown) => {
    finish(thread, answer)
    worker.unref()
    next()
  })
  // Out of memory, or a bug in a parser: the page is answered with "cannot tell", and a new thread takes the next one.
  worker.on('error', () => {})
  worker.on('exit', () => {
    threads.delete(thread)
    finish(thread, null)
    next()
  })
  return thread
}

function finish(thread: Thread, answer: unknown) {
  if (thread.timer) clearTimeout(thread.timer)
  const { current } = thread
  thread.timer = null
  thread.current = null
  current?.done(answer)
}
