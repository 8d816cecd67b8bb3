import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import type { Role } from '#lib/domain/roles.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { readLetterNumbers } from './letter-numbers-queries.ts'
import { readOutcomeNumbers } from './outcome-numbers-queries.ts'
import { ANYTHING, daysOfMonth, monthsOf } from './report-choice.ts'
import { reportCsv } from './report-file.ts'
import { countedDays, readReportList, readReportRows, reportHref, reportRanges } from './report-list.ts'
import { listReportMembers } from './report-member-queries.ts'
import { titleOfRows } from './report-numbers.ts'
import { listReportRows } from './report-row-queries.ts'
import { readWayNumbers } from './report-way-queries.ts'

const SITE = '01890000-0000-7000-8000-000000000001'

describe('the address of a report', () => {
  it('holds what is asked for, and passes over what makes no sense', () => {
    expect(readReportList({ site: SITE, campaign: 'x', member: ["'; --"], from: '2026-01-01' })).toEqual({
      ...{ site: SITE, campaign: '', member: '', from: '2026-01-01', to: '', errors: {} },
    })
    const list = readReportList({ from: '2026-02-30', to: '2026-03-01' })
    expect(list.errors.from).toContain('This is no day.')
    expect(countedDays(list)).toEqual({ from: '', to: '2026-03-01' })
  })

  it('of rows names a number that is one, and a way where it needs one', () => {
    expect(readReportRows({ number: 'toString', route: 'bought', way: 'ads', days: '-3' })).toMatchObject({
      ...{ number: 'mentions', route: undefined, way: undefined, days: 0 },
    })
    expect(readReportRows({ number: 'reached' })).toMatchObject({ number: 'mentions' })
    const asked = readReportRows({ number: 'reached', way: 'podcast', site: SITE })
    expect(titleOfRows(asked)).toBe('What a page came of that names or links us')
    expect(reportHref('/rows', asked)).toBe(`/rows?number=reached&way=podcast&site=${SITE}`)
    expect(readReportRows({ number: 'keptEnded', days: '90' })).toMatchObject({
      number: 'keptEnded',
      days: 90,
    })
  })

  it.each([
    ['2026-03-04', '2026-03-01:2026-03-04', '2026-02-01:2026-02-28', '2025-10-01:2025-12-31'],
    ['2026-01-31', '2026-01-01:2026-01-31', '2025-12-01:2025-12-31', '2025-10-01:2025-12-31'],
    ['2026-12-31', '2026-12-01:2026-12-31', '2026-11-01:2026-11-30', '2026-07-01:2026-09-30'],
  ])('offers on %s this month, the last one and the last quarter', (today, month, last, quarter) => {
    const ranges = reportRanges(new Date(`${today}T12:00:00Z`), 'UTC')
    expect(ranges.map(({ from, to }) => `${from}:${to}`).slice(0, 4)).toEqual([':', month, last, quarter])
  })
})

describe('the months of a report', () => {
  const names = (from: string, to: string) =>
    monthsOf({ ...ANYTHING, from, to }, NOON, 'UTC').map(({ month }) => month)

  it('are those its time lies in, up to today', () => {
    expect(names('2025-12-31', '2026-02-01')).toEqual(['2025-12', '2026-01', '2026-02'])
    expect(names('2026-02-01', '')).toEqual(['2026-02', '2026-03'])
    expect(names('2026-02-01', '2031-01-01')).toEqual(['2026-02', '2026-03'])
    expect(names('', '')).toHaveLength(60)
    expect(names('2027-01-01', '')).toEqual([])
  })

  it('begin where the person lives', () => {
    const [march] = monthsOf({ ...ANYTHING, from: '2026-03-01' }, NOON, 'Pacific/Auckland')
    expect(march).toEqual({ month: '2026-03', begins: new Date('2026-02-28T11:00:00Z') })
  })

  it.each([
    ['2026-02', '', '', '2026-02-01', '2026-02-28'],
    ['2026-12', '2026-12-05', '', '2026-12-05', '2026-12-31'],
    ['2026-02', '2026-01-05', '2026-02-10', '2026-02-01', '2026-02-10'],
  ])('%s within %j to %j goes from %s to %s', (month, from, to, first, last) => {
    expect(daysOfMonth(month, { from, to })).toEqual({ from: first, to: last })
  })
})

describe('who sees what', () => {
  let owner: WorkspaceScope
  beforeAll(async () => {
    owner = await aWorkspace('Ours')
  })

  it.each<[Role, boolean, boolean]>([
    ['owner', true, true],
    ['manager', true, true],
    ['writer', true, false],
    ['reviewer', true, false],
    ['viewer', false, false],
  ])('a %s: letters %s, files %s', async (role, seesLetters, savesFiles) => {
    const scope = await aMember(owner.workspaceId, role)
    await readOutcomeNumbers(scope, { siteId: '', from: '', to: '' })
    await listReportRows(scope, readReportRows({ number: 'links' }))
    const ofLetters = [
      () => readLetterNumbers(scope, ANYTHING),
      () => readWayNumbers(scope, ANYTHING),
      () => listReportMembers(scope),
      () => listReportRows(scope, readReportRows({ number: 'sent' })),
      () => listReportRows(scope, readReportRows({ number: 'tried', way: 'samples' })),
    ]
    for (const ask of ofLetters) await expectSeen(ask, seesLetters)
    await expectSeen(() => reportCsv(scope, readReportRows({ number: 'links' })).next(), savesFiles)
  })
})

async function expectSeen(ask: () => Promise<unknown>, isSeen: boolean) {
  if (isSeen) await ask()
  else await expect(ask()).rejects.toBeInstanceOf(NotFound)
}
