import { NotFound } from '#lib/domain/refusal.ts'
import { readRequest } from '#lib/domain/requests/read-request.ts'
import { splitDigest } from '#lib/domain/requests/split-digest.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { textHashOf } from './request-keys.ts'

const DIGESTS_SHOWN = 20

/**
 * A digest with its parts in their order, each with its text and, where it is a request, what was read of it and whether it
 * is kept already. @throws NotFound
 */
export async function getDigest(scope: WorkspaceScope, digestId: string) {
  authorizeToSee(scope, 'requests.read')
  const { workspaceId, timeZone } = scope
  const digest = await database().requestDigest.findFirst({
    where: { workspaceId, id: digestId },
    include: { takenBy: { select: { name: true } } },
  })
  if (!digest) throw new NotFound()
  const { layout, parts } = splitDigest(digest.text)
  const count = parts.filter(({ kind }) => kind === 'request').length
  const { fromName: name, fromAddress: address, subject } = digest
  // A digest's sender is the service; a letter's is who asks.
  const mail = count === 1 && layout === 'mail' ? { subject, from: address ? { name, address } : null } : {}
  const cut = parts.map(({ kind, start, end }, index) => {
    const text = digest.text.slice(start, end)
    const read = readRequest(text, { sentAt: digest.sentAt, timeZone, ...mail })
    return { index, kind, text, textHash: textHashOf(text), read }
  })
  const kept = await database().request.findMany({
    where: { workspaceId, liveTextKey: { in: cut.map(({ textHash }) => textHash) } },
    select: { id: true, liveTextKey: true },
  })
  const byHash = new Map(kept.map(({ id, liveTextKey }) => [liveTextKey, id]))
  return {
    ...{ id: digest.id, subject, fromName: name, fromAddress: address, takenBy: digest.takenBy.name },
    ...{ layout, sentAt: digest.sentAt, createdAt: digest.createdAt, count },
    parts: cut.map(({ textHash, ...part }) => ({ ...part, requestId: byHash.get(textHash) ?? null })),
  }
}

export type DigestSeen = Awaited<ReturnType<typeof getDigest>>

/** What was taken in lately, newest first, so that a half-finished one is found again. */
export async function listDigests(scope: WorkspaceScope) {
  authorizeToSee(scope, 'requests.read')
  const digests = await database().requestDigest.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: DIGESTS_SHOWN,
    select: {
      id: true,
      subject: true,
      fromName: true,
      createdAt: true,
      keptAt: true,
      takenBy: { select: { name: true } },
      requests: {
        where: { deletedAt: null },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { topic: true },
        take: 1,
      },
    },
  })
  return digests.map(({ takenBy, requests: [first], subject, fromName, ...digest }) => ({
    ...digest,
    takenBy: takenBy.name,
    name: subject || first?.topic || fromName || 'Pasted text',
  }))
}
