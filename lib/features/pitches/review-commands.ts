import { Refusal } from '#lib/domain/refusal.ts'
import { countWords } from '#lib/domain/text/words.ts'
import { inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { change, move } from './pitch-change.ts'
import { gatherPitchFacts } from './pitch-facts.ts'
import { becomeReady, passedBy } from './ready-commands.ts'
import { secondEyesOn, whyUnread } from './second-eyes-queries.ts'
import { holdSending } from './sending-queries.ts'

/**
 * Hands a draft to somebody else's eyes, or a letter that was ready before somebody else had to read it. What the gate
 * has to mend does not hinder that: the reader may know how. The text stands still from here on, so the row's last change
 * is since when it waits.
 *
 * @throws NotFound, Refusal when it is no draft or nothing is written
 */
export async function askForReview(scope: WorkspaceScope, { pitchId }: { pitchId: string }) {
  authorize(scope, 'pitches.write')
  await change(scope, pitchId, async (tx, pitch) => {
    if (pitch.state === 'in-review') return
    const isUnread = (await whyUnread(tx, pitch)) !== null
    if (pitch.state !== 'draft' && !isUnread) {
      throw new Refusal('Only a draft goes to a second pair of eyes.', 'Make it a draft again first.')
    }
    if (countWords(pitch.body) === 0) {
      throw new Refusal('There is no letter to read yet.', 'Write it first, then ask.', 'body')
    }
    await move(tx, scope, pitch, { state: 'in-review' })
  })
}

type Approval = { pitchId: string; revision?: number }

/**
 * A reviewer's yes: the pitch is ready, if the gate agrees as it would have to with the writer. Nothing is overruled here,
 * but what an owner overruled stays so for a letter that was ready already, and only lacked a reader.
 *
 * @param revision the text that was read; another one, written since, is not approved with it
 * @throws NotFound, Refusal
 */
export async function approvePitch(scope: WorkspaceScope, { pitchId, revision }: Approval) {
  authorize(scope, 'pitches.review')
  await inTransaction(async (tx) => {
    await holdSending(tx, scope)
    const gathered = await gatherPitchFacts(tx, scope, pitchId)
    const { pitch } = gathered
    const isUnread = (await whyUnread(tx, pitch)) !== null
    if (pitch.state === 'ready' && !isUnread) return
    if (pitch.state !== 'in-review' && !isUnread) throw notInReview(pitch.state)
    if (!(await secondEyesOn(tx, scope, pitch)).mayPass) {
      const isOwn = pitch.writerId === scope.memberId
      const what = isOwn ? 'You wrote this one yourself.' : 'You wrote some of this letter yourself.'
      throw new Refusal(what, 'Somebody else has to read it.')
    }
    if (revision !== undefined && revision !== pitch.revision) {
      throw new Refusal(
        'The letter was changed after you opened it.',
        'Load this page again, and read it once more.',
      )
    }
    if (isUnread) await move(tx, scope, pitch, passedBy(scope))
    else await becomeReady(tx, scope, gathered)
  })
}

/** A reviewer's no, for now: the writer has it again. @throws NotFound, Refusal when nobody is asked to read it */
export async function sendBackToDraft(scope: WorkspaceScope, { pitchId }: { pitchId: string }) {
  authorize(scope, 'pitches.review')
  await change(scope, pitchId, async (tx, pitch) => {
    if (pitch.state === 'draft') return
    if (pitch.state !== 'in-review') throw notInReview(pitch.state)
    await move(tx, scope, pitch, { state: 'draft' })
  })
}

function notInReview(state: string): Refusal {
  if (state === 'draft') {
    return new Refusal('This pitch is with its writer again.', 'They will ask again when they are done.')
  }
  return new Refusal('Nobody waits for a second pair of eyes here any more.', 'Load this page again.')
}
