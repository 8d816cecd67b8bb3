import { expect, it } from 'vitest'
import { listRemarks } from '#lib/features/pitches/remark-queries.ts'
import { approvePitch } from '#lib/features/pitches/review-commands.ts'
import { getSecondEyes } from '#lib/features/pitches/second-eyes-queries.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { agency } from './agency.ts'
import { playStory } from './play-story.ts'

it('The agency’s story leaves one letter in review, which its reviewer can pass', {
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
