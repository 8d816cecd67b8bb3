import { readFileSync } from 'node:fs'
import { lookAtLink, startLookRun } from '#lib/server/fetching/look-at-link.ts'

/** Looks asked for, all at once. */
export type Order = { kinds: string[]; timeoutMs?: number }
export type Seen = {
  kind: string
  ms: number
  linked: boolean | null
  failure: string | null
  truncated: boolean
}
export type Report = {
  seen: Seen[]
  /** Of the process with its threads and, where the system tells, with the processes it has started. */
  mib: { before: number; peak: number; after: number }
  /** What is still open a moment later. */
  open: string[]
}

const MIB = 1024 * 1024
const SETTLE_MS = 600
const port = Number(process.argv[2])

/** A process whose whole world is one hostile server: its memory is nobody else's. `node --expose-gc look-process.ts PORT` */
process.on('message', async (order: Order) => process.send?.(await look(order)))
process.once('disconnect', () => process.exit())

async function look({ kinds, timeoutMs }: Order): Promise<Report> {
  globalThis.gc?.()
  const before = residentMib()
  let peak = before
  const sampler = setInterval(() => {
    peak = Math.max(peak, residentMib())
  }, 10)
  const options = { resolve: async () => [{ address: '127.0.0.1', port, exempt: true }], timeoutMs }
  const run = startLookRun(options)
  const seen = await Promise.all(kinds.map((kind, at) => lookAtOne(kind, at, { ...options, run })))
  run.end()
  await new Promise((done) => setTimeout(done, SETTLE_MS))
  clearInterval(sampler)
  globalThis.gc?.()
  const after = residentMib()
  return { seen, mib: { before, peak, after }, open: process.getActiveResourcesInfo() }
}

function residentMib(): number {
  const own = process.memoryUsage.rss() / MIB
  return own + childrenOf(process.pid).reduce((sum, pid) => sum + residentMibOf(pid), 0)
}

function childrenOf(pid: number): string[] {
  return textOf(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
}

/** Without the program itself, which lies in memory once for all of them. */
function residentMibOf(pid: string): number {
  return Number(/RssAnon:\s+(\d+) kB/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
}

/** Empty where there is no such file: other systems, a process that has just ended. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

async function lookAtOne(kind: string, at: number, options: Parameters<typeof lookAtLink>[1]): Promise<Seen> {
  const start = performance.now()
  const { facts } = await lookAtLink(
    { url: `http://host-${at}.test/${kind}`, targets: [{ domain: 'acme.test' }], brands: ['Acme'] },
    options,
  )
  const { linked, failure, truncated } = facts
  return { kind, ms: performance.now() - start, linked, failure, truncated }
}
