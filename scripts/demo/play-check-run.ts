import { startCheckRun } from '#lib/features/mentions/check-run-commands.ts'
import { continueCheckRun } from '#lib/features/mentions/continue-check-run.ts'
import { lookAtMention } from '#lib/features/mentions/look-at-mention.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { DemoStory } from './demo-story.ts'
import type { Stage } from './play-story.ts'

/** One look at each mention, from the saved pages, as the worker does it. */
export async function playCheckRun(stage: Stage, { day, by }: NonNullable<DemoStory['checkRun']>) {
  const scope = stage.as(by, day)
  const { workspaceId } = scope
  const { runId } = await startCheckRun(scope)
  await continueCheckRun({ workspaceId, runId }, scope.now)
  const items = await databaseAcrossWorkspaces().checkRunItem.findMany({
    where: { workspaceId, runId },
    select: { mentionId: true },
  })
  for (const { mentionId } of items) {
    const job = { workspaceId, mentionId, requestedById: null, runId }
    await lookAtMention(job, { now: () => scope.now })
  }
}
