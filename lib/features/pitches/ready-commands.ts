import { isReady, reviewPitch } from '#lib/domain/pitch-gate/review-pitch.ts'
import { canMove } from '#lib/domain/pitch-states.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import { can } from '#lib/domain/roles.ts'
import { inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { type SavedDraft, saveDraft } from './draft-commands.ts'
import { changedMeanwhile, whereIs } from './pitch-change.ts'
import { gatherPitchFacts } from './pitch-facts.ts'
import type { SaveDraftInput } from './pitch-schema.ts'
import { holdSending } from './sending-queries.ts'

/** What the editor's buttons do: saves the text, and marks the pitch as ready where that was asked. */
export async function keepDraft(scope: WorkspaceScope, input: SaveDraftInput): Promise<SavedDraft> {
  const { intent, overruleReason, ...draft } = input
  if (intent === 'overrule' && overruleReason === '') {
    throw new Refusal(
      'Please write why this may go out as it is.',
      'Your reason is kept with the pitch.',
      'overruleReason',
    )
  }
  const saved = await saveDraft(scope, draft, { isAutosave: intent === 'autosave' })
  if (intent === 'ready') await markReady(scope, { pitchId: input.pitchId })
  if (intent === 'overrule') await markReady(scope, { pitchId: input.pitchId, overruleReason })
  return saved
}

/**
 * Marks a draft as ready, if the gate agrees. An owner may overrule what is mendable with a reason, which is kept;
 * what is final stops everybody.
 */
export async function markReady(
  scope: WorkspaceScope,
  { pitchId, overruleReason = '' }: { pitchId: string; overruleReason?: string },
) {
  authorize(scope, 'pitches.write')
  const { workspaceId } = scope
  await inTransaction(async (tx) => {
    await holdSending(tx, scope)
    const { facts, pitch } = await gatherPitchFacts(tx, scope, pitchId)
    if (pitch.state === 'ready') return
    if (!canMove(whereIs(pitch), 'ready')) throw new Refusal('Only a draft can be marked as ready.')
    if (pitch.prospect.notForUsAt) {
      throw new Refusal(
        `${pitch.prospect.name} was set aside as not for us.`,
        'Take that back on the prospect first.',
      )
    }
    const problems = reviewPitch(facts)
    const overruled = isReady(problems) ? [] : overrule(scope, problems, overruleReason)
    const { count } = await tx.pitch.updateMany({
      where: { id: pitchId, workspaceId, deletedAt: null, state: pitch.state, revision: pitch.revision },
      data: {
        state: 'ready',
        overruleReason: overruled.length > 0 ? overruleReason : null,
        overruledRules: overruled,
        updatedAt: scope.now,
      },
    })
    if (count === 0) throw changedMeanwhile()
  })
}

type Problems = ReturnType<typeof reviewPitch>

/** @throws Refusal in the words of the first final rule that says no */
export function refuseFinal(problems: Problems) {
  const final = problems.find((problem) => problem.severity === 'final')
  if (final) throw new Refusal(final.message, `${final.remedy} Nobody can overrule this.`.trim())
}

/** @throws Refusal in the words of the first mendable rule that says no, final ones before it */
export function refuseUnready(problems: Problems) {
  refuseFinal(problems)
  const [first, ...rest] = problems.filter((problem) => problem.severity === 'mendable')
  if (!first) return
  const more =
    rest.length === 0 ? '' : rest.length === 1 ? ' One more is listed.' : ` ${rest.length} more are listed.`
  throw new Refusal(`Not ready yet: ${first.message}`, `${first.remedy}${more}`)
}

/** The rules an owner sets aside here. @throws Refusal when one is final, nobody gave a reason, or it is no owner */
function overrule(scope: WorkspaceScope, problems: Problems, reason: string): string[] {
  refuseFinal(problems)
  if (reason === '') refuseUnready(problems)
  if (!can(scope.role, 'pitches.overrule')) {
    throw new Refusal(
      'Only an owner may let a pitch go out in spite of this.',
      'Mend what is listed, or ask an owner.',
    )
  }
  const mendable = problems.filter((problem) => problem.severity === 'mendable')
  return [...new Set(mendable.map((problem) => problem.rule))]
}
