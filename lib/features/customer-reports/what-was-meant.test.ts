import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { reportCsv } from '#lib/domain/customer-reports/report-files.ts'
import { outcomeSentence } from '#lib/domain/customer-reports/report-outcomes.ts'
import { REPORT_SECTIONS } from '#lib/domain/customer-reports/report-states.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import { readWriterFirst } from '#lib/features/workspaces/read-first-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aLookAt, overruled } from '#lib/testing/a-look-since.ts'
import { aMention, anApprovedReport, aReportInReview, aSiteOf } from '#lib/testing/a-report.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { changeMention } from '../mentions/mention-commands.ts'
import { changeMentionSchema } from '../mentions/mention-schema.ts'
import { readReport } from './read-report.ts'
import { addReport, changeReport } from './report-commands.ts'
import { getReport, getReviewOfReport } from './report-queries.ts'
import { addReportSchema } from './report-schema.ts'
import { approveReport, askForReview } from './review-commands.ts'

const HOUR_MS = 3_600_000
let ours: WorkspaceScope
beforeAll(async () => {
  ;({ ours } = await twoWorkspaces())
})

const later = (hours: number) => at(ours, new Date(ours.now.getTime() + hours * HOUR_MS))

async function says(scope: WorkspaceScope, siteId: string, odd: object = {}) {
  const { content } = await readReport(scope, await aReportInReview(scope, siteId, odd))
  if (!content) throw new Error('It says nothing')
  return content
}

async function changesOf(scope: WorkspaceScope, siteId: string) {
  const { changes } = await says(scope, siteId)
  return changes?.list.map(({ kind, title, outcome, before }) => [kind, title, outcome, before])
}

