import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDateOf } from '#lib/domain/local-date.ts'
import { quartilesOf } from '#lib/domain/statistics/quartiles.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import {
  momentOf,
  type ReportHistory,
  reportHistory,
  reportQuestion,
  writeHistory,
} from '#lib/testing/a-report-history.ts'
import { aMember, at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { readLetterNumbers } from './letter-numbers-queries.ts'
import { readOutcomeNumbers } from './outcome-numbers-queries.ts'
import { daysOfMonth, type ReportChoice } from './report-choice.ts'
import { reportCsv, reportJson } from './report-file.ts'
import { type ReportRows, readReportRows, reportHref } from './report-list.ts'
import {
  FUNNEL,
  LETTER_NUMBERS,
  type LetterNumber,
  MENTION_NUMBERS,
  type MentionNumber,
} from './report-numbers.ts'
import { listReportRows } from './report-row-queries.ts'
import { readWayNumbers } from './report-way-queries.ts'
import { REPORT_WAYS, WAY_NUMBERS, type WayNumber } from './report-ways.ts'

const PARTS = [
  ...(['followed', 'qualified', 'notIndexable', 'otherPage', 'unlinked', 'featured'] as const),
  ...(['lost', 'pending', 'cannotTell', 'notThere', 'paid'] as const),
]
const mentionNumbers = (Object.keys(MENTION_NUMBERS) as MentionNumber[]).filter(
  (number) => number !== 'keptAtRisk' && number !== 'keptEnded',
)
const letterNumbers = Object.keys(LETTER_NUMBERS) as LetterNumber[]
const wayNumbers = Object.keys(WAY_NUMBERS) as WayNumber[]

describe('whatever happened, and whatever is asked', () => {
  it('every number is as many as its rows, its CSV and its JSON, and each step of the funnel lies within the one before', async () => {
    await fc.assert(
      fc.asyncProperty(reportHistory, reportQuestion, async (history, question) => {
        const scope = at(await aWorkspace('Ours'), momentOf(420))
        const other = await aMember(scope.workspaceId, 'writer')
        const grounds = await writeHistory(scope, other.memberId, history)
        const ground = question.ground === null ? null : grounds[question.ground]
        const choice: ReportChoice = {
          site: ground && !question.byCampaign ? ground.site.id : '',
          campaign: ground && question.byCampaign ? ground.campaign.id : '',
          member: question.isOurs === null ? '' : question.isOurs ? scope.memberId : other.memberId,
          from: question.days ? localDateOf(momentOf(question.days[0]), scope.timeZone) : '',
          to: question.days ? localDateOf(momentOf(question.days[1]), scope.timeZone) : '',
        }
        await expectSameSets(scope, choice)
        await expectAsTold(scope, history)
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
  }, 120_000)
})

/** Each takes some hundreds of questions to the database. */
const RUNS = 3

async function expectSameSets(scope: WorkspaceScope, choice: ReportChoice) {
  const [outcomes, letters, ways] = await Promise.all([
    readOutcomeNumbers(scope, {
      ...{ siteId: choice.site, campaignId: choice.campaign, memberId: choice.member },
      ...{ from: choice.from, to: choice.to },
    }),
    readLetterNumbers(scope, choice),
    readWayNumbers(scope, choice),
  ])
  const rowsOf = (
    said: Partial<Record<'number' | 'route' | 'way' | 'from' | 'to', string>> & { days?: number },
  ) => everyWay(scope, read({ ...choice, ...said }))

  const pages = new Map<MentionNumber, string[]>()
  for (const number of mentionNumbers) {
    const ids = await rowsOf({ number })
    pages.set(number, ids)
    expect([number, ids.length]).toEqual([number, outcomes[number as keyof typeof outcomes]])
  }
  const parts = PARTS.filter((number) => number !== 'paid').flatMap((number) => pages.get(number) ?? [])
  expect(parts.toSorted()).toEqual(pages.get('mentions')?.toSorted())
  const kept = (['keptStanding', 'keptLost', 'keptUntold'] as const).flatMap(
    (number) => pages.get(number) ?? [],
  )
  expect(kept.toSorted()).toEqual(pages.get('newLinks')?.toSorted())
  for (const days of [0, 30, 200]) {
    const { lifetimes } = outcomes
    const watched = lifetimes
      .filter(({ time }) => time >= days)
      .reduce((sum, each) => sum + each.ended + each.censored, 0)
    const ended = lifetimes.filter(({ time }) => time <= days).reduce((sum, each) => sum + each.ended, 0)
    expect(await rowsOf({ number: 'keptAtRisk', days })).toHaveLength(watched)
    expect(await rowsOf({ number: 'keptEnded', days })).toHaveLength(ended)
  }
  for (const { month, gained, lost } of outcomes.newAndLostPerMonth) {
    expect([month, (await rowsOf({ number: 'newLinks', ...daysOfMonth(month, choice) })).length]).toEqual([
      month,
      gained,
    ])
    expect([month, (await rowsOf({ number: 'lostLinks', ...daysOfMonth(month, choice) })).length]).toEqual([
      month,
      lost,
    ])
  }
  const perMonth = outcomes.newAndLostPerMonth.reduce((sum, { gained }) => sum + gained, 0)
  expect(perMonth).toBe(outcomes.newLinks)

  const steps = new Map<LetterNumber, string[]>()
  for (const number of letterNumbers) {
    const ids = await rowsOf({ number })
    steps.set(number, ids)
    expect([number, ids.length]).toEqual([number, letters[number]])
    for (const route of letters.routes)
      expect(await rowsOf({ number, route: route.route })).toHaveLength(route[number])
  }
  for (const [index, step] of FUNNEL.entries()) {
    const before = steps.get(FUNNEL[index - 1] ?? 'sent') ?? []
    expect(steps.get(step)?.filter((id) => !before.includes(id))).toEqual([])
  }
  expect(letters.mentionedAfterAnswer + letters.mentionedUnanswered).toBe(letters.mentionedLetters)

  for (const way of REPORT_WAYS) {
    const counts = ways.find((each) => each.way === way) ?? { tried: 0, reached: 0, linked: 0 }
    for (const number of wayNumbers)
      expect([way, number, (await rowsOf({ number, way })).length]).toEqual([way, number, counts[number]])
  }
  await expectQuartiles(scope, letters.hoursToAnswer)
}

/** Some numbers once more, from what was written down. */
async function expectAsTold(scope: WorkspaceScope, { letters, pages }: ReportHistory) {
  const all = { siteId: '', from: '', to: '' }
  const here = pages.filter(({ isGone }) => !isGone)
  const isPaid = ({ provenance }: { provenance: string }) => provenance === 'paid-elsewhere'
  const count = (outcome: string) => here.filter((page) => page.outcome === outcome && !isPaid(page)).length
  expect(await readOutcomeNumbers(scope, all)).toMatchObject({
    mentions: here.filter((page) => !isPaid(page)).length,
    paid: here.filter(isPaid).length,
    followed: count('linked'),
    qualified: count('linked-qualified'),
    unlinked: count('mentioned-unlinked'),
    featured: count('featured-not-named'),
  })
  const sent = letters.filter(({ isSent, isGone }) => isSent && !isGone)
  const answered = sent.filter(({ answeredAfterHours }) => answeredAfterHours !== null)
  const nothing = { site: '', campaign: '', member: '', from: '', to: '' }
  const told = await readLetterNumbers(scope, nothing)
  expect([told.sent, told.answered, told.waiting]).toEqual([
    sent.length,
    answered.length,
    sent.length - answered.length,
  ])
  expect(told.hoursToAnswer.toSorted((a, b) => a.value - b.value)).toEqual(
    Object.entries(Object.groupBy(answered, ({ answeredAfterHours }) => String(answeredAfterHours)))
      .map(([value, some]) => ({ value: Number(value), count: some?.length ?? 0 }))
      .sort((a, b) => a.value - b.value),
  )
}

/** PostgreSQL's percentile_cont has the same definition. */
async function expectQuartiles(_scope: WorkspaceScope, hours: readonly { value: number; count: number }[]) {
  const values = hours.flatMap(({ value, count }) => Array.from({ length: count }, () => value))
  const [theirs] = await database().$queryRaw<{ at: number[] | null }[]>`
    SELECT percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY v) AS at FROM unnest(${values}::float[]) v`
  const ours = quartilesOf(hours)
  if (!ours) return expect(theirs?.at ?? null).toBeNull()
  for (const [index, value] of [ours.lower, ours.median, ours.upper].entries())
    expect(value).toBeCloseTo(theirs?.at?.[index] ?? Number.NaN, 8)
}

/** The ids of a list's pages, walked to the end; the same as those of its files. */
async function everyWay(scope: WorkspaceScope, rows: ReportRows): Promise<string[]> {
  const listed: string[] = []
  let earlier: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof listReportRows>> = await listReportRows(scope, { ...rows, after })
    if (page.before) {
      const back = await listReportRows(scope, { ...rows, before: page.before })
      expect(back.rows.map(({ id }) => id)).toEqual(earlier)
    }
    earlier = page.rows.map(({ id }) => id)
    listed.push(...earlier)
    after = page.after
  }
  const csv = (await written(reportCsv(scope, rows))).split('\r\n').slice(1, -1)
  const json = JSON.parse(await written(reportJson(scope, rows))) as { id: string }[]
  expect(csv.map((line) => line.slice(0, 36))).toEqual(listed)
  expect(json.map(({ id }) => id)).toEqual(listed)
  expect(new Set(listed).size).toBe(listed.length)
  return listed
}

async function written(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

function read(said: Parameters<typeof reportHref>[1]): ReportRows {
  const search = new URLSearchParams(reportHref('', said).slice(1))
  return readReportRows(Object.fromEntries(search))
}
