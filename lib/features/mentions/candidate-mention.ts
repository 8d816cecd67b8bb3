import type { PostMention } from '#lib/domain/feeds/post-mention.ts'
import type { Transaction } from '#lib/server/database.ts'
import { mentionKeyOf } from './mention-key.ts'
import { isDemoAddress } from './mention-question.ts'

type Candidate = {
  site: { id: string; name: string }
  prospectId: string
  url: string
  found: PostMention
  publishedAt: Date | null
}

/**
 * Writes down a page found in somebody's feed that seems to be about a Site: to be looked at like any mention, and for a
 * person to say whether it is. A page that is there for this Site already, or was thrown away, is no news.
 *
 * @returns the mention of this page for this Site, if it lives
 */
export async function noteCandidate(
  tx: Transaction,
  { workspaceId, now }: { workspaceId: string; now: Date },
  { site, prospectId, url, found, publishedAt }: Candidate,
): Promise<string | null> {
  const urlKey = mentionKeyOf(url)
  const known = await tx.mention.findFirst({
    where: { workspaceId, siteId: site.id, urlKey },
    orderBy: { deletedAt: { sort: 'asc', nulls: 'first' } },
    select: { id: true, deletedAt: true },
  })
  if (known) return known.deletedAt === null ? known.id : null
  const recordedById = await whoLooksAfter(tx, workspaceId, prospectId)
  if (recordedById === null) return null
  const [written] = await tx.mention.createManyAndReturn({
    data: [
      {
        workspaceId,
        siteId: site.id,
        prospectId,
        url,
        urlKey,
        liveUrlKey: urlKey,
        provenance: 'earned',
        note: wordsFor(found),
        outcome: 'not-looked',
        nextLookAt: isDemoAddress(url) ? null : now,
        reviewSince: now,
        foundBy: 'feed',
        publishedOn: publishedAt,
        recordedById,
        createdAt: now,
        updatedAt: now,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  })
  return written?.id ?? null
}

/** Whoever looks after the prospect, else the workspace's first owner: a row has to be somebody's. */
async function whoLooksAfter(
  tx: Transaction,
  workspaceId: string,
  prospectId: string,
): Promise<string | null> {
  const prospect = await tx.prospect.findFirst({
    where: { workspaceId, id: prospectId, owner: { leftAt: null } },
    select: { ownerId: true },
  })
  if (prospect?.ownerId) return prospect.ownerId
  const owner = await tx.member.findFirst({
    where: { workspaceId, leftAt: null, role: 'owner' },
    orderBy: { joinedAt: 'asc' },
    select: { id: true },
  })
  return owner?.id ?? null
}

function wordsFor({ how, found, context }: PostMention): string {
  const words = context ? `\n\n“${context}”` : ''
  return how === 'link'
    ? `Found in their feed: it links to ${found}.${words}`
    : `Found in their feed: it names ${found}.${words}`
}
