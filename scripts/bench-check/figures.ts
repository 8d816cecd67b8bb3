import type { Round } from './rounds.ts'

type Figures = {
  pagesPerSecond: number
  cpuMsPerPage: number
  peakMib: number
  grownMib: number | null
}

/** From this page on memory has no reason to grow. */
const SETTLED_AFTER_LOOKS = 2_000
const GOALS: Record<string, string> = {
  'one-thread': 'goals: pages/s at least 0.7 of the floor, CPU at most 1.5, memory at most +128 MiB',
  'two-workers': 'goals: pages/s at least 1.2 of the floor, CPU at most 1.5, memory at most +128 MiB',
}

/** Prints what each cost, and its ratios to the floor where that was run too. */
export function printFigures(runs: { role: string; rounds: Round[] }[]) {
  const figures = new Map(runs.map(({ role, rounds }) => [role, figuresOf(rounds)]))
  const floor = figures.get('floor')
  for (const [role, its] of figures) {
    const grown = its.grownMib === null ? '' : `, after page 2,000 ${signed(its.grownMib)} MiB`
    console.log(
      `${role.padEnd(12)} ${its.pagesPerSecond.toFixed(0).padStart(5)} pages/s  ${its.cpuMsPerPage.toFixed(2)} CPU ms a page  ` +
        `peak ${its.peakMib.toFixed(0)} MiB${grown}`,
    )
    if (!floor || role === 'floor') continue
    console.log(
      `${''.padEnd(12)} of the floor: ${(its.pagesPerSecond / floor.pagesPerSecond).toFixed(2)} pages/s, ` +
        `${(its.cpuMsPerPage / floor.cpuMsPerPage).toFixed(2)} CPU, ${signed(its.peakMib - floor.peakMib)} MiB` +
        (GOALS[role] ? `  (${GOALS[role]})` : ''),
    )
  }
}

function figuresOf(rounds: Round[]): Figures {
  const looks = sum(rounds.map((round) => round.looks))
  return {
    pagesPerSecond: looks / (sum(rounds.map(({ ms }) => ms)) / 1_000),
    cpuMsPerPage: sum(rounds.map(({ cpuMs }) => cpuMs)) / looks,
    peakMib: Math.max(...rounds.map(({ peakRssMib }) => peakRssMib)),
    grownMib: grownMib(rounds),
  }
}

/** How much more the largest round holds in the second half after page 2,000 than in the first; null for a run too short. */
function grownMib(rounds: Round[]): number | null {
  let looks = 0
  const settled = rounds.filter((round) => {
    looks += round.looks
    return looks > SETTLED_AFTER_LOOKS
  })
  if (settled.length < 4) return null
  const half = Math.floor(settled.length / 2)
  const most = (some: Round[]) => Math.max(...some.map(({ rssMib }) => rssMib))
  return most(settled.slice(half)) - most(settled.slice(0, half))
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function signed(mib: number): string {
  return `${mib >= 0 ? '+' : ''}${mib.toFixed(0)}`
}
