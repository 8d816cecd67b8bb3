import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { type ReadRequest, readRequest } from '#lib/domain/requests/read-request.ts'
import { splitDigest } from '#lib/domain/requests/split-digest.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { readDeadlineWords } from './deadline-columns.ts'
import { searchTextOf, textHashOf } from './request-keys.ts'
import type { KeepRequestsInput } from './request-schema.ts'

/** What came with a mail, where it was brought in as one. */
export type DigestMail = { subject: string; fromName: string; fromAddress: string; sentAt: Date | null }

/**
 * Takes in what somebody pasted, or a mail's text. It is kept whole before anything of it is read. The same text a second
 * time is the same digest.
 */
export async function takeDigest(
  scope: WorkspaceScope,
  { text, mail }: { text: string; mail?: DigestMail },
): Promise<{ digestId: string; isNew: boolean }> {
  authorize(scope, 'requests.write')
  const { workspaceId, memberId, now } = scope
  const textHash = textHashOf(text)
  const sent = mail?.sentAt && mail.sentAt <= now ? mail.sentAt : now
  const db = database()
  const { count } = await db.requestDigest.createMany({
    data: [
      {
        ...{ workspaceId, text, textHash, takenById: memberId, createdAt: now, sentAt: sent },
        ...{
          subject: mail?.subject ?? '',
          fromName: mail?.fromName ?? '',
          fromAddress: mail?.fromAddress ?? '',
        },
      },
    ],
    skipDuplicates: true,
  })
  const { id } = await db.requestDigest.findFirstOrThrow({
    where: { workspaceId, textHash },
    select: { id: true },
  })
  return { digestId: id, isNew: count > 0 }
}

/**
 * Keeps the ticked parts of a digest as requests, each with its text and what a person put right. A request that is there
 * already, of this digest or of another, is not made a second time.
 *
 * @throws NotFound
 */
export async function keepRequests(
  scope: WorkspaceScope,
  { digestId, parts }: KeepRequestsInput,
): Promise<{ kept: number; known: number }> {
  authorize(scope, 'requests.write')
  const { workspaceId, now } = scope
  return inTransaction(async (tx) => {
    const digest = await tx.requestDigest.findFirst({ where: { workspaceId, id: digestId } })
    if (!digest) throw new NotFound()
    const sites = await tx.site.findMany({
      where: { workspaceId, deletedAt: null },
      take: 2,
      select: { id: true },
    })
    const siteId = sites.length === 1 ? (sites[0]?.id ?? null) : null
    const split = splitDigest(digest.text).parts
    const rows = parts.flatMap(({ part, ...said }): Prisma.RequestCreateManyInput[] => {
      const place = split[part]
      if (!place) return []
      const text = digest.text.slice(place.start, place.end)
      if (text.trim() === '') return []
      const read = readRequest(text, { sentAt: digest.sentAt, timeZone: scope.timeZone })
      const columns = asSaid(scope, read, said, digest.sentAt)
      const textHash = textHashOf(text)
      const of = { workspaceId, digestId, siteId, text, textHash, liveTextKey: textHash }
      return [{ ...of, ...columns, state: 'open', createdAt: now, updatedAt: now }]
    })
    const { count } = await tx.request.createMany({ data: rows, skipDuplicates: true })
    await tx.requestDigest.updateMany({ where: { workspaceId, id: digestId }, data: { keptAt: now } })
    return { kept: count, known: rows.length - count }
  })
}

/** Forgets a text that nothing was kept of. @throws NotFound; Refusal where requests hold on to it */
export async function forgetDigest(scope: WorkspaceScope, { digestId }: { digestId: string }) {
  authorize(scope, 'requests.write')
  const { workspaceId } = scope
  await inTransaction(async (tx) => {
    const kept = await tx.request.count({ where: { workspaceId, digestId } })
    if (kept > 0)
      throw new Refusal(
        'Requests were kept of it, and this is what they came in.',
        'Move them to the trash; once they are gone for good, so may this be.',
      )
    const { count } = await tx.requestDigest.deleteMany({
      where: { workspaceId, id: digestId, requests: { none: {} } },
    })
    if (count === 0) throw new NotFound()
  })
}

type Said = Omit<KeepRequestsInput['parts'][number], 'part'>

/** What a person says goes before what was read; conditions and the question stay as they were read. */
function asSaid(scope: WorkspaceScope, read: ReadRequest, said: Said, sentAt: Date) {
  const topic = said.topic || read.topic || 'A request'
  const { outlet, journalist, replyTo } = said
  const isRead = read.deadline?.words === said.deadlineWords
  const deadline = isRead ? read.deadline : readDeadlineWords(scope, said.deadlineWords, sentAt)
  return {
    ...{ outlet, journalist, replyTo, topic, question: read.question },
    conditions: read.conditions as unknown as Prisma.InputJsonValue,
    ...{
      deadlineWords: said.deadlineWords,
      deadlineAt: deadline?.at ?? null,
      deadlineZone: deadline?.zone ?? null,
    },
    deadlineDoubts: deadline?.doubts ?? [],
    searchText: searchTextOf({ outlet, journalist, topic }),
  }
}
