import { withBlock } from '#lib/domain/pitch-desk/building-blocks.ts'
import { fillVariables, textOfPieces } from '#lib/domain/pitch-desk/pitch-variables.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { getDesk } from './desk-queries.ts'
import type { SaveDraftInput } from './pitch-schema.ts'
import { markReady } from './ready-commands.ts'
import { askForReview } from './review-commands.ts'

/** While somebody types, a version is kept at most once a minute. */
const KEEP_EVERY_MS = 60_000

/**
 * What the editor's buttons do: saves the text, then marks the pitch as ready or asks for a second pair of eyes; or puts a
 * building block into it first, where no scripts do that at the cursor.
 */
export async function keepDraft(scope: WorkspaceScope, input: SaveDraftInput): Promise<SavedDraft> {
  const { intent, overruleReason, block, ...typed } = input
  const draft = block ? { ...typed, body: await bodyWithBlock(scope, typed, block) } : typed
  if (intent === 'overrule' && overruleReason === '') {
    throw new Refusal(
      'Please write why this may go out as it is.',
      'Your reason is kept with the pitch.',
      'overruleReason',
    )
  }
  const saved = await saveDraft(scope, draft, { isAutosave: intent === 'autosave' })
  if (intent === 'ready') await markReady(scope, { pitchId: input.pitchId })
  if (intent === 'review') await askForReview(scope, { pitchId: input.pitchId })
  if (intent === 'overrule') await markReady(scope, { pitchId: input.pitchId, overruleReason })
  return saved
}

type Draft = { pitchId: string; revision: number; subject: string; body: string }
export type SavedDraft = { revision: number; savedAt: Date }

/**
 * Saves what was typed. Saving the same text again changes nothing, so a double click is one save.
 *
 * @param revision the one the text was typed upon: where somebody saved another text since, nothing is overwritten,
 *   the text that stands is kept as a version, and the person is told
 * @param isAutosave keeps a version only once a minute; otherwise always
 * @param isInstead the person has seen the text that stands and puts theirs in its place: that one is kept as a version too
 * @throws Refusal when the pitch is no draft, or was changed in another tab (field "revision")
 */
export async function saveDraft(
  scope: WorkspaceScope,
  draft: Draft,
  { isAutosave = false, isInstead = false } = {},
): Promise<SavedDraft> {
  authorize(scope, 'pitches.write')
  const { workspaceId, now } = scope
  const conflict = await inTransaction(async (tx) => {
    const pitch = await tx.pitch.findFirst({ where: { id: draft.pitchId, workspaceId, deletedAt: null } })
    if (!pitch) throw new NotFound()
    if (pitch.state !== 'draft') throw noDraft(pitch.state)
    if (pitch.subject === draft.subject && pitch.body === draft.body) {
      if (!isAutosave) await keepVersion(tx, scope, pitch)
      return { revision: pitch.revision, savedAt: pitch.updatedAt }
    }
    const { count } = await tx.pitch.updateMany({
      where: { id: pitch.id, workspaceId, deletedAt: null, state: 'draft', revision: draft.revision },
      data: { subject: draft.subject, body: draft.body, revision: { increment: 1 }, updatedAt: now },
    })
    if (count === 0) {
      await keepVersion(tx, scope, pitch)
      return null
    }
    if (isInstead) await keepVersion(tx, scope, pitch)
    const saved = { ...draft, id: pitch.id, revision: draft.revision + 1 }
    if (!isAutosave || (await isTimeToKeep(tx, scope, pitch.id))) await keepVersion(tx, scope, saved)
    return { revision: saved.revision, savedAt: now }
  })
  if (conflict) return conflict
  throw changedElsewhere()
}

/**
 * Keeps words among the versions without putting them in the place of the draft: those of the later of two tabs, whose person
 * took the other text. The draft keeps its text and gets a later revision, so that the versions stay in order.
 *
 * @param revision the one that stands
 * @throws NotFound, Refusal when the pitch is no draft or was changed once more (field "revision")
 */
