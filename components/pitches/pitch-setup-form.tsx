import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { CHANNEL_KIND_TABLE, type ChannelKind } from '#lib/domain/channel-kinds.ts'
import type { getNewPitchChoices } from '#lib/features/pitches/new-pitch-queries.ts'
import { changeSetupAction } from '#lib/features/pitches/pitch-actions.ts'

type Choices = Awaited<ReturnType<typeof getNewPitchChoices>>

type PitchSetupFormProps = {
  workspace: string
  pitch: {
    id: string
    campaignId: string
    contactId: string
    channelId: string
    readingNoteId: string | null
  }
  choices: Choices
}

/** Another campaign, address or reading note for a draft. */
export function PitchSetupForm({ workspace, pitch, choices }: PitchSetupFormProps) {
  const contact = choices.prospect?.affiliations.find((each) => each.contactId === pitch.contactId)?.contact
  return (
    <ActionForm
      action={changeSetupAction}
      hidden={{ workspace, pitchId: pitch.id }}
      label="What this pitch stands on"
      className="gap-4!"
    >
      <SelectField
        name="campaignId"
        label="Campaign"
        required
        choices={campaignChoices(choices)}
        defaultValue={pitch.campaignId}
      />
      <SelectField
        name="channelId"
        label="Way to reach them"
        required
        choices={(contact?.channels ?? []).map((channel) => ({
          value: channel.id,
          label: channelLabel(channel),
        }))}
        defaultValue={pitch.channelId}
      />
      <SelectField
        name="readingNoteId"
        label="Reading note"
        emptyLabel="None yet"
        choices={noteChoices(choices)}
        defaultValue={pitch.readingNoteId ?? ''}
      />
      <FormActions>
        <SubmitButton tone="secondary" pendingLabel="Changing">
          Change
        </SubmitButton>
      </FormActions>
    </ActionForm>
  )
}

export function campaignChoices({ campaigns }: Choices) {
  return campaigns.map((campaign) => ({
    value: campaign.id,
    label: `${campaign.name} (${campaign.site.name})`,
  }))
}

export function noteChoices({ prospect }: Choices) {
  return (prospect?.readingNotes ?? []).map((note) => ({
    value: note.id,
    label: note.pageCopy.title || note.url,
  }))
}

export function channelLabel({ kind, address }: { kind: string; address: string }): string {
  return `${CHANNEL_KIND_TABLE[kind as ChannelKind].label}: ${address}`
}
