import { expect, it } from 'vitest'
import { listRemarks } from '#lib/features/pitches/remark-queries.ts'
import { approvePitch } from '#lib/features/pitches/review-commands.ts'
import { getSecondEyes } from '#lib/features/pitches/second-eyes-queries.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { agency } from './agency.ts'
import { playStory } from './play-story.ts'

it('The agency’s story leaves one letter in review, which its reviewer can pass, and reports at every step', {
  timeout: 120_000,
}, async () => {
  const now = new Date('2026-06-10T15:00:00Z')
  await playStory(agency, now)
  const db = databaseAcrossWorkspaces()
  const pitches = await db.pitch.findMany({ select: { id: true, state: true } })
  const [waiting, ...more] = pitches.filter((pitch) => pitch.state === 'in-review')
  expect(more).toEqual([])
  expect([...new Set(pitches.map((pitch) => pitch.state))].toSorted()).toEqual([
    'answered',
    'draft',
    'in-review',
    'sent',
  ])
  const reports = await db.customerReport.findMany({
    select: { state: true, _count: { select: { links: true } } },
  })
  expect(reports.map(({ state, _count }) => `${state} ${_count.links}`).toSorted()).toEqual([
    ...['approved 1', 'draft 0', 'in-review 0'],
  ])
  const reviewer = await db.member.findFirstOrThrow({ where: { role: 'reviewer' } })
  const pitchId = waiting?.id ?? ''
  const scope = await actingScope(reviewer.id, now)
  expect(await listRemarks(scope, pitchId)).toMatchObject([
    { quote: 'in a yard with thieves', state: 'open', place: { start: expect.any(Number) } },
  ])
  expect(await getSecondEyes(scope, pitchId)).toMatchObject({ why: expect.any(String), mayPass: true })
  await approvePitch(scope, { pitchId })
  expect(await db.pitch.findUniqueOrThrow({ where: { id: pitchId } })).toMatchObject({ state: 'ready' })
})
