import { isReady, reviewPitch } from '#lib/domain/pitch-gate/review-pitch.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import { can } from '#lib/domain/roles.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { move } from './pitch-change.ts'
import { gatherPitchFacts } from './pitch-facts.ts'
import { secondEyesOn } from './second-eyes-queries.ts'
import { holdSending } from './sending-queries.ts'

/**
 * Marks a draft as ready, if the gate agrees. An owner may overrule what is mendable with a reason, which is kept;
 * what is final stops everybody.
 */
export async function markReady(
  scope: WorkspaceScope,
  { pitchId, overruleReason = '' }: { pitchId: string; overruleReason?: string },
) {
  authorize(scope, 'pitches.write')
  await inTransaction(async (tx) => {
    await holdSending(tx, scope)
    const gathered = await gatherPitchFacts(tx, scope, pitchId)
    const { state } = gathered.pitch
    if (state === 'ready') return
    if (state === 'in-review') {
      throw new Refusal('Somebody is asked to read this one first.', 'Choose "Take it back" to go on alone.')
    }
    if (state !== 'draft') throw new Refusal('Only a draft can be marked as ready.')
    await refuseAlone(tx, scope, gathered)
    await becomeReady(tx, scope, gathered, overruleReason)
  })
}

type Gathered = Awaited<ReturnType<typeof gatherPitchFacts>>

/** The one way to ready, whoever asks: past the gate, with the text the gate was asked about. @throws Refusal */
export async function becomeReady(
  tx: Transaction,
  scope: WorkspaceScope,
  { facts, pitch }: Gathered,
  overruleReason = '',
) {
  if (pitch.prospect.notForUsAt) {
    throw new Refusal(
      `${pitch.prospect.name} was set aside as not for us.`,
      'Take that back on the prospect first.',
    )
  }
  const problems = reviewPitch(facts)
  const overruledRules = isReady(problems) ? [] : overrule(scope, problems, overruleReason)
  await move(tx, scope, pitch, {
    state: 'ready',
    ...passedBy(scope),
    overruleReason: overruledRules.length > 0 ? overruleReason : null,
    overruledRules,
  })
  if (overruledRules.length === 0) return
  const thing = { objectId: pitch.id, details: { rules: overruledRules } }
  await recordAudit(tx, scope, 'pitch-gate.overruled', thing)
}

/** Who may review has read it, whatever they pressed. @returns what is kept of it */
export function passedBy({ role, grants, memberId, now }: WorkspaceScope) {
  const isReader = can(role, 'pitches.review', grants)
  return { passedById: isReader ? memberId : null, passedAt: isReader ? now : null }
}

/** @throws Refusal when somebody else has to read the letter, and this is not somebody else, or may not review */
async function refuseAlone(tx: Transaction, scope: WorkspaceScope, { pitch }: Gathered) {
  const { why, mayPass } = await secondEyesOn(tx, scope, pitch)
  if (why === null || mayPass) return
  throw new Refusal(why, 'Choose "Ask for a second pair of eyes".')
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
