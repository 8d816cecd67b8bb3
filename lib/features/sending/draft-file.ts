import { threadHeaders } from '#lib/domain/mail/mail-thread.ts'
import { draftMessageId } from '#lib/domain/mail/sent-by-hand.ts'
import { domainOfAddress } from '#lib/domain/mail-address.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import { composeMail } from '#lib/server/mail/compose-mail.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { type AskedStep, stepToSend } from './sending-steps.ts'

/**
 * A letter as a file that a mail program opens as one to be sent. The rules are those of sending: what may not go out is not
 * handed out either.
 */
export async function draftFileResponse(scope: WorkspaceScope, asked: DraftAsked): Promise<Response> {
  try {
    const { fileName, bytes } = await writeDraftFile(scope, asked)
    return new Response(bytes, {
      headers: {
        'content-type': 'message/rfc822',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (error instanceof NotFound) return words(404, 'This letter is not here.')
    if (error instanceof Refusal) return words(409, `${error.message} ${error.remedy ?? ''}`.trim())
    throw error
  }
}

export type DraftAsked = { pitchId: string; followUpId: string | null }

/** @throws NotFound, Refusal */
export async function writeDraftFile(scope: WorkspaceScope, { pitchId, followUpId }: DraftAsked) {
  authorizeToSee(scope, 'pitches.send')
  const { workspaceId, now } = scope
  return inTransaction(async (tx) => {
    const pitch = await tx.pitch.findFirst({
      where: { id: pitchId, workspaceId, deletedAt: null },
      select: { revision: true },
    })
    if (!pitch) throw new NotFound()
    const asked: AskedStep = followUpId
      ? { step: 'follow-up', followUpId }
      : { step: 'first', pitchId, revision: pitch.revision }
    const step = await stepToSend(tx, scope, asked)
    if (step.pitchId !== pitchId) throw new NotFound()
    const before =
      step.purpose === 'first'
        ? []
        : await tx.message.findMany({
            where: { workspaceId, pitchId },
            orderBy: [{ at: 'asc' }, { id: 'asc' }],
            select: { mailIds: true },
          })
    const from = await senderOf(tx, scope)
    const bytes = await composeMail({
      ...{ from, to: { name: step.toName, address: step.toAddress } },
      ...{ subject: step.subject, text: step.body, date: now, isDraft: true },
      // Most mail programs give it one of their own when it goes; by one that stays it is known among the sent mail.
      messageId: draftMessageId(
        { id: step.followUpId ?? step.pitchId, revision: step.revision },
        domainOfAddress(from.address),
      ),
      ...threadHeaders(before),
    })
    return { fileName: fileNameOf(step.toName), bytes: new Uint8Array(bytes) }
  })
}

/** The first mailbox they connected, else the address they sign in with. */
async function senderOf(tx: Transaction, { workspaceId, memberId, userId, actorName }: WorkspaceScope) {
  const mailbox = await tx.mailbox.findFirst({
    where: { workspaceId, ownerId: memberId, state: { not: 'disconnected' } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { name: true, address: true },
  })
  if (mailbox) return mailbox
  const user = userId ? await database().user.findUnique({ where: { id: userId } }) : null
  if (!user) throw new NotFound()
  return { name: actorName, address: user.email }
}

function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `letter-to-${plain || 'them'}.eml`
}

function words(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
