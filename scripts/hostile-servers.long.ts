import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startHostileWorld } from './hostile-servers/hostile-world.ts'
import type { Order, Report } from './hostile-servers/look-process.ts'

// Servers that mean harm, all on loopback, looked at by a process of its own, so that its memory can be measured.

const LOOK_PROCESS = path.resolve(import.meta.dirname, 'hostile-servers/look-process.ts')
/** What a busy machine may take beyond a look's own time: it is about looks that never end, and others may compute here too. */
const SLACK_MS = 12_000
const GROWTH_MAX_MIB = 256
/** With pages besides that are made to fill whatever reads them, two at a time. */
const GROWTH_WITH_BLOW_UPS_MAX_MIB = 384
/** What garbage and free memory in between come to; a leak of fifty bodies a round would be more. */
const FLAT_WITHIN_MIB = 96

let world: Awaited<ReturnType<typeof startHostileWorld>>
let looker: ChildProcess
const lookers: ChildProcess[] = []

beforeAll(async () => {
  world = await startHostileWorld()
}, 60_000)
beforeEach(async () => {
  looker = fork(LOOK_PROCESS, [String(world.port)], { execArgv: ['--expose-gc'] })
  lookers.push(looker)
  // Both threads are up, and what is compiled is compiled.
  await order({ kinds: times(60, 'good') })
})
afterAll(async () => {
  for (const one of lookers) if (one.connected) one.disconnect()
  await world.close()
})

function times(count: number, ...kinds: string[]): string[] {
  return Array.from({ length: count }, (_, at) => kinds[at % kinds.length] ?? '')
}

async function order(what: Order): Promise<Report> {
  looker.send(what)
  const [report] = await Promise.race([once(looker, 'message'), once(looker, 'exit')])
  if (typeof report !== 'object' || report === null) throw new Error(`The process ended with ${report}`)
  return report as Report
}

describe('all at once', () => {
  it('two bombs of a gibibyte, a page that never ends and 50 slow servers cost less than 256 MiB, and end in time', async () => {
    const report = await order({
      kinds: ['bomb-gzip', 'bomb-br', 'endless-page', ...times(50, 'slow', 'silent', 'stalls-after-half')],
    })
    const { peak, before } = report.mib
    console.log(`memory: ${before.toFixed(0)} MiB before, ${peak.toFixed(0)} MiB at most`)
    expect(peak - before).toBeLessThan(GROWTH_MAX_MIB)
    expect(Math.max(...report.seen.map(({ ms }) => ms))).toBeLessThan(20_000 + SLACK_MS)
    const seen = (kind: string) => report.seen.find((one) => one.kind === kind)
    for (const kind of ['bomb-gzip', 'bomb-br', 'endless-page'])
      expect(seen(kind)).toMatchObject({ failure: 'too-large', truncated: true, linked: null })
    expect(seen('silent')).toMatchObject({ failure: 'timeout', linked: null })
    // What came before the stall or the drip was read.
    expect(seen('slow')).toMatchObject({ failure: 'timeout', linked: true })
    expect(seen('stalls-after-half')).toMatchObject({ failure: 'timeout', linked: true })
  }, 60_000)

  it('50 of every kind, again and again: memory stays flat and nothing stays open', async () => {
    const hostile = world.kinds.filter((kind) => kind !== 'good')
    const reports: Report[] = []
    for (let round = 0; round < 6; round += 1)
      reports.push(await order({ kinds: times(50, ...hostile), timeoutMs: 4_000 }))
    const after = reports.map(({ mib }) => mib.after)
    console.log(`memory after each round: ${after.map((mib) => mib.toFixed(0)).join(', ')} MiB`)
    expect(Math.max(...after.slice(3))).toBeLessThan(Math.max(...after.slice(0, 3)) + FLAT_WITHIN_MIB)
    for (const { mib, seen, open } of reports) {
      expect(mib.peak - mib.before).toBeLessThan(GROWTH_WITH_BLOW_UPS_MAX_MIB)
      expect(Math.max(...seen.map(({ ms }) => ms))).toBeLessThan(4_000 + SLACK_MS)
      // None of them is told as a page without a link.
      expect(seen.filter(({ linked }) => linked === false)).toEqual([])
      expect(open.filter((what) => /TCP|Timeout|DNS|Process/.test(what))).toEqual([])
    }
  }, 120_000)
})

describe('pages made to blow up their reader', () => {
  it.each(['blows-up-parser', 'nests-deeply', 'many-attributes', 'large-page'])(
    '%s costs at most its own look',
    async (kind) => {
      const { seen, mib } = await order({ kinds: ['good', kind, 'good', 'good'] })
      expect(seen.filter((one) => one.kind === 'good').map(({ linked }) => linked)).toEqual([
        true,
        true,
        true,
      ])
      expect(seen.find((one) => one.kind === kind)?.linked).not.toBe(false)
      expect(mib.peak - mib.before).toBeLessThan(GROWTH_MAX_MIB)
      expect((await order({ kinds: ['good'] })).seen).toMatchObject([{ linked: true }])
    },
    60_000,
  )
})