describe('a loss', () => {
  it('that was only missing when the last report went out is told of in the next one', async () => {
    const site = await aSiteOf(ours, 'Missing then')
    const mentionId = await aMention(ours, site, { title: 'goes' })
    await aLookAt(later(1), mentionId, 'lost')
    const first = later(2)
    expect((await says(first, site)).numbers).toMatchObject({ pending: 1, lost: 0 })
    await anApprovedReport(first, site)
    await aLookAt(later(26), mentionId, 'lost')
    const second = later(27)
    expect(await changesOf(second, site)).toEqual([['lost', 'goes', 'lost', 'missing-looking-again']])
    await anApprovedReport(second, site)
    expect(await changesOf(later(28), site)).toEqual([])
  })

  it('is told of too where the last report was of other days and did not name the page', async () => {
    const site = await aSiteOf(ours, 'Other days')
    const mentionId = await aMention(ours, site, { title: 'goes' })
    await aLookAt(later(1), mentionId, 'lost')
    await anApprovedReport(later(2), site, { from: '2025-01-01', to: '2025-02-01' })
    await aLookAt(later(26), mentionId, 'lost')
    expect(await changesOf(later(27), site)).toEqual([['lost', 'goes', 'lost', 'missing-looking-again']])
  })

  it('counts among the clips of the days on which it became certain', async () => {
    const site = await aSiteOf(ours, 'Certain')
    const mentionId = await aMention(ours, site, {
      title: 'goes',
      more: { createdAt: new Date('2025-01-01T12:00:00Z') },
    })
    await aLookAt(at(ours, '2026-03-31T20:00:00Z'), mentionId, 'lost')
    await aLookAt(at(ours, '2026-04-01T21:00:00Z'), mentionId, 'lost')
    const scope = at(ours, '2026-04-30T12:00:00Z')
    const titles = async (days: object) => (await says(scope, site, days)).clips.map(({ title }) => title)
    expect(await titles({ from: '2026-03-01', to: '2026-03-31' })).toEqual([])
    expect(await titles({ from: '2026-04-01', to: '2026-04-30' })).toEqual(['goes'])
  })

  it('that a person said says who knows it, and that of two looks says so', async () => {
    const site = await aSiteOf(ours, 'Who knows')
    const said = await aMention(ours, site, { title: 'said' })
    const seen = await aMention(ours, site, { title: 'seen' })
    for (const id of [said, seen]) await aLookAt(later(1), id, 'lost')
    await overruled(later(2), said, 'lost')
    await aLookAt(later(26), seen, 'lost')
    const content = await says(later(27), site)
    const told = Object.fromEntries(content.clips.map((clip) => [clip.title, outcomeSentence(clip)]))
    expect(told).toEqual({
      said: 'The link was there, and is not any more. A person says so, and not a look.',
      seen: 'The link was there, and is not any more. Two looks a day apart say so.',
    })
    expect(reportCsv(content)).toMatch(/A person says so, and not a look\.",Earned,a person/)
  })

  it('that a person said is one of two looks once a second look agrees', async () => {
    const site = await aSiteOf(ours, 'Both know')
    const mentionId = await aMention(ours, site, { title: 'said' })
    await aLookAt(later(1), mentionId, 'lost')
    await overruled(later(2), mentionId, 'lost')
    await aLookAt(later(26), mentionId, 'lost')
    expect((await says(later(27), site)).clips).toMatchObject([{ outcome: 'lost', saidByPerson: false }])
  })
})

describe('a page', () => {
  it('that was paid for is no news either', async () => {
    const site = await aSiteOf(ours, 'Paid')
    await anApprovedReport(ours, site)
    const scope = later(1)
    await aMention(scope, site, { title: 'bought', more: { provenance: 'paid-elsewhere' } })
    expect(await changesOf(later(2), site)).toEqual([])
  })

  it('that a feed found is told of once somebody said that it is about the Site, however late', async () => {
    const site = await aSiteOf(ours, 'Found')
    const found = { title: 'found', more: { foundBy: 'feed', reviewSince: ours.now } }
    const mentionId = await aMention(ours, site, found)
    await anApprovedReport(later(1), site)
    expect(await changesOf(later(2), site)).toEqual([])
    const { workspaceId, memberId: byId } = ours
    await database().outcomeDecision.create({
      data: {
        workspaceId,
        mentionId,
        lookNumber: 1,
        kind: 'confirmed',
        outcome: 'linked',
        byId,
        at: later(3).now,
      },
    })
    expect(await changesOf(later(4), site)).toEqual([['new', 'found', 'linked', null]])
  })

  it('that a feed found and somebody took up stays told of when a later look asks for a decision', async () => {
    const site = await aSiteOf(ours, 'Taken up')
    const found = { title: 'taken up', more: { foundBy: 'feed', everLinked: true } }
    const mentionId = await aMention(ours, site, found)
    await aLookAt(later(1), mentionId, 'lost')
    await aLookAt(later(26), mentionId, 'lost')
    const { workspaceId } = ours
    const { reviewSince } = await database().mention.findFirstOrThrow({
      where: { workspaceId, id: mentionId },
    })
    expect(reviewSince).not.toBeNull()
    expect((await says(later(27), site)).clips).toMatchObject([{ title: 'taken up', outcome: 'lost' }])
  })

  it('whose address is corrected keeps nothing of what was seen at the old one', async () => {
    const site = await aSiteOf(ours, 'Corrected')
    const mentionId = await aMention(ours, site, { words: 'Seen at the old address.' })
    const corrected = at(ours, '2026-05-01T12:00:00Z')
    const fields = { mentionId, url: `https://paper.example/${randomUUID()}`, provenance: 'earned' }
    await changeMention(corrected, changeMentionSchema.parse(fields))
    const scope = at(ours, '2026-05-20T12:00:00Z')
    expect((await says(scope, site)).clips).toMatchObject([
      { outcome: 'not-looked', firstSeenOn: null, lastLookedOn: null, words: '' },
    ])
    await aLookAt(at(ours, '2026-05-10T12:00:00Z'), mentionId, 'linked')
    expect((await says(scope, site)).clips).toMatchObject([
      { outcome: 'linked', firstSeenOn: '2026-05-10', lastLookedOn: '2026-05-10', words: '' },
    ])
  })
})

describe('a second pair of eyes', () => {
  it('is none of those who wrote any of it, whoever saved it last', async () => {
    const site = await aSiteOf(ours, 'Three hands')
    const [first, second, third, reader] = [
      await aMember(ours.workspaceId, 'manager', ours.now),
      await aMember(ours.workspaceId, 'manager', ours.now),
      await aMember(ours.workspaceId, 'manager', ours.now),
      await aMember(ours.workspaceId, 'reviewer', ours.now),
    ]
    await readWriterFirst(ours, { memberId: second.memberId, isReadFirst: true })
    const fields = {
      title: 'March',
      from: '2026-01-01',
      to: '2026-12-31',
      words: 'Hello',
      sections: [...REPORT_SECTIONS],
    }
    const input = addReportSchema.parse({ ...fields, siteId: site, once: randomUUID() })
    const { reportId } = await addReport(first, input)
    await changeReport(second, { ...input, reportId, version: 1, words: 'All of this is mine' })
    await changeReport(third, { ...input, reportId, version: 2 })
    await changeReport(third, { ...input, reportId, version: 3 })
    expect((await getReport(ours, reportId)).handIds).toEqual(
      [first, second, third].map(({ memberId }) => memberId),
    )
    await askForReview(first, { reportId })
    const { whyNot } = await getReviewOfReport(second, reportId)
    expect(whyNot).toContain('you wrote in it')
    const { read } = await readReport(second, reportId)
    await expect(approveReport(second, { reportId, read, reason: '' })).rejects.toThrow(Refusal)
    await approveReport(reader, { reportId, read, reason: '' })
  })
})
