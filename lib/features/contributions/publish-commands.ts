import { asDay } from '#lib/domain/calendar-day.ts'
import { provenanceOf } from '#lib/domain/contributions/contribution-kinds.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { lookNow } from '../mentions/look-commands.ts'
import { recordMention } from '../mentions/mention-commands.ts'
import { findMentionOfPage } from '../mentions/mention-queries.ts'
import { takeUpMention } from '../mentions/take-up-mention.ts'
import { holdContribution, nextDay } from './contribution-commands.ts'
import type { EpisodeInput, PublishInput } from './contribution-schema.ts'
import { requireMove } from './move-commands.ts'

/**
 * It is out: the page becomes a mention (or the one that is there is taken), and Rapport looks at it. Twice is once; killed
 * half-way, the next try finds the mention there.
 *
 * @throws NotFound; Refusal where it cannot have come out
 */
export async function publishContribution(
  scope: WorkspaceScope,
  { contributionId: id, url, publishedOn }: PublishInput,
  postId: string | null = null,
): Promise<{ mentionId: string }> {
  authorize(scope, 'contributions.write')
  const { workspaceId } = scope
  const work = await database().contribution.findFirst({
    where: { workspaceId, id, deletedAt: null },
    include: {
      prospect: { select: { deletedAt: true } },
      campaign: { select: { deletedAt: true } },
      pitch: { select: { deletedAt: true } },
    },
  })
  if (!work) throw new NotFound()
  if (work.state !== 'published') requireMove(work.kind, work.state, 'published')
  const origin = {
    provenance: provenanceOf(work),
    prospectId: alive(work.prospect) ? work.prospectId : null,
    campaignId: alive(work.campaign) ? work.campaignId : null,
    pitchId: alive(work.pitch) ? work.pitchId : null,
  }
  const mentionId = await mentionOf(scope, {
    ...{ ...origin, siteId: work.siteId, url, note: '' },
    targetUrl: work.bylineUrls[0] ?? work.wishUrl,
  })
  await inTransaction(async (tx) => {
    const held = await holdContribution(tx, scope, id)
    if (held.state === 'published' && held.mentionId !== mentionId)
      throw new Refusal('It has come out already, on another page.', 'Load the page again to see where.')
    if (held.state !== 'published') requireMove(held.kind, held.state, 'published')
    const day = publishedOn === null ? null : asDay(publishedOn)
    await takeUpMention(tx, scope, mentionId, { ...origin, publishedOn: day })
    await tx.contribution.updateMany({
      where: { workspaceId, id },
      data: {
        ...{ state: 'published', publishedUrl: url, publishedOn: day ?? held.publishedOn, mentionId },
        nextOn: nextDay({ ...held, state: 'published' }),
      },
    })
    if (postId) await tx.feedPost.updateMany({ where: { workspaceId, id: postId }, data: { mentionId } })
  })
  await lookNow(scope, mentionId)
  return { mentionId }
}

/** "Is this the episode?" Yes: the post's page is where it came out. @throws NotFound, Refusal */
export async function tieEpisode(scope: WorkspaceScope, { contributionId, postId }: EpisodeInput) {
  authorize(scope, 'contributions.write')
  const post = await postOf(scope, { contributionId, postId })
  if (!post.url) {
    throw new Refusal(
      'Their feed gives no page of this one.',
      'Find its page and paste the address under “It is out”.',
    )
  }
  const publishedOn = post.publishedAt?.toISOString().slice(0, 10) ?? null
  return publishContribution(scope, { contributionId, url: post.url, publishedOn }, postId)
}

/** "Is this the episode?" No: it is not offered again for this piece of work. @throws NotFound */
export async function sayNotIt(scope: WorkspaceScope, { contributionId, postId }: EpisodeInput) {
  authorize(scope, 'contributions.write')
  const { workspaceId } = scope
  await postOf(scope, { contributionId, postId })
  await inTransaction(async (tx) => {
    const { notIt } = await holdContribution(tx, scope, contributionId)
    if (notIt.includes(postId)) return
    await tx.contribution.updateMany({
      where: { workspaceId, id: contributionId },
      data: { notIt: [...notIt, postId] },
    })
  })
}

/** A post of the outlet this work is for. */
async function postOf({ workspaceId }: WorkspaceScope, { contributionId, postId }: EpisodeInput) {
  const work = await database().contribution.findFirst({
    where: { workspaceId, id: contributionId, deletedAt: null },
    select: { prospectId: true },
  })
  if (!work) throw new NotFound()
  const post = await database().feedPost.findFirst({
    where: { workspaceId, id: postId, prospectId: work.prospectId, feed: { deletedAt: null } },
    select: { url: true, publishedAt: true },
  })
  if (!post) throw new NotFound()
  return post
}

type NewMention = Parameters<typeof recordMention>[1]

/** The mention of this page that is there, or a new one. Who comes second with a new one finds it there. */
async function mentionOf(scope: WorkspaceScope, mention: NewMention): Promise<string> {
  const known = await findMentionOfPage(scope, mention.siteId, mention.url)
  if (known) return known.id
  try {
    return (await recordMention(scope, mention)).mentionId
  } catch (error) {
    const isThere = error instanceof Refusal && error.field === 'existing'
    const now = isThere ? await findMentionOfPage(scope, mention.siteId, mention.url) : null
    if (!now) throw error
    return now.id
  }
}

function alive(row: { deletedAt: Date | null } | null): boolean {
  return row?.deletedAt === null
}
