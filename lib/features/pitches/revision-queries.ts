import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

/** The kept versions of a pitch's text, newest first. @throws NotFound */
export async function listRevisions(scope: WorkspaceScope, pitchId: string) {
  authorizeToSee(scope, 'pitches.read')
  const { workspaceId } = scope
  const pitch = await database().pitch.findFirst({
    where: { id: pitchId, workspaceId, deletedAt: null },
    include: {
      contact: { select: { name: true } },
      revisions: {
        orderBy: { number: 'desc' },
        take: MOST_REVISIONS,
        include: { savedBy: { select: { name: true } } },
      },
    },
  })
  if (!pitch) throw new NotFound()
  return pitch
}

/** This text as it was saved after the revision it was typed upon, whatever stands by now; null where it never was. */
export async function findSavedVersion(
  scope: WorkspaceScope,
  { pitchId, revision, subject, body }: { pitchId: string; revision: number; subject: string; body: string },
) {
  authorizeToSee(scope, 'pitches.read')
  const { workspaceId } = scope
  return database().pitchRevision.findFirst({
    where: {
      ...{ workspaceId, pitchId, subject, body, number: { gt: revision } },
      pitch: { deletedAt: null },
    },
    select: { number: true, savedAt: true },
  })
}

/** The text as it stands, among the versions. */
export const AS_IT_STANDS = 'now'

/** Two versions by their ids, or AS_IT_STANDS; what is left open or not there is chosen. */
export type ComparedRevisions = { older: string | null; newer: string | null }

/**
 * Two texts of one pitch, the earlier one first, and all there are to choose from. By itself: the text as it stands, beside the
 * last version that says something else. `older` is null where there is only one text.
 *
 * @throws NotFound
 */
export async function compareRevisions(scope: WorkspaceScope, pitchId: string, asked: ComparedRevisions) {
  authorizeToSee(scope, 'pitches.read')
  const { workspaceId } = scope
  const pitch = await database().pitch.findFirst({
    where: { id: pitchId, workspaceId, deletedAt: null },
    select: {
      ...{ id: true, state: true, revision: true, subject: true, body: true, updatedAt: true },
      contact: { select: { name: true } },
      revisions: { orderBy: { number: 'desc' }, take: MOST_REVISIONS, select: choiceFields },
    },
  })
  if (!pitch) throw new NotFound()
  const { subject, body, revision, updatedAt } = pitch
  const standing = {
    ...{ id: AS_IT_STANDS, number: revision + 1, subject, body, savedAt: updatedAt, savedBy: null },
  }
  const find = async (id: string | null) => {
    if (id === null || id === AS_IT_STANDS) return id === null ? null : standing
    return database().pitchRevision.findFirst({
      where: { id, workspaceId, pitchId },
      select: { ...choiceFields, subject: true, body: true },
    })
  }
  const one = (await find(asked.newer)) ?? standing
  const other =
    (await find(asked.older)) ??
    (await database().pitchRevision.findFirst({
      where: {
        workspaceId,
        pitchId,
        number: { lt: one.number },
        NOT: { subject: one.subject, body: one.body },
      },
      orderBy: { number: 'desc' },
      select: { ...choiceFields, subject: true, body: true },
    }))
  const [older, newer] = other && other.number > one.number ? [one, other] : [other, one]
  return { ...pitch, older, newer }
}

export type ComparedText = Awaited<ReturnType<typeof compareRevisions>>['newer']

const MOST_REVISIONS = 300

const choiceFields = {
  id: true,
  number: true,
  savedAt: true,
  savedBy: { select: { name: true } },
} as const
