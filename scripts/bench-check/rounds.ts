/** What one round of looks cost its process. */
export type Round = { looks: number; ms: number; cpuMs: number; rssMib: number; peakRssMib: number }

const CONCURRENCY = 20
const MIB = 1024 * 1024

/** Runs rounds of looks as the parent process asks for them, 20 at a time, and tells what each cost. */
export function answerRounds(look: (number: number) => Promise<void>): void {
  answerRoundsWhole(async (first, looks) => {
    let next = first
    const lane = async () => {
      while (next < first + looks) await look(next++)
    }
    await Promise.all(Array.from({ length: CONCURRENCY }, lane))
  })
}

/** The same for what takes a whole round in hand by itself. */
export function answerRoundsWhole(round: (first: number, looks: number) => Promise<void>): void {
  process.on('message', async ({ first, looks }: { first: number; looks: number }) => {
    const start = performance.now()
    const before = process.cpuUsage()
    await round(first, looks)
    const { user, system } = process.cpuUsage(before)
    const cost: Round = {
      looks,
      ms: performance.now() - start,
      cpuMs: (user + system) / 1_000,
      rssMib: process.memoryUsage.rss() / MIB,
      peakRssMib: process.resourceUsage().maxRSS / 1_024,
    }
    process.send?.(cost)
  })
}
