import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { lookAtMention } from '#lib/features/mentions/look-at-mention.ts'
import { recordMention } from '#lib/features/mentions/mention-commands.ts'
import { recordMentionSchema } from '#lib/features/mentions/mention-schema.ts'
import { addSite } from '#lib/features/sites/site-commands.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { forgetSettings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { lookJobs } from './look-jobs.ts'
import { otherPeoplesPages, type Page, post } from './other-peoples-pages.ts'
import { aWorkspace, NOON } from './two-workspaces.ts'

export const LINK = post('We liked the <a href="http://fernway.shop/">Fernway tent</a> most.')
export const NAME = post('We liked the Fernway tent most.')

/** For tests of looks at many mentions: before each a new workspace with a Site, and other people's pages as one says. */
export function mentionsToCheck() {
  const db = databaseAcrossWorkspaces
  let web: Awaited<ReturnType<typeof otherPeoplesPages>>
  let ours: WorkspaceScope
  let siteId: string
  let count = 0

  beforeAll(async () => {
    web = await otherPeoplesPages({ 'fernway.shop/': post('Our shop') })
  })
  afterAll(() => web.stop())
  beforeEach(async () => {
    ours = await aWorkspace('Ours')
    siteId = await aSite('Fernway')
  })
  afterEach(async () => {
    looksPerHour('')
    await db().checkRun.updateMany({ data: { state: 'stopped' } })
    await db().mention.updateMany({ data: { lookState: 'idle', nextLookAt: null } })
    await db().lookHour.deleteMany()
  })

  async function aSite(name: string, scope = ours) {
    const rest = { ownerName: 'Mara', brandNames: ['Fernway'], peopleNames: [], timeZone: 'UTC' }
    return (await addSite(scope, { name, domains: ['fernway.shop'], ...rest })).siteId
  }

  return {
    get ours() {
      return ours
    },
    get siteId() {
      return siteId
    },
    get web() {
      return web
    },
    aSite,
    looksPerHour,

    /** Mentions nobody has to look at yet, each on a host of its own, with these pages; null is a 404. */
    async mentions(
      pages: (Page | null)[],
      more: { scope?: WorkspaceScope; site?: string; host?: (n: number) => string } = {},
    ) {
      const ids: string[] = []
      for (const page of pages) {
        count += 1
        const host = more.host?.(count) ?? `blog-${count}.test`
        if (page) web.pages[`${host}/`] = page
        const of = { siteId: more.site ?? siteId, url: `http://${host}/`, provenance: 'earned' }
        ids.push((await recordMention(more.scope ?? ours, recordMentionSchema.parse(of))).mentionId)
      }
      await db().mention.updateMany({ where: { id: { in: ids } }, data: { nextLookAt: null } })
      return ids
    },

    /** Does what the queue holds for these mentions, as the worker would. */
    async work(mentionIds: string[], now = NOON) {
      for (const id of mentionIds) {
        for (const { data } of await lookJobs(id))
          await lookAtMention(data, { resolve: web.resolve, now: () => now })
      }
    },

    waiting(mentionIds: string[]) {
      return db().mention.count({ where: { id: { in: mentionIds }, lookState: 'waiting' } })
    },

    looksOf(runId: string) {
      return db().linkCheck.findMany({ where: { runId }, select: { mentionId: true, requestedById: true } })
    },
  }
}

function looksPerHour(limit: string) {
  vi.stubEnv('LOOKS_PER_HOUR', limit)
  forgetSettings()
}
