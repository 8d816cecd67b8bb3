import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PageJob } from './page-job.ts'
import type { PageReply } from './page-thread.ts'

const PROGRAM = new URL('./page-thread.ts', import.meta.url)
const THREAD_LIMITS = { maxOldGenerationSizeMb: 56, maxYoungGenerationSizeMb: 24, stackSizeMb: 8 }
const PROCESS_LIMITS = ['--max-old-space-size=128', '--max-semi-space-size=8', '--optimize-for-size']

export type Reader = {
  send: (job: PageJob) => void
  kill: () => void
  /** Whether our own process waits for it before it ends. */
  hold: (holds: boolean) => void
}
/** `ended` is told once, with whether it had too little memory. */
type Calls = { replied: (reply: PageReply) => void; ended: (why: { wasTooSmall: boolean }) => void }

/** A thread, quick to talk to, for pages as they usually are. */
export function startThread({ replied, ended }: Calls): Reader {
  const worker = new Worker(PROGRAM, { resourceLimits: THREAD_LIMITS, execArgv: [] })
  let wasTooSmall = false
  worker.on('message', replied)
  worker.on('error', (error: Error & { code?: string }) => {
    wasTooSmall = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  })
  worker.on('exit', () => ended({ wasTooSmall }))
  // Listening holds us up, so this comes last.
  worker.unref()
  return {
    send: (job) => worker.postMessage(job),
    kill: () => void worker.terminate(),
    hold: (holds) => (holds ? worker.ref() : worker.unref()),
  }
}

/**
 * A process of its own, for large pages and those a thread has too little memory for. A thread that runs out of memory in
 * the middle of one large step takes the whole process with it; this one takes only itself.
 */
export function startProcess({ replied, ended }: Calls): Reader {
  const child = fork(fileURLToPath(PROGRAM), [], {
    execArgv: PROCESS_LIMITS,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.on('message', (reply) => replied(reply as PageReply))
  child.on('error', () => {})
  child.on('exit', () => ended({ wasTooSmall: false }))
  const hold = (holds: boolean) => {
    if (holds) child.ref()
    else child.unref()
    if (holds) child.channel?.ref()
    else child.channel?.unref()
  }
  hold(false)
  return {
    send: (job) => void child.send(job, () => {}),
    kill: () => void child.kill('SIGKILL'),
    hold,
  }
}
