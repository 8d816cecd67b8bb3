import type { Prisma } from '#lib/generated/prisma/client.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { BLOCK_KEPT_DAYS } from '../blocks/block-schema.ts'
import { forgetMergesOf } from '../duplicates/merge-record.ts'
import { DIGEST_KEPT_DAYS } from '../requests/request-schema.ts'
import { FACT_KEPT_DAYS } from '../sites/fact-schema.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'

const BATCH = 200
const NOTHING_LEFT = { mentions: { none: {} }, contributions: { none: {} } }
const DAY_MS = 24 * 60 * 60 * 1000

/** Removes for good what has lain in the trash for 30 days, children first. May run twice without harm. */
export async function emptyTrash(now: Date): Promise<{ removed: number }> {
  const blocks = await databaseAcrossWorkspaces().buildingBlock.deleteMany({
    where: { deletedAt: { lte: new Date(now.getTime() - BLOCK_KEPT_DAYS * DAY_MS) }, ...OF_STANDING },
  })
  const facts = await databaseAcrossWorkspaces().siteFact.deleteMany({
    where: {
      deletedAt: { lte: new Date(now.getTime() - FACT_KEPT_DAYS * DAY_MS) },
      ticks: { none: {} },
      ...OF_STANDING,
    },
  })
  const digests = await databaseAcrossWorkspaces().requestDigest.deleteMany({
    where: {
      createdAt: { lte: new Date(now.getTime() - DIGEST_KEPT_DAYS * DAY_MS) },
      requests: { none: {} },
      ...OF_STANDING,
    },
  })
  let removed = blocks.count + facts.count + digests.count
  for (;;) {
    const due = await databaseAcrossWorkspaces().trashEntry.findMany({
      where: { purgeAt: { lte: now }, ...OF_STANDING },
      orderBy: { purgeAt: 'asc' },
      take: BATCH,
      select: { id: true, workspaceId: true },
    })
    for (const entry of due) await removeForGood(entry)
    removed += due.length
    if (due.length < BATCH) return { removed }
  }
}

/** What was merged into something that goes for good goes with it, and so do the copies that parting them would take. */
async function forgetMerged(tx: Prisma.TransactionClient, where: { workspaceId: string; trashId: string }) {
  const merged = { ...where, mergedIntoId: { not: null } }
  const prospects = await tx.prospect.findMany({ where: merged, select: { id: true } })
  const contacts = await tx.contact.findMany({ where: merged, select: { id: true } })
  const { workspaceId } = where
  await forgetMergesOf(
    tx,
    workspaceId,
    'prospect',
    prospects.map(({ id }) => id),
  )
  await forgetMergesOf(
    tx,
    workspaceId,
    'contact',
    contacts.map(({ id }) => id),
  )
}

/** One entry, in one transaction. What something alive still points to stays hidden, but stays. */
async function removeForGood({ id: trashId, workspaceId }: { id: string; workspaceId: string }) {
  await databaseAcrossWorkspaces().$transaction(async (tx) => {
    const where = { workspaceId, trashId }
    await tx.contribution.deleteMany({ where })
    await tx.insight.deleteMany({ where })
    await tx.customerReport.deleteMany({ where })
    await tx.request.deleteMany({ where })
    // Work that came out there keeps its address.
    await tx.contribution.updateMany({
      where: { workspaceId, mention: { trashId, requests: { none: {} } } },
      data: { mentionId: null },
    })
    await tx.mention.deleteMany({ where: { ...where, requests: { none: {} } } })
    await tx.sample.deleteMany({ where: { ...where, mentions: { none: {} } } })
    await tx.sampleItem.deleteMany({ where: { ...where, samples: { none: {} } } })
    await tx.promiseMade.deleteMany({ where })
    // What was once sent is kept, hidden: cooling-off and "stop" must not be forgotten with it.
    await tx.pitch.deleteMany({
      where: {
        ...where,
        ...{ sentAt: null, mentions: { none: {} }, samples: { none: {} }, contributions: { none: {} } },
        promises: { none: {} },
      },
    })
    await tx.touch.deleteMany({ where })
    await tx.readingNote.deleteMany({ where: { ...where, pitches: { none: {} } } })
    await tx.channel.deleteMany({ where: { ...where, pitches: { none: {} } } })
    await forgetMerged(tx, where)
    await tx.contact.deleteMany({
      where: {
        ...where,
        pitches: { none: {} },
        messages: { none: {} },
        touches: { none: {} },
        samples: { none: {} },
        contributions: { none: {} },
        promises: { none: {} },
        suppressions: { none: {} },
        requests: { none: {} },
      },
    })
    await tx.prospect.deleteMany({
      where: {
        ...where,
        pitches: { none: {} },
        mentions: { none: {} },
        touches: { none: {} },
        samples: { none: {} },
        contributions: { none: {} },
        promises: { none: {} },
        readingNotes: { none: {} },
        requests: { none: {} },
      },
    })
    await tx.campaign.deleteMany({
      where: { ...where, ...NOTHING_LEFT, pitches: { none: {} }, samples: { none: {} } },
    })
    await tx.site.deleteMany({
      where: {
        ...where,
        ...NOTHING_LEFT,
        campaigns: { none: {} },
        insights: { none: {} },
        reports: { none: {} },
        sampleItems: { none: {} },
        requests: { none: {} },
      },
    })
    await tx.pageCopy.deleteMany({ where: { workspaceId, readingNotes: { none: {} } } })
    await tx.trashEntry.deleteMany({ where: { workspaceId, id: trashId } })
  })
}
