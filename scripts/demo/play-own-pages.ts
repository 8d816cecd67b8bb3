import { lookAtOwnPage } from '#lib/features/mentions/look-at-own-page.ts'
import { lookAtOwnPageNow } from '#lib/features/mentions/own-page-commands.ts'
import { scheduleOwnPages } from '#lib/features/mentions/schedule-own-pages.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { DemoOwnPage } from './demo-story.ts'
import { savePage } from './play-prospect.ts'
import type { Stage } from './play-story.ts'

/** Looks at pages of ours, from their saved copies, as the worker does it. */
export async function playOwnPages(stage: Stage, ownPages: DemoOwnPage[]) {
  for (const { url, day, html, ...rest } of ownPages) {
    const scope = stage.as(0, day)
    const { workspaceId, memberId: requestedById } = scope
    await savePage(url, html, rest)
    await scheduleOwnPages(scope.now)
    const { id: ownPageId } = await databaseAcrossWorkspaces().ownPage.findFirstOrThrow({
      where: { workspaceId, url },
      select: { id: true },
    })
    await lookAtOwnPageNow(scope, { ownPageId })
    await lookAtOwnPage({ workspaceId, ownPageId, requestedById }, { now: () => scope.now })
  }
}
