import { expect, it } from 'vitest'
import { requestStanding } from '#lib/domain/requests/request-states.ts'
import { readRequestList } from '#lib/features/requests/request-list.ts'
import { listRequests } from '#lib/features/requests/request-list-queries.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { ecoShop } from './eco-shop.ts'
import { freelancer } from './freelancer.ts'
import { playStory } from './play-story.ts'

const NOW = new Date('2026-06-10T15:00:00Z')

async function standingsOf(story: typeof ecoShop) {
  await playStory(story, NOW)
  const workspace = await databaseAcrossWorkspaces().workspace.findFirstOrThrow({
    where: { name: story.workspace },
    include: { members: { where: { role: 'owner' } } },
  })
  const scope = await actingScope(workspace.members[0]?.id ?? '', NOW)
  const { requests } = await listRequests(scope, readRequestList({ show: 'all' }))
  return requests.map(({ standing }) => standing.kind)
}

it('The shop’s story has a request in every state, and the freelancer’s the newspaper without a link', {
  timeout: 120_000,
}, async () => {
  expect(new Set(await standingsOf(ecoShop))).toEqual(
    new Set(['open', 'due-soon', 'late', 'answered', 'quoted-linked', 'not-used', 'let-be', 'too-late']),
  )
  expect(await standingsOf(freelancer)).toEqual(['quoted-unlinked'])
  const kept = {
    state: 'closed',
    closedReason: 'quoted',
    deadlineAt: null,
    now: NOW,
    outcome: 'mentioned-unlinked',
  } as const
  expect(requestStanding(kept).sentence).toContain('an outcome, not a failure')
})
