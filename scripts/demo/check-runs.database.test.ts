import { expect, it } from 'vitest'
import { getCheckRun, listCheckRunResults, listCheckRuns } from '#lib/features/mentions/check-run-queries.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { agency } from './agency.ts'
import { ecoShop } from './eco-shop.ts'
import { playStory } from './play-story.ts'

it.each([ecoShop, agency])(
  '$workspace has a finished check of all its mentions, which changed nothing',
  {
    timeout: 120_000,
  },
  async (story) => {
    const now = new Date('2026-06-10T15:00:00Z')
    await playStory(story, now)
    const db = databaseAcrossWorkspaces()
    const { id: workspaceId } = await db.workspace.findFirstOrThrow({ where: { name: story.workspace } })
    const owner = await db.member.findFirstOrThrow({ where: { workspaceId, role: 'owner' } })
    const scope = await actingScope(owner.id, now)
    const { runs } = await listCheckRuns(scope)
    expect(runs).toMatchObject([{ state: 'finished', words: 'All mentions' }])
    const run = await getCheckRun(scope, runs[0]?.id ?? '')
    const mentions = await db.mention.count({ where: { workspaceId } })
    expect(run).toMatchObject({
      total: mentions,
      counts: { done: mentions, waiting: 0, leftOut: 0 },
      changed: 0,
    })
    expect((await listCheckRunResults(scope, run.id)).results).toHaveLength(mentions)
    expect(await db.mention.count({ where: { workspaceId, lookState: { not: 'idle' } } })).toBe(0)
  },
)
