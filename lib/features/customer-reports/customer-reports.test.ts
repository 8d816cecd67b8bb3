import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { STALE_AFTER_DAYS } from '#lib/domain/customer-reports/report-review.ts'
import { REPORT_SECTIONS } from '#lib/domain/customer-reports/report-states.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { reportsToReview } from '#lib/features/today/reports-on-today.ts'
import { moveToTrash, restoreFromTrash } from '#lib/features/trash/trash-commands.ts'
import { readWriterFirst } from '#lib/features/workspaces/read-first-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMention, aSiteOf } from '#lib/testing/a-report.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { readReport } from './read-report.ts'
import { addReport, changeReport } from './report-commands.ts'
import { getApprovedReport, getReport, getReviewOfReport, listReports } from './report-queries.ts'
import { addReportSchema } from './report-schema.ts'
import { approveReport, askForReview, giveBackReport, lookAgain, takeBackReport } from './review-commands.ts'

const DAY_MS = 24 * 60 * 60 * 1000
let ours: WorkspaceScope
let theirs: WorkspaceScope
let writer: WorkspaceScope
let reviewer: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  writer = await aMember(ours.workspaceId, 'writer', ours.now)
  reviewer = await aMember(ours.workspaceId, 'reviewer', ours.now)
})

function writing(siteId: string, odd: object = {}) {
  const fields = { siteId, title: 'March', from: '2026-01-01', to: '2026-12-31', words: 'Hello' }
  return addReportSchema.parse({ ...fields, sections: [...REPORT_SECTIONS], once: randomUUID(), ...odd })
}

async function aReport(scope: WorkspaceScope, siteId: string, odd: object = {}): Promise<string> {
  return (await addReport(scope, writing(siteId, odd))).reportId
}

async function approve(scope: WorkspaceScope, reportId: string, reason = '') {
  const { read } = await readReport(scope, reportId)
  await approveReport(scope, { reportId, read, reason })
}

