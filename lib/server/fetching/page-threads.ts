import type { Deadline } from './deadline.ts'
import type { PageJob } from './page-job.ts'
import type { PageReply } from './page-thread.ts'
import { type Reader, startProcess, startThread } from './start-reader.ts'

const JOBS_AT_ONCE = 2
/** A larger page is read in a process of its own, one such at a time. */
const LARGE_BODY_BYTES = 500_000
const JOB_TIMEOUT_MS = 10_000
/** More waiting than any caller brings: beyond it the answer is "cannot tell", not a process that fills up. */
const WAITING_MAX = 500

type Kind = 'thread' | 'process'
type Waiting = { job: PageJob; kind: Kind; settle: (answer: unknown) => void }
type Seat = { reader: Reader; kind: Kind; current: Waiting | null; timer: NodeJS.Timeout | null }

const seats = new Set<Seat>()
const queue: Waiting[] = []

/** Has a job done beside the main thread; null when its reader died or there was no time: nothing can be told. */
export function inThread(job: PageJob, deadline: Deadline): Promise<unknown> {
  if (queue.length >= WAITING_MAX) return Promise.resolve(null)
  return new Promise((resolve) => {
    const waiting: Waiting = {
      job,
      kind: job.observation.body.length > LARGE_BODY_BYTES ? 'process' : 'thread',
      settle(answer) {
        takeBack()
        resolve(answer)
      },
    }
    const takeBack = deadline.onOver(() => giveUp(waiting))
    queue.push(waiting)
    next()
  })
}

/** Starts a thread ahead of the first page: it takes longer than most servers do. */
export function warmThread() {
  if (seats.size === 0) start('thread')
}

function giveUp(waiting: Waiting) {
  const at = queue.indexOf(waiting)
  if (at !== -1) {
    queue.splice(at, 1)
    waiting.settle(null)
    return
  }
  for (const seat of seats) if (seat.current === waiting) seat.reader.kill()
}

/** Gives out as many jobs as may run. */
function next() {
  for (;;) {
    const busy = [...seats].filter(({ current }) => current !== null)
    if (busy.length >= JOBS_AT_ONCE) return
    const processIsBusy = busy.some(({ kind }) => kind === 'process')
    const at = queue.findIndex(({ kind }) => kind === 'thread' || !processIsBusy)
    const [waiting] = at === -1 ? [] : queue.splice(at, 1)
    if (!waiting) return
    const idle = [...seats].find(({ kind, current }) => kind === waiting.kind && current === null)
    give(waiting, idle ?? start(waiting.kind))
  }
}

function give(waiting: Waiting, seat: Seat) {
  seat.current = waiting
  seat.timer = setTimeout(() => seat.reader.kill(), JOB_TIMEOUT_MS)
  seat.reader.hold(true)
  seat.reader.send(waiting.job)
}

function start(kind: Kind): Seat {
  const calls = {
    replied: (reply: PageReply) => {
      const isNeeded = kind === 'thread' || queue.some((waiting) => waiting.kind === kind)
      if (reply.isTired || !isNeeded) retire(seat)
      finish(seat, reply.answer)
    },
    ended: ({ wasTooSmall }: { wasTooSmall: boolean }) => {
      seats.delete(seat)
      if (wasTooSmall) moveToProcess(seat)
      finish(seat, null)
    },
  }
  const reader = kind === 'thread' ? startThread(calls) : startProcess(calls)
  const seat: Seat = { reader, kind, current: null, timer: null }
  seats.add(seat)
  return seat
}

/** The page needs more room than pages usually do; it has waited already, so its turn comes first. */
function moveToProcess(seat: Seat) {
  if (seat.current === null) return
  seat.current.kind = 'process'
  queue.unshift(seat.current)
  seat.current = null
}

function retire(seat: Seat) {
  seats.delete(seat)
  seat.reader.kill()
}

function finish(seat: Seat, answer: unknown) {
  if (seat.timer) clearTimeout(seat.timer)
  const { current } = seat
  seat.timer = null
  seat.current = null
  seat.reader.hold(false)
  current?.settle(answer)
  next()
}
