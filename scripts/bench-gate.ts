import path from 'node:path'
import { parseArgs } from 'node:util'
import { reviewPitch } from '#lib/domain/pitch-gate/review-pitch.ts'
import { gatherPitchFacts } from '#lib/features/pitches/pitch-facts.ts'
import { readPitchTexts } from '#lib/features/pitches/read-pitch-texts.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { prepareDatabase } from '#lib/server/postgres/prepare-database.ts'
import { type BenchedWorkspace, openWorkspaceOf } from './bench-gate/sent-pitches.ts'
import { withLocalDatabase } from './with-local-database.ts'

/**
 * How long the gate takes beside many sent pitches: `npm run bench:gate [-- --pitches 60000 --runs 200 --only copies]`. The floor is one
 * indexed look-up of a pitch with what hangs on it, by the same client in the same run, in turns with the gate. Figures
 * to read, no test: they depend on the machine.
 */
const KINDS = ['written anew', 'copies of each other'] as const
const GOAL_MS = 100
const WARM_UP = 20

const { values } = parseArgs({
  options: {
    pitches: { type: 'string', default: '60000' },
    runs: { type: 'string', default: '200' },
    only: { type: 'string' },
  },
})

await withLocalDatabase(async () => {
  await prepareDatabase(settings().migrateDatabaseUrl, path.join(settings().dataDir, 'backups'))
  for (const kind of KINDS.filter((each) => values.only === undefined || each.startsWith(values.only))) {
    const began = performance.now()
    const workspace = await openWorkspaceOf(kind, Number(values.pitches))
    const read = await readPitchTexts()
    // As the database does by itself within a minute of so many changes.
    await databaseAcrossWorkspaces().$executeRawUnsafe('VACUUM (ANALYZE) "PitchShingles"')
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    console.log(`\n${values.pitches} sent pitches, ${kind} (${read} of them read; ready after ${seconds} s)`)
    await measure(workspace, Number(values.runs))
  }
})

async function measure({ workspaceId, memberId, draftIds, now }: BenchedWorkspace, runs: number) {
  const scope = await actingScope(memberId, now)
  const [gate, floor]: [number[], number[]] = [[], []]
  let named = 0
  for (let run = 0; run < runs + WARM_UP; run += 1) {
    const pitchId = draftIds[run % draftIds.length] ?? ''
    const began = performance.now()
    const { facts } = await gatherPitchFacts(database(), scope, pitchId)
    const problems = reviewPitch(facts)
    const between = performance.now()
    await lookUp(workspaceId, pitchId)
    const ended = performance.now()
    if (run < WARM_UP) continue
    gate.push(between - began)
    floor.push(ended - between)
    if (problems.some(({ rule }) => rule === 'near-copy')) named += 1
  }
  const [median, least] = [quantile(gate, 0.5), quantile(floor, 0.5)]
  console.log(`gate   ${inWords(gate)}  ${median < GOAL_MS ? 'within' : 'NOT within'} ${GOAL_MS} ms`)
  console.log(`floor  ${inWords(floor)}  the gate takes ${(median / least).toFixed(1)} times as long`)
  console.log(`near copies named in ${named} of ${runs} runs`)
}

function lookUp(workspaceId: string, id: string) {
  return database().pitch.findFirst({
    where: { id, workspaceId, deletedAt: null },
    include: {
      contact: true,
      channel: { include: { origin: true } },
      campaign: { include: { site: true } },
      prospect: true,
      readingNote: { include: { pageCopy: { select: { wholeText: true } } } },
    },
  })
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
}

function inWords(times: readonly number[]): string {
  return `median ${quantile(times, 0.5).toFixed(1)} ms, 95th of a hundred ${quantile(times, 0.95).toFixed(1)} ms`
}
