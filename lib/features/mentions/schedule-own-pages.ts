import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'
import { countLooks, takeLooks } from './look-budget.ts'
import { mentionKeyOf } from './mention-key.ts'
import { hostOf, isDemoAddress } from './mention-question.ts'

const BATCH = 100
/** A look that was asked for and has not come by then is asked for again: a bug or an accident ate it. */
export const ASK_AGAIN_AFTER_MS = 60 * 60 * 1000

/**
 * Keeps the list of our own pages as the campaigns have it, and asks for the looks that are due, across all workspaces.
 * May run twice, or beside another worker: each page is asked for once. Demo pages are never fetched, and pages of a Site
 * in the trash are left alone.
 */
export async function scheduleOwnPages(now: Date): Promise<{ asked: number }> {
  await followCampaigns(now)
  let asked = 0
  let after: string | undefined
  for (;;) {
    const due = await databaseAcrossWorkspaces().ownPage.findMany({
      where: {
        nextLookAt: { lte: now },
        site: { deletedAt: null },
        ...OF_STANDING,
        ...(after ? { id: { gt: after } } : {}),
      },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: { id: true, workspaceId: true, url: true, nextLookAt: true },
    })
    for (const page of due) if (await askForLook(page, now)) asked += 1
    after = due.at(-1)?.id
    if (due.length < BATCH) return { asked }
  }
}

type Due = { id: string; workspaceId: string; url: string; nextLookAt: Date | null }

async function askForLook({ id, workspaceId, url, nextLookAt }: Due, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    if ((await takeLooks(tx, now, 1)) === 0) return false
    const { count } = await tx.ownPage.updateMany({
      where: { id, workspaceId, nextLookAt },
      data: { lookState: 'waiting', nextLookAt: new Date(now.getTime() + ASK_AGAIN_AFTER_MS) },
    })
    if (count === 0) {
      await countLooks(tx, now, -1)
      return false
    }
    await enqueue(
      tx,
      'look-at-own-page',
      { workspaceId, ownPageId: id, requestedById: null },
      { group: hostOf(url) },
    )
    return true
  })
}

/** A row for each page a campaign hopes for, and none for those no campaign names any more. */
async function followCampaigns(now: Date) {
  let after: string | undefined
  for (;;) {
    const sites = await databaseAcrossWorkspaces().site.findMany({
      where: { deletedAt: null, ...OF_STANDING, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: {
        id: true,
        workspaceId: true,
        campaigns: { where: { deletedAt: null }, select: { targetUrls: true } },
        ownPages: { select: { id: true, urlKey: true } },
      },
    })
    for (const site of sites) await followSite(site, now)
    after = sites.at(-1)?.id
    if (sites.length < BATCH) return
  }
}

type SiteWithPages = {
  id: string
  workspaceId: string
  campaigns: { targetUrls: string[] }[]
  ownPages: { id: string; urlKey: string }[]
}

async function followSite({ id: siteId, workspaceId, campaigns, ownPages }: SiteWithPages, now: Date) {
  const db = databaseAcrossWorkspaces()
  const wanted = new Map(
    campaigns.flatMap(({ targetUrls }) => targetUrls.map((url) => [mentionKeyOf(url), url] as const)),
  )
  const known = new Set(ownPages.map(({ urlKey }) => urlKey))
  const missing = [...wanted].filter(([urlKey]) => !known.has(urlKey))
  const gone = ownPages.filter(({ urlKey }) => !wanted.has(urlKey))
  if (missing.length > 0) {
    await db.ownPage.createMany({
      data: missing.map(([urlKey, url]) => ({
        workspaceId,
        siteId,
        url,
        urlKey,
        state: 'not-looked',
        nextLookAt: isDemoAddress(url) ? null : now,
        createdAt: now,
      })),
      skipDuplicates: true,
    })
  }
  if (gone.length > 0)
    await db.ownPage.deleteMany({ where: { workspaceId, id: { in: gone.map(({ id }) => id) } } })
}
