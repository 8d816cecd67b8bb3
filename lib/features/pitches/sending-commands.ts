import { CHANNEL_KIND_TABLE, type ChannelKind } from '#lib/domain/channel-kinds.ts'
import { problemsInTheWay, reviewPitch } from '#lib/domain/pitch-gate/review-pitch.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, isTaken, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { refuseBesideAnother, refuseWhileGoingOut } from './going-out.ts'
import { changedMeanwhile } from './pitch-change.ts'
import { gatherPitchFacts } from './pitch-facts.ts'
import type { SentVia } from './pitch-schema.ts'
import { refuseFinal } from './ready-commands.ts'
import { holdSending } from './sending-queries.ts'
import { writeFirstSent } from './write-sent.ts'

const WAYS: Readonly<Record<ChannelKind, readonly SentVia[]>> = {
  email: ['copy', 'mailto', 'gmail', 'outlook-work', 'outlook-home', 'draft-file'],
  form: ['form', 'copy'],
  dm: ['dm', 'copy'],
  spoken: ['spoken'],
}

/**
 * "I sent it": the text is frozen with its time, the follow-up is scheduled, the conversation is open. The final rules
 * are asked once more at this moment. Pressing twice, or in two tabs, sends once.
 *
 * @throws NotFound, Refusal
 */
export async function recordSent(scope: WorkspaceScope, { pitchId, via }: { pitchId: string; via: SentVia }) {
  authorize(scope, 'pitches.send')
  try {
    await inTransaction(async (tx) => {
      await holdSending(tx, scope)
      const gathered = await gatherPitchFacts(tx, scope, pitchId)
      const { pitch } = gathered
      if (pitch.sentAt) return
      await refuseWhileGoingOut(tx, scope, { pitchId, purpose: 'first' })
      refuseNotReady(pitch.state)
      refuseWay(pitch.channel.kind as ChannelKind, via)
      await refuseFirst(tx, scope, gathered)
      const { subject, body } = pitch
      if (!(await writeFirstSent(tx, scope, gathered, { via, subject, body }))) throw changedMeanwhile()
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Refusal(
      'Another conversation with this prospect is open.',
      'Close that one first. Nobody can overrule this.',
    )
  }
}

/** @throws Refusal */
export function refuseNotReady(state: string) {
  if (state === 'ready') return
  throw new Refusal(
    'This pitch is not marked as ready.',
    'Mark it as ready first; then say that it was sent.',
  )
}

/** What stands in the way of a first letter at the moment it goes, although it was ready once. @throws Refusal */
export async function refuseFirst(
  tx: Transaction,
  scope: WorkspaceScope,
  { facts, pitch }: Pick<Awaited<ReturnType<typeof gatherPitchFacts>>, 'facts' | 'pitch'>,
) {
  const problems = problemsInTheWay(reviewPitch(facts), pitch.overruledRules)
  refuseFinal(problems)
  const [owed] = problems
  if (owed) throw new Refusal(owed.message, owed.remedy)
  await refuseBesideAnother(tx, scope, pitch)
}

/** @throws Refusal when this kind of channel is not written to that way */
export function refuseWay(kind: ChannelKind, via: SentVia) {
  if (WAYS[kind].includes(via)) return
  throw new Refusal(
    `${CHANNEL_KIND_TABLE[kind].label} is not sent that way.`,
    'Choose one of the ways shown.',
    'via',
  )
}
