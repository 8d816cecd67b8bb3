import { expect, it } from 'vitest'
import { approvePitch } from '#lib/features/pitches/review-commands.ts'
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
  await approvePitch(await actingScope(reviewer.id, now), { pitchId })
  expect(await db.pitch.findUniqueOrThrow({ where: { id: pitchId } })).toMatchObject({ state: 'ready' })
})
