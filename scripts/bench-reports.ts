import path from 'node:path'
import { parseArgs } from 'node:util'
import { kaplanMeier } from '#lib/domain/statistics/kaplan-meier.ts'
import { readLetterNumbers } from '#lib/features/reports/letter-numbers-queries.ts'
import { readOutcomeNumbers } from '#lib/features/reports/outcome-numbers-queries.ts'
import { readReportRows } from '#lib/features/reports/report-list.ts'
import { listReportRows } from '#lib/features/reports/report-row-queries.ts'
import { readWayNumbers } from '#lib/features/reports/report-way-queries.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { prepareDatabase } from '#lib/server/postgres/prepare-database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { openHistoryOf, pagesOf } from './bench-reports/long-history.ts'
import { withPages } from './bench-reports/rendered-pages.ts'
import { withLocalDatabase } from './with-local-database.ts'

/**
 * How long a report takes over many letters: `npm run bench:reports [-- --pitches 100000 --mentions 6000 --runs 15]`. The floor is a
 * plain count of the same rows (letters, pages and looks of the workspace), by the same client in the same run, in turns
 * with the report. Pages are measured as the server renders them, from the question to the last byte, beside that count and
 * beside the least page the same server renders for the same member. Figures to read, no test: they depend on the machine.
 */
const GOAL_MS = 1_000
const WARM_UP = 3
const NOTHING = { site: '', campaign: '', member: '', from: '', to: '' }

const { values } = parseArgs({
  options: {
    pitches: { type: 'string', default: '100000' },
    mentions: { type: 'string' },
    runs: { type: 'string', default: '15' },
  },
})

await withLocalDatabase(async () => {
  await prepareDatabase(settings().migrateDatabaseUrl, path.join(settings().dataDir, 'backups'))
  const pitches = Number(values.pitches)
  const mentions = Number(values.mentions ?? pagesOf(pitches))
  const began = performance.now()
  const { memberId, now } = await openHistoryOf(pitches, mentions)
  // As the database does by itself within a minute of so many changes.
  for (const table of ['Pitch', 'Mention', 'LinkCheck', 'Prospect'])
    await databaseAcrossWorkspaces().$executeRawUnsafe(`VACUUM (ANALYZE) "${table}"`)
  console.log(
    `${pitches} letters, ${mentions} pages (ready after ${((performance.now() - began) / 1000).toFixed(0)} s)\n`,
  )
  const scope = await actingScope(memberId, now)
  const year = { ...NOTHING, from: '2025-05-07', to: '2026-05-06' }
  await measure('whole report, all time', scope, () => report(scope, NOTHING))
  await measure('whole report, last 12 months', scope, () => report(scope, year))
  for (const number of ['sent', 'answered', 'linkedLetters', 'mentions', 'newLinks', 'keptLost'])
    await measure(`rows behind ${number}`, scope, () => listReportRows(scope, readReportRows({ number })))
  await withPages(memberId, async (ask) => {
    const least = () => ask('settings/tags')
    await measure('the page, all time', scope, () => ask('reports'), least)
    await measure(
      'the page, last 12 months',
      scope,
      () => ask(`reports?from=${year.from}&to=${year.to}`),
      least,
    )
    await measure('the page of rows', scope, () => ask('reports/rows?number=sent'), least)
  })
})

/** What the page asks, at once, as the page does. */
async function report(scope: WorkspaceScope, choice: typeof NOTHING) {
  const [outcomes] = await Promise.all([
    readOutcomeNumbers(scope, { siteId: '', from: choice.from, to: choice.to }),
    readLetterNumbers(scope, choice),
    readWayNumbers(scope, choice),
  ])
  return kaplanMeier(outcomes.lifetimes)
}

/** @param leastPage how long the least page takes, where what is measured is a page */
async function measure(
  name: string,
  { workspaceId }: WorkspaceScope,
  work: () => Promise<unknown>,
  leastPage?: () => Promise<number>,
) {
  const [ours, floor, pages]: [number[], number[], number[]] = [[], [], []]
  for (let run = 0; run < Number(values.runs) + WARM_UP; run += 1) {
    const began = performance.now()
    await work()
    const between = performance.now()
    await Promise.all([
      database().pitch.count({ where: { workspaceId, deletedAt: null, sentAt: { not: null } } }),
      database().mention.count({ where: { workspaceId, deletedAt: null } }),
      database().linkCheck.count({ where: { workspaceId } }),
    ])
    const ended = performance.now()
    const page = await leastPage?.()
    if (run < WARM_UP) continue
    if (page !== undefined) pages.push(page)
    ours.push(between - began)
    floor.push(ended - between)
  }
  const [median, least] = [quantile(ours, 0.5), quantile(floor, 0.5)]
  const words = `median ${median.toFixed(0)} ms, 95th of a hundred ${quantile(ours, 0.95).toFixed(0)} ms`
  const within = median < GOAL_MS ? 'within' : 'NOT within'
  console.log(
    `${name.padEnd(30)} ${words}  ${within} ${GOAL_MS} ms; a plain count ${least.toFixed(0)} ms, ${(median / least).toFixed(1)} times as long${besidePage(pages)}`,
  )
}

function besidePage(pages: readonly number[]): string {
  return pages.length === 0 ? '' : `; the least page ${quantile(pages, 0.5).toFixed(0)} ms`
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
}
