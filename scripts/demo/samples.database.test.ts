import { expect, it } from 'vitest'
import { SAMPLE_STATES } from '#lib/domain/samples/sample-states.ts'
import { loadToday } from '#lib/features/today/today-page-queries.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { ecoShop } from './eco-shop.ts'
import { playStory } from './play-story.ts'

it('The shop’s story has a sample in every state, and Today asks about two', {
  timeout: 120_000,
}, async () => {
  const now = new Date('2026-06-10T15:00:00Z')
  await playStory(ecoShop, now)
  const db = databaseAcrossWorkspaces()
  const samples = await db.sample.findMany({ select: { state: true } })
  expect(samples.map(({ state }) => state).toSorted()).toEqual(SAMPLE_STATES.toSorted())
  const tied = await db.mention.findMany({ where: { sampleId: { not: null } }, select: { provenance: true } })
  expect(tied).toEqual([{ provenance: 'sample' }])
  const owner = await db.member.findFirstOrThrow({ where: { role: 'owner' } })
  const { sections } = await loadToday(await actingScope(owner.id, now))
  const waiting = (kind: string) =>
    sections.find((section) => section.kind === kind)?.items.map(({ who }) => who)
  expect(waiting('sample-send')).toEqual(['Aoife Brennan'])
  expect(waiting('sample-ask')).toEqual(['Camille Roche'])
})
