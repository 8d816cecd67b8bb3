import { NotFound } from '#lib/domain/refusal.ts'
import { CONDITION_KIND_TABLE } from '#lib/domain/requests/condition-kinds.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import { foldedWords } from './folded-words.ts'
import { conditionHashOf } from './request-keys.ts'
import { conditionsIn, replyWayOf, standingOf } from './request-row.ts'

/** A request with everything its page shows. @throws NotFound */
export async function getRequest(scope: WorkspaceScope, requestId: string) {
  authorizeToSee(scope, 'requests.read')
  const { workspaceId, now } = scope
  const row = await database().request.findFirst({
    where: { workspaceId, id: requestId, deletedAt: null },
    include: {
      digest: { select: { id: true, subject: true, fromName: true, sentAt: true } },
      site: { select: { id: true, name: true, deletedAt: true } },
      prospect: { select: { id: true, name: true, deletedAt: true } },
      contact: { select: { id: true, name: true, deletedAt: true } },
      mention: {
        select: {
          id: true,
          url: true,
          outcome: true,
          deletedAt: true,
          askState: true,
          lookState: true,
          provenance: true,
        },
      },
      writer: { select: { name: true } },
      sentBy: { select: { name: true } },
      ticks: { include: { by: { select: { name: true } }, fact: { select: { id: true, title: true } } } },
    },
  })
  if (!row) throw new NotFound()
  const { ticks, mention, site, prospect, contact, conditions, ...request } = row
  const said = new Map(ticks.map((tick) => [tick.conditionHash, tick]))
  return {
    ...request,
    mention: alive(mention),
    site: alive(site),
    prospect: alive(prospect),
    contact: alive(contact),
    reply: replyWayOf(request.replyTo),
    standing: standingOf({ ...request, mention }, now),
    conditions: conditionsIn(conditions).map((condition) => {
      const hash = conditionHashOf(condition)
      const tick = said.get(hash)
      return {
        ...condition,
        hash,
        label: CONDITION_KIND_TABLE[condition.kind].label,
        metBy: CONDITION_KIND_TABLE[condition.kind].metBy,
        tick: tick
          ? {
              answer: tick.answer as 'met' | 'unmet',
              evidence: tick.evidence,
              fact: tick.fact,
              by: tick.by.name,
              at: tick.at,
            }
          : null,
      }
    }),
  }
}

export type RequestSeen = Awaited<ReturnType<typeof getRequest>>

/** For the command palette: requests by what they are about, whose they are and who asks. */
export async function searchRequests(scope: WorkspaceScope, words: string, atMost: number) {
  authorizeToSee(scope, 'requests.read')
  const found = foldedWords(words)
  if (found.length === 0) return []
  return database().request.findMany({
    where: {
      ...{ workspaceId: scope.workspaceId, deletedAt: null },
      AND: found.map((word) => ({ searchText: { contains: likeText(word) } })),
    },
    orderBy: [{ deletedAt: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: atMost,
    select: { id: true, topic: true, outlet: true },
  })
}

/** The requests of an outlet we know, newest first. */
export async function listRequestsOfProspect(scope: WorkspaceScope, prospectId: string, atMost: number) {
  authorizeToSee(scope, 'requests.read')
  const rows = await database().request.findMany({
    where: { workspaceId: scope.workspaceId, prospectId, deletedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: atMost,
    select: {
      ...{ id: true, topic: true, state: true, closedReason: true, deadlineAt: true, createdAt: true },
      mention: { select: { outcome: true, deletedAt: true } },
    },
  })
  return rows.map(({ mention, ...row }) => ({ ...row, standing: standingOf({ ...row, mention }, scope.now) }))
}

/** The request a page answered, if any. */
export async function findRequestOfMention(scope: WorkspaceScope, mentionId: string) {
  authorizeToSee(scope, 'requests.read')
  return database().request.findFirst({
    where: { workspaceId: scope.workspaceId, mentionId, deletedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, topic: true },
  })
}

function alive<Row extends { deletedAt: Date | null }>(row: Row | null): Row | null {
  return row && row.deletedAt === null ? row : null
}