export async function setAside(scope: WorkspaceScope, draft: Draft): Promise<SavedDraft> {
  authorize(scope, 'pitches.write')
  const { workspaceId, now } = scope
  const { pitchId, revision, subject, body } = draft
  const kept = await inTransaction(async (tx) => {
    const pitch = await tx.pitch.findFirst({ where: { id: pitchId, workspaceId, deletedAt: null } })
    if (!pitch) throw new NotFound()
    if (pitch.state !== 'draft') throw noDraft(pitch.state)
    const isNothing = subject === '' && body === ''
    if (isNothing || (pitch.subject === subject && pitch.body === body)) {
      return { revision: pitch.revision, savedAt: pitch.updatedAt }
    }
    const { count } = await tx.pitch.updateMany({
      where: { id: pitchId, workspaceId, deletedAt: null, state: 'draft', revision },
      data: { revision: { increment: 2 }, updatedAt: now },
    })
    if (count === 0) return null
    await keepVersion(tx, scope, pitch)
    await keepVersion(tx, scope, { id: pitchId, revision: revision + 1, subject, body })
    return { revision: revision + 2, savedAt: now }
  })
  if (kept) return kept
  throw changedElsewhere()
}

async function bodyWithBlock(scope: WorkspaceScope, { pitchId, body }: Draft, blockId: string) {
  const { blocks, values } = await getDesk(scope, pitchId)
  const block = blocks.find(({ id }) => id === blockId)
  if (!block) throw new NotFound()
  const text = textOfPieces(fillVariables(block.text, values))
  return withBlock(body, { kind: block.kind, text }, null)
}

/** Puts a kept version in the place of the draft; what stood there is kept too. @throws NotFound */
export async function takeUpRevision(
  scope: WorkspaceScope,
  { pitchId, revisionId }: { pitchId: string; revisionId: string },
) {
  authorize(scope, 'pitches.write')
  const { workspaceId } = scope
  const version = await database().pitchRevision.findFirst({
    where: { id: revisionId, workspaceId, pitchId, pitch: { deletedAt: null } },
    include: { pitch: true },
  })
  if (!version) throw new NotFound()
  const { pitch, subject, body } = version
  // Saving what stands there keeps it as a version.
  await saveDraft(scope, { pitchId, revision: pitch.revision, subject: pitch.subject, body: pitch.body })
  await saveDraft(scope, { pitchId, revision: pitch.revision, subject, body })
}

type Version = { id: string; revision: number; subject: string; body: string }

/** The text as it stands at this revision; written once. */
async function keepVersion(tx: Transaction, scope: WorkspaceScope, { id, revision, subject, body }: Version) {
  if (subject === '' && body === '') return
  await tx.pitchRevision.createMany({
    data: [
      {
        workspaceId: scope.workspaceId,
        pitchId: id,
        number: revision,
        subject,
        body,
        savedById: scope.memberId,
        savedAt: scope.now,
      },
    ],
    skipDuplicates: true,
  })
}

async function isTimeToKeep(
  tx: Transaction,
  { workspaceId, memberId, now }: WorkspaceScope,
  pitchId: string,
) {
  const newest = await tx.pitchRevision.findFirst({
    where: { workspaceId, pitchId },
    orderBy: { number: 'desc' },
    select: { savedAt: true, savedById: true },
  })
  if (!newest || newest.savedById !== memberId) return true
  return now.getTime() - newest.savedAt.getTime() >= KEEP_EVERY_MS
}

export function changedElsewhere(): Refusal {
  return new Refusal(
    'This draft was changed in another tab or by somebody else.',
    'What you typed is still here, and the other text is kept among the versions. Save once more to put yours in its place.',
    'revision',
  )
}

function noDraft(state: string): Refusal {
  if (state === 'ready') {
    return new Refusal(
      'This pitch is marked as ready, so its text stands still.',
      'Choose "Change it" first. What you typed is still here.',
    )
  }
  if (state === 'in-review') {
    return new Refusal(
      'Somebody is asked to read this pitch, so its text stands still.',
      'Choose "Take it back" first. What you typed is still here.',
    )
  }
  return new Refusal(
    'This pitch was sent or closed meanwhile, so its text stands still.',
    'Copy what you typed if you still need it, then load this page again.',
  )
}
