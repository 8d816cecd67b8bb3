import type { ComponentProps } from 'react'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/features/form-state.ts'
import { ChannelFields } from './channel-fields.tsx'

type ChannelFormProps = Pick<ComponentProps<typeof ChannelFields>, 'workspace' | 'today' | 'channel'> & {
  action: FormAction
  /** Where "Leave it" goes. */
  back: string
  /** Whose new address it is, or which one is changed. */
  of: { contactId: string } | { channelId: string }
}

/** One way to reach a person: new, or changed. */
export function ChannelForm({ workspace, today, channel, action, back, of }: ChannelFormProps) {
  return (
    <div className="max-w-form">
      <ActionForm action={action} hidden={{ workspace, ...of }}>
        <ChannelFields workspace={workspace} today={today} channel={channel} required />
        <FormActions>
          <SubmitButton pendingLabel="Saving">{channel ? 'Save changes' : 'Add address'}</SubmitButton>
          <ButtonLink href={back} tone="quiet">
            Leave it
          </ButtonLink>
        </FormActions>
      </ActionForm>
    </div>
  )
}