describe('a report for a customer', () => {
  it('tells of its one Site, and of nothing else of this workspace or another', async () => {
    const [site, other] = [await aSiteOf(ours, 'Tern'), await aSiteOf(ours, 'Lumen')]
    const far = await aSiteOf(theirs, 'Far')
    await aMention(ours, site, { title: 'Ours', words: 'Tern makes coffee. Write to ana@tern.example.' })
    await aMention(ours, other, { title: 'Secret of Lumen', words: 'Secret of Lumen' })
    await aMention(theirs, far, { title: 'Secret of Far', words: 'Secret of Far' })
    const reportId = await aReport(writer, site)
    const { content } = await readReport(writer, reportId)
    expect(content?.clips).toMatchObject([
      { title: 'Ours', outcome: 'linked', group: 'followed', words: 'Tern makes coffee. Write to …' },
    ])
    expect(JSON.stringify(content)).not.toMatch(/Lumen|Far|Secret/)
    await expect(readReport(theirs, reportId)).rejects.toThrow(NotFound)
    await expect(addReport(writer, writing(far))).rejects.toThrow(NotFound)
  })

  it('counts links, mentions without one, and what is lost, each apart', async () => {
    const site = await aSiteOf(ours, 'Counted')
    for (const outcome of [
      'linked',
      'linked',
      'linked-qualified',
      'linked-not-indexable',
      'linked-wrong-page',
    ])
      await aMention(ours, site, { outcome })
    for (const outcome of ['mentioned-unlinked', 'featured-not-named', 'could-not-check', 'not-mentioned'])
      await aMention(ours, site, { outcome })
    await aMention(ours, site, { outcome: 'lost', more: { everLinked: true, outcomeAt: ours.now } })
    await aMention(ours, site, { outcome: 'not-looked', more: { lastLookAt: null } })
    await aMention(ours, site, { more: { provenance: 'paid-elsewhere' } })
    await aMention(ours, site, { more: { foundBy: 'feed', reviewSince: ours.now } })
    await aMention(ours, site, { more: { deletedAt: ours.now, liveUrlKey: null } })
    const { content } = await readReport(writer, await aReport(writer, site))
    expect(content?.numbers).toEqual({
      ...{ followed: 2, qualified: 1, 'not-indexable': 1, 'other-page': 1, unlinked: 1, featured: 1 },
      ...{ lost: 1, pending: 1, 'cannot-tell': 1, 'not-there': 1, paid: 1 },
    })
    expect(content?.clips).toHaveLength(12)
  })

  it('tells of the days it names in the Site’s own zone, and of what was lost on them', async () => {
    const site = await aSiteOf(ours, 'Days', 'Pacific/Auckland')
    const recorded = (when: string) => ({ more: { createdAt: new Date(when) } })
    await aMention(ours, site, { title: 'inside', ...recorded('2026-01-31T11:30:00Z') })
    await aMention(ours, site, { title: 'before', ...recorded('2026-01-31T10:30:00Z') })
    await aMention(at(ours, '2026-02-11T00:00:00Z'), site, {
      ...{ title: 'lost then', outcome: 'lost' },
      more: {
        ...{ createdAt: new Date('2025-01-01T00:00:00Z'), everLinked: true },
        outcomeAt: new Date('2026-02-10T00:00:00Z'),
      },
    })
    const reportId = await aReport(writer, site, { from: '2026-02-01', to: '2026-02-28' })
    const { content } = await readReport(writer, reportId)
    expect(content?.clips.map(({ title }) => title)).toEqual(['inside', 'lost then'])
  })

  it('is begun once however often it is pressed, and asks for days in their order and one part at least', async () => {
    const site = await aSiteOf(ours, 'Once')
    const input = writing(site)
    expect(await addReport(writer, input)).toEqual(await addReport(writer, input))
    const odd = { from: '2026-02-02', to: '2026-02-01' }
    expect(() => writing(site, odd)).toThrow('It ends before it begins')
    expect(() => writing(site, { sections: [] })).toThrow('Choose at least one part')
  })

  it('is written by writers, and keeps what somebody else wrote meanwhile', async () => {
    const site = await aSiteOf(ours, 'Two hands')
    await expect(addReport(reviewer, writing(site))).rejects.toThrow(Refusal)
    const reportId = await aReport(writer, site)
    const change = { ...writing(site), reportId, version: 1 }
    await changeReport(writer, { ...change, title: 'First' })
    await expect(changeReport(ours, { ...change, title: 'Second' })).rejects.toThrow(
      'Somebody else has changed it',
    )
    expect(await getReport(ours, reportId)).toMatchObject({ title: 'First', version: 2 })
    await expect(changeReport(theirs, change)).rejects.toThrow(NotFound)
  })

  it('goes to the trash and back, and with its Site', async () => {
    const site = await aSiteOf(ours, 'Trash')
    const reportId = await aReport(writer, site)
    const { trashId } = await moveToTrash(writer, 'customer-report', reportId)
    await expect(getReport(ours, reportId)).rejects.toThrow(NotFound)
    expect(await restoreFromTrash(writer, trashId)).toEqual({ path: `/customer-reports/${reportId}` })
    await moveToTrash(ours, 'site', site)
    await expect(getReport(ours, reportId)).rejects.toThrow(NotFound)
  })
})

