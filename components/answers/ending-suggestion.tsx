import { ActionForm } from '#components/ui/action-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { stripQuotes } from '#lib/domain/mail/strip-quotes.ts'
import { suggestEnding } from '#lib/domain/mail/suggest-ending.ts'
import { logNoAction, logStopAction } from '#lib/features/pitches/pitch-actions.ts'
import type { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'

type Pitch = Awaited<ReturnType<typeof getPitch>>

/**
 * What their last words seem to ask for, until somebody answered or said that none is needed. A person confirms; nothing happens
 * by itself.
 */
export function EndingSuggestion({ workspace, pitch }: { workspace: string; pitch: Pitch }) {
  const last = pitch.messages.findLast(({ direction }) => direction === 'in')
  if (pitch.state !== 'answered' || pitch.answerHandledAt !== null || !last) return null
  const own = last.mailbox ?? { address: '', aliases: [], name: '' }
  const said = stripQuotes(last.body, {
    addresses: [own.address, ...own.aliases],
    name: own.name || last.author.name,
  })
  const suggestion = suggestEnding(said)
  if (suggestion === null) return null
  const hidden = { workspace, pitchId: pitch.id, words: '' }
  if (suggestion === 'stop') {
    return (
      <Notice
        tone="careful"
        title="It reads as if they want no more mail"
        actions={
          <ActionForm action={logStopAction} hidden={hidden} label="Never write to them again">
            <SubmitButton tone="danger" pendingLabel="Noting it">
              Never write to them again
            </SubmitButton>
          </ActionForm>
        }
      >
        One click, and it is final: every address of {pitch.contact.name}, in every campaign. If that is not
        what they mean, answer them, or say below that none is needed.
      </Notice>
    )
  }
  return (
    <Notice
      tone="careful"
      title="It reads like a no"
      actions={
        <ActionForm action={logNoAction} hidden={hidden} label="They said no">
          <SubmitButton tone="secondary" pendingLabel="Noting it">
            Yes, they said no
          </SubmitButton>
        </ActionForm>
      }
    >
      Then thank them, and leave it there: the pitch is closed. If that is not what they mean, carry on.
    </Notice>
  )
}
