import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { RequestEnding } from '#lib/domain/requests/request-states.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { closeAsk } from '../mentions/ask-commands.ts'
import { lookNow } from '../mentions/look-commands.ts'
import { recordMention } from '../mentions/mention-commands.ts'
import { findMentionOfPage } from '../mentions/mention-queries.ts'
import { requireRequest } from './request-commands.ts'

/**
 * Somebody found the page: it becomes a mention, or is the one that is there, and is looked at. What the quote came to is what
 * that look finds, and nobody's word. Said twice, it is one page.
 *
 * @throws NotFound; Refusal where nobody has answered, or it is another page
 */
export async function foundPage(
  scope: WorkspaceScope,
  { requestId, url }: { requestId: string; url: string },
): Promise<{ mentionId: string }> {
  authorize(scope, 'mentions.write')
  const { workspaceId, now } = scope
  const request = await inTransaction((tx) => requireRequest(tx, scope, requestId))
  const { siteId, prospectId } = request
  if (request.sentAt === null)
    throw new Refusal('Nobody has answered this request yet.', 'Note the answer first, here below.', 'url')
  if (siteId === null) throw new Refusal('Nobody has said which Site answered.', 'Choose it first.', 'url')
  const known = await findMentionOfPage(scope, siteId, url)
  if (request.mention?.deletedAt === null && request.mention.id !== known?.id)
    throw new Refusal(
      'Another page is noted for this one.',
      'Record this page as a mention of its own.',
      'url',
    )
  const outlet = prospectId === null ? null : await livingProspect(scope, prospectId)
  const { mentionId } = known
    ? { mentionId: known.id }
    : await recordMention(scope, {
        ...{ siteId, url, provenance: 'quote', targetUrl: null, note: '', campaignId: null, pitchId: null },
        prospectId: outlet,
      })
  await database().request.updateMany({
    where: { workspaceId, id: requestId, deletedAt: null },
    data: { mentionId, updatedAt: now },
  })
  await lookNow(scope, mentionId)
  return { mentionId }
}

/** The page was not theirs after all: the mention stays, and stands for itself. @throws NotFound */
export async function notThatPage(scope: WorkspaceScope, { requestId }: { requestId: string }) {
  authorize(scope, 'requests.write')
  const { count } = await database().request.updateMany({
    where: { workspaceId: scope.workspaceId, id: requestId, deletedAt: null, state: { not: 'closed' } },
    data: { mentionId: null, updatedAt: scope.now },
  })
  if (count === 0) throw new NotFound()
}

/**
 * Closes a request with how it ended. One that was quoted without a link closes kindly: nobody is asked, the mention is kept
 * as press (DESIGN.md, rule 5).
 *
 * @throws NotFound; Refusal when it cannot have ended like that
 */
export async function closeRequest(
  scope: WorkspaceScope,
  { requestId, reason }: { requestId: string; reason: RequestEnding },
) {
  authorize(scope, 'requests.write')
  const { workspaceId, now } = scope
  const closed = await inTransaction(async (tx) => {
    const request = await requireRequest(tx, scope, requestId)
    if (request.state === 'closed') {
      if (request.closedReason === reason) return null
      throw new Refusal('It is closed already.', 'Take it up again first.')
    }
    const mention = request.mention?.deletedAt === null ? request.mention : null
    refuseEnding(reason, { ...request, hasPage: mention !== null, now })
    const { count } = await tx.request.updateMany({
      where: { workspaceId, id: requestId, deletedAt: null, state: request.state },
      data: { state: 'closed', closedReason: reason, closedAt: now, updatedAt: now },
    })
    if (count === 0) throw new Refusal('Somebody changed it meanwhile.', 'Load this page again.')
    return mention
  })
  const mayAsk = closed?.outcome === 'mentioned-unlinked' && closed.askState === 'none'
  if (reason === 'quoted' && closed && mayAsk)
    await closeAsk(scope, { mentionId: closed.id, answer: 'not-asked' })
}

/** @throws NotFound; Refusal when it is not closed */
export async function takeUpRequest(scope: WorkspaceScope, { requestId }: { requestId: string }) {
  authorize(scope, 'requests.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const request = await requireRequest(tx, scope, requestId)
    if (request.state !== 'closed') return
    await tx.request.updateMany({
      where: { workspaceId, id: requestId, deletedAt: null, state: 'closed' },
      data: {
        ...{
          state: request.sentAt === null ? 'open' : 'answered',
          closedReason: null,
          closedAt: null,
          updatedAt: now,
        },
      },
    })
  })
}

type Ending = { state: string; deadlineAt: Date | null; hasPage: boolean; now: Date }

function refuseEnding(reason: RequestEnding, { state, deadlineAt, hasPage, now }: Ending) {
  const isAnswered = state === 'answered'
  if (reason === 'quoted' && !hasPage)
    throw new Refusal(
      'Nobody has found the page yet.',
      'Give its address first, so that it can be looked at.',
    )
  if (reason === 'not-used' && !isAnswered)
    throw new Refusal('Nobody has answered it.', 'Choose “Not one for us” to let it be.')
  if (reason === 'not-used' && hasPage)
    throw new Refusal('A page is noted for it.', 'Say first that it was not theirs.')
  if ((reason === 'let-be' || reason === 'too-late') && isAnswered)
    throw new Refusal('Somebody has answered it.', 'Say what became of the answer.')
  if (reason === 'too-late' && (deadlineAt === null || deadlineAt > now))
    throw new Refusal('The deadline has not passed.', 'Choose “Not one for us” to let it be.')
}

async function livingProspect({ workspaceId }: WorkspaceScope, id: string): Promise<string | null> {
  const prospect = await database().prospect.findFirst({
    where: { workspaceId, id, deletedAt: null },
    select: { id: true },
  })
  return prospect?.id ?? null
}
