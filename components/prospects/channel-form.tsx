import type { ComponentProps } from 'react'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Reader } from '#lib/domain/law-notes.ts'
import type { FormAction } from '#lib/features/form-state.ts'
import { ChannelFields } from './channel-fields.tsx'
import { LawNotesPanel } from './law-notes.tsx'

type ChannelFormProps = Pick<ComponentProps<typeof ChannelFields>, 'workspace' | 'today' | 'channel'> & {
  action: FormAction
  /** Where "Leave it" goes. */
  back: string
  /** Whose new address it is, or which one is changed. */
  of: { contactId: string } | { channelId: string }
  /** Who would read a letter sent there: the notes on the law are theirs. */
  reader: Reader
}

/** One way to reach a person: new, or changed. */
export function ChannelForm({ workspace, today, channel, action, back, of, reader }: ChannelFormProps) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
      <ActionForm action={action} hidden={{ workspace, ...of }}>
        <ChannelFields workspace={workspace} today={today} channel={channel} required />
        <FormActions>
          <SubmitButton pendingLabel="Saving">{channel ? 'Save changes' : 'Add address'}</SubmitButton>
          <ButtonLink href={back} tone="quiet">
            Leave it
          </ButtonLink>
        </FormActions>
      </ActionForm>
      <LawNotesPanel reader={reader} />
    </div>
  )
}
