import { beforeAll, describe, expect, it } from 'vitest'
import { CONTRIBUTION_KINDS } from '#lib/domain/contributions/contribution-kinds.ts'
import { CONTRIBUTION_STATES } from '#lib/domain/contributions/contribution-states.ts'
import { listContributions } from '#lib/features/contributions/contribution-list-queries.ts'
import { listMaybeOut } from '#lib/features/contributions/episode-queries.ts'
import { listInsights } from '#lib/features/insights/insight-queries.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { freelancer } from './freelancer.ts'
import { playStory } from './play-story.ts'

const now = new Date('2026-10-14T15:00:00Z')
let scope: WorkspaceScope

beforeAll(async () => {
  await playStory(freelancer, now)
  const member = await databaseAcrossWorkspaces().member.findFirstOrThrow({
    where: { user: { demoRole: 'freelancer' } },
  })
  scope = await actingScope(member.id, now)
}, 120_000)

describe('the travel writer’s demo', () => {
  it('shows work of every kind and in every state', async () => {
    const { contributions } = await listContributions(scope, { state: 'all' })
    expect(new Set(contributions.map(({ kind }) => kind))).toEqual(new Set(CONTRIBUTION_KINDS))
    expect(new Set(contributions.map(({ state }) => state))).toEqual(new Set(CONTRIBUTION_STATES))
  })

  it('has an episode in a feed that waits for a yes', async () => {
    const [work] = await listMaybeOut(scope)
    expect(work?.episodes.map(({ title }) => title)).toEqual(['Bread on board, with Ines Moreau'])
  })

  it('has an insight that a page cites by a link', async () => {
    expect((await listInsights(scope)).insights).toMatchObject([{ citing: 1, linking: 1 }])
  })
})