describe('the review of a report', () => {
  it('asks for fresh looks at what was last looked at too long ago, once', async () => {
    const site = await aSiteOf(ours, 'Stale')
    const fresh = await aMention(ours, site)
    const old = new Date(ours.now.getTime() - (STALE_AFTER_DAYS + 1) * DAY_MS)
    const stale = await aMention(ours, site, { more: { lastLookAt: old } })
    const reportId = await aReport(writer, site)
    expect(await askForReview(writer, { reportId })).toEqual({ looks: 1 })
    expect(await askForReview(writer, { reportId })).toEqual({ looks: 0 })
    expect(await lookAgain(writer, { reportId })).toEqual({ looks: 0 })
    const { workspaceId } = ours
    const items = await database().checkRunItem.findMany({
      where: { workspaceId, mentionId: { in: [fresh, stale] } },
      select: { mentionId: true, state: true },
    })
    expect(items).toEqual([{ mentionId: stale, state: 'waiting' }])
    expect(await readReport(reviewer, reportId)).toMatchObject({ waiting: 1 })
  })

  it('refuses approval while looks are to come, unless a reason is given, which is kept', async () => {
    const site = await aSiteOf(ours, 'Waiting')
    await aMention(ours, site, { more: { lastLookAt: null, outcome: 'not-looked' } })
    const reportId = await aReport(writer, site)
    await askForReview(writer, { reportId })
    await expect(approve(reviewer, reportId)).rejects.toMatchObject({ field: 'reason' })
    await approve(reviewer, reportId, 'Their board meets today')
    expect(await getReport(ours, reportId)).toMatchObject({
      ...{ state: 'approved', waitingReason: 'Their board meets today' },
    })
  })

  it('approves what was read, and not what came in since', async () => {
    const site = await aSiteOf(ours, 'Read')
    await aMention(ours, site)
    const reportId = await aReport(writer, site)
    await askForReview(writer, { reportId })
    const { read } = await readReport(reviewer, reportId)
    await aMention(ours, site)
    await expect(approveReport(reviewer, { reportId, read, reason: '' })).rejects.toThrow(
      'It says something else',
    )
    await approve(reviewer, reportId)
    await expect(approve(reviewer, reportId)).rejects.toThrow('approved already')
  })

  it('leaves nobody to approve their own but owners and managers, and nobody at all where letters are read first', async () => {
    const site = await aSiteOf(ours, 'Own')
    const mine = await aReport(ours, site)
    await askForReview(ours, { reportId: mine })
    await approve(ours, mine)
    const first = await aMember(ours.workspaceId, 'manager', ours.now)
    await readWriterFirst(ours, { memberId: first.memberId, isReadFirst: true })
    const theirOwn = await aReport(first, site)
    await askForReview(first, { reportId: theirOwn })
    expect(await getReviewOfReport(first, theirOwn)).toMatchObject({
      whyNot: expect.stringContaining('Somebody else'),
    })
    await expect(approve(first, theirOwn)).rejects.toThrow(Refusal)
    await expect(approve(writer, theirOwn)).rejects.toThrow(Refusal)
    await approve(reviewer, theirOwn)
  })

  it('stands on Today for who may approve it, and for nobody who wrote it and may not', async () => {
    const { ours: house } = await twoWorkspaces()
    const [own, reader] = [
      await aMember(house.workspaceId, 'writer'),
      await aMember(house.workspaceId, 'reviewer'),
    ]
    const reportId = await aReport(own, await aSiteOf(house, 'Today'))
    expect(await reportsToReview(reader, {})).toEqual([])
    await askForReview(own, { reportId })
    const reviewing = { ...own, grants: { writersMayReview: true } }
    expect(await reportsToReview(reader, {})).toMatchObject([
      { id: reportId, path: `/customer-reports/${reportId}` },
    ])
    expect(await reportsToReview(house, {})).toHaveLength(1)
    expect(await reportsToReview(reviewing, {})).toEqual([])
    await expect(reportsToReview(own, {})).rejects.toThrow(NotFound)
    await approve(reader, reportId)
    expect(await reportsToReview(house, {})).toEqual([])
  })

  it('gives it back with a remark, to be changed and asked again; and can be taken back before', async () => {
    const site = await aSiteOf(ours, 'Back')
    const reportId = await aReport(writer, site)
    await expect(giveBackReport(reviewer, { reportId, remark: 'Now' })).rejects.toThrow('not in review')
    await askForReview(writer, { reportId })
    await takeBackReport(writer, { reportId })
    await takeBackReport(writer, { reportId })
    await askForReview(writer, { reportId })
    await expect(giveBackReport(writer, { reportId, remark: 'No' })).rejects.toThrow(Refusal)
    await giveBackReport(reviewer, { reportId, remark: 'Say thank you first.' })
    const back = await getReport(writer, reportId)
    expect(back).toMatchObject({ state: 'given-back', remark: 'Say thank you first.' })
    await changeReport(writer, { ...writing(site), reportId, version: back.version })
    await askForReview(writer, { reportId })
    expect(await getReport(writer, reportId)).toMatchObject({ state: 'in-review', remark: '' })
  })

  it('names what is new, lost and changed since the last approved report, and what a look cannot tell not at all', async () => {
    const site = await aSiteOf(ours, 'Since')
    const [stays, goes, turns, blurs] = [
      await aMention(ours, site, { title: 'stays' }),
      await aMention(ours, site, { title: 'goes' }),
      await aMention(ours, site, { title: 'turns' }),
      await aMention(ours, site, { title: 'blurs' }),
    ]
    const first = await aReport(writer, site)
    await askForReview(writer, { reportId: first })
    expect((await readReport(reviewer, first)).content?.changes).toBeNull()
    await approve(reviewer, first)
    const later = new Date(ours.now.getTime() + DAY_MS)
    const turn = (id: string, outcome: string) =>
      database().mention.updateMany({
        where: { workspaceId: ours.workspaceId, id },
        data: { outcome, outcomeAt: later, everLinked: true },
      })
    await turn(goes, 'lost')
    await turn(turns, 'linked-qualified')
    await turn(blurs, 'could-not-check')
    await turn(stays, 'linked')
    await aMention(ours, site, { title: 'comes', more: { createdAt: later } })
    const evening = at(writer, new Date(later.getTime() + 60_000))
    const second = await aReport(evening, site)
    const { content } = await readReport(evening, second)
    expect(content?.changes?.list.map(({ kind, title, before }) => [kind, title, before])).toEqual([
      ['lost', 'goes', 'linked'],
      ['new', 'comes', null],
      ['changed', 'turns', 'linked'],
    ])
  })

  it('keeps for good what was approved, whatever becomes of pages, names and words', async () => {
    const site = await aSiteOf(ours, 'Frozen')
    const mentionId = await aMention(ours, site, { title: 'As it was' })
    const reportId = await aReport(writer, site)
    await askForReview(writer, { reportId })
    await approve(reviewer, reportId)
    const before = JSON.stringify((await getApprovedReport(ours, reportId)).content)
    const { workspaceId } = ours
    await database().mention.updateMany({
      where: { workspaceId, id: mentionId },
      data: { outcome: 'lost', pressTitle: 'Another title' },
    })
    await database().site.updateMany({ where: { workspaceId, id: site }, data: { name: 'Another name' } })
    expect(JSON.stringify((await getApprovedReport(ours, reportId)).content)).toBe(before)
    await expect(changeReport(ours, { ...writing(site), reportId, version: 9 })).rejects.toThrow(
      'says for good',
    )
    await expect(takeBackReport(ours, { reportId })).rejects.toThrow('approved meanwhile')
    await expect(giveBackReport(reviewer, { reportId, remark: 'Late' })).rejects.toThrow(Refusal)
    await expect(askForReview(writer, { reportId })).rejects.toThrow('approved already')
  })
})

