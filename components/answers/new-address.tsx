import { ActionForm } from '#components/ui/action-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { keepAddressAction, leaveAddressAction } from '#lib/features/answers/answers-actions.ts'
import type { PitchMail } from '#lib/features/answers/answers-queries.ts'
import type { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'

type Pitch = Awaited<ReturnType<typeof getPitch>>

/** They surely wrote, from an address that is not among theirs: a person says whether it is kept. */
export function NewAddress({
  workspace,
  pitch,
  mail,
  mayWrite,
}: {
  workspace: string
  pitch: Pitch
  mail: PitchMail
  mayWrite: boolean
}) {
  if (mail.newAddress === null || !mayWrite) return null
  const hidden = { workspace, mailId: mail.id }
  return (
    <Notice
      tone="neutral"
      title={
        <>
          They wrote from <bdi className="wrap-anywhere">{mail.newAddress}</bdi>
        </>
      }
      actions={
        <>
          <ActionForm action={keepAddressAction} hidden={hidden} label="Keep this address">
            <SubmitButton tone="secondary" pendingLabel="Keeping it">
              Keep it as theirs
            </SubmitButton>
          </ActionForm>
          <ActionForm action={leaveAddressAction} hidden={hidden} label="Leave this address out">
            <SubmitButton tone="quiet">Leave it out</SubmitButton>
          </ActionForm>
        </>
      }
    >
      That address is not among those of {pitch.contact.name}. Kept, what they write from it later is known as
      theirs.
    </Notice>
  )
}
