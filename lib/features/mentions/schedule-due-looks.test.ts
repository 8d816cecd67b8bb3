import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import { startBoss } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addSite } from '../sites/site-commands.ts'
import { lookNow } from './look-commands.ts'
import { recordMention } from './mention-commands.ts'
import { recordMentionSchema } from './mention-schema.ts'
import { scheduleDueLooks } from './schedule-due-looks.ts'

const HOUR_MS = 3_600_000
let ours: WorkspaceScope
let theirs: WorkspaceScope
let count = 0

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

function newPage() {
  count += 1
  return `https://blog-${count}.test/`
}

async function aMention(scope: WorkspaceScope, url = newPage(), nextLookAt: Date | null = NOON) {
  const site = {
    ownerName: 'Mara',
    domains: ['fernway.shop'],
    brandNames: [],
    peopleNames: [],
    timeZone: 'UTC',
  }
  const { siteId } = await addSite(scope, { name: 'Fernway', ...site })
  const { mentionId } = await recordMention(
    scope,
    recordMentionSchema.parse({ siteId, url, provenance: 'earned' }),
  )
  await change(scope, mentionId, { nextLookAt })
  return mentionId
}

function change(scope: WorkspaceScope, id: string, data: Record<string, unknown>) {
  return database().mention.updateMany({ where: { workspaceId: scope.workspaceId, id }, data })
}

async function stateOf(scope: WorkspaceScope, id: string) {
  return (await database().mention.findFirstOrThrow({ where: { workspaceId: scope.workspaceId, id } }))
    .lookState
}

async function jobsFor(mentionId: string) {
  const boss = await startBoss({ supervise: false, schedule: false, migrate: false, max: 1 })
  const jobs = await boss.findJobs<{ requestedById: string | null }>('look-at-mention', {
    data: { mentionId },
  })
  await boss.stop({ graceful: false })
  return jobs
}

describe('the clock', () => {
  it('asks for the looks that are due, in every workspace, once, spread over some minutes', async () => {
    const due = [await aMention(ours), await aMention(theirs)]
    const later = await aMention(ours, undefined, new Date(NOON.getTime() + 1))
    await Promise.all([scheduleDueLooks(NOON), scheduleDueLooks(NOON)])
    await scheduleDueLooks(NOON)
    for (const id of due) {
      const jobs = await jobsFor(id)
      expect(jobs).toHaveLength(1)
      expect(jobs[0]?.data.requestedById).toBeNull()
      const wait = (jobs[0]?.startAfter.getTime() ?? 0) - NOON.getTime()
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThanOrEqual(8 * 60_000)
    }
    expect(await stateOf(ours, later)).toBe('idle')
  })

  it('leaves demo pages, the trash and the mentions of a Site in the trash alone', async () => {
    const demo = await aMention(ours, 'https://travels.example/post')
    const trashed = await aMention(ours)
    await change(ours, trashed, { deletedAt: NOON, liveUrlKey: null })
    const orphan = await aMention(ours)
    const { siteId } = await database().mention.findFirstOrThrow({
      where: { workspaceId: ours.workspaceId, id: orphan },
    })
    await database().site.updateMany({
      where: { workspaceId: ours.workspaceId, id: siteId },
      data: { deletedAt: NOON },
    })
    await scheduleDueLooks(NOON)
    for (const id of [demo, trashed, orphan]) expect(await stateOf(ours, id)).toBe('idle')
  })

  it('asks again for a look that was asked for an hour ago and never came, also of a demo page', async () => {
    for (const url of ['https://eaten.test/', 'https://eaten.example/']) {
      const id = await aMention(ours, url, null)
      await lookNow(ours, id)
      await change(ours, id, { lookState: 'looking' })
      await scheduleDueLooks(new Date(NOON.getTime() + HOUR_MS - 1))
      expect(await jobsFor(id)).toHaveLength(1)
      await scheduleDueLooks(new Date(NOON.getTime() + HOUR_MS + 1))
      expect(await jobsFor(id)).toHaveLength(2)
      expect(await stateOf(ours, id)).toBe('waiting')
    }
  })
})