describe('a viewer', () => {
  it('sees approved reports of the Sites chosen for them, and no other', async () => {
    const { ours: agency } = await twoWorkspaces()
    const [mine, other] = [await aSiteOf(agency, 'Mine'), await aSiteOf(agency, 'Other')]
    await aMention(agency, mine)
    const ids: Record<string, string> = {}
    for (const [name, site, isOut] of [
      ['approved', mine, true],
      ['draft', mine, false],
      ['other', other, true],
    ] as const) {
      const reportId = await aReport(agency, site)
      ids[name] = reportId
      if (!isOut) continue
      await askForReview(agency, { reportId })
      await approve(agency, reportId)
    }
    const viewer = await aMember(agency.workspaceId, 'viewer', agency.now, [mine])
    expect((await listReports(viewer)).reports.map(({ id }) => id)).toEqual([ids.approved])
    expect((await readReport(viewer, ids.approved ?? '')).content?.clips).toHaveLength(1)
    for (const id of [ids.draft ?? '', ids.other ?? '']) {
      await expect(getReport(viewer, id)).rejects.toThrow(NotFound)
      await expect(readReport(viewer, id)).rejects.toThrow(NotFound)
      await expect(getApprovedReport(viewer, id)).rejects.toThrow(NotFound)
    }
    await expect(getReviewOfReport(viewer, ids.approved ?? '')).rejects.toThrow(NotFound)
    await expect(addReport(viewer, writing(mine))).rejects.toThrow(Refusal)
    await expect(approve(viewer, ids.approved ?? '')).rejects.toThrow(Refusal)
  })
})
