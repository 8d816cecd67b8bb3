import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { CheckboxField, RadioCardsField, SelectField } from '#components/ui/choice-fields.tsx'
import { FoldedFields } from '#components/ui/folded-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import {
  CONTRIBUTION_KIND_TABLE,
  CONTRIBUTION_KINDS,
  type ContributionKind,
} from '#lib/domain/contributions/contribution-kinds.ts'
import { CONTRIBUTION_STATE_TABLE } from '#lib/domain/contributions/contribution-states.ts'
import { editableAddress } from '#lib/domain/readable-address.ts'
import type { WorkChoices } from '#lib/features/contributions/contribution-queries.ts'
import type { FormAction } from '#lib/features/form-state.ts'
import { WorkDates } from './work-dates.tsx'

export type KnownWork = {
  title?: string
  kind?: string
  siteId?: string
  contactId?: string | null
  campaignId?: string | null
  pitchId?: string | null
  dueOn?: string | null
  recordingOn?: string | null
  recordingTime?: string
  recordingZone?: string | null
  airsOn?: string | null
  bylineUrls?: string[]
  wishUrl?: string | null
  isPaid?: boolean
  paidNote?: string
  note?: string
}

type WorkFormProps = {
  action: FormAction
  workspace: string
  hidden: Record<string, string>
  choices: WorkChoices
  known: KnownWork
  /** Its kind is settled, and how far it is has its own place. */
  isThere?: boolean
  back: string
  submitLabel: string
}

/** A piece of work with an outlet: what, for which site, with whom, by when. */
export function WorkForm({
  action,
  workspace,
  hidden,
  choices,
  known,
  isThere = false,
  back,
  submitLabel,
}: WorkFormProps) {
  const { sites, campaigns, contacts, pitches } = choices
  return (
    <div className="max-w-form">
      <ActionForm action={action} hidden={{ workspace, ...hidden }}>
        {isThere ? null : (
          <RadioCardsField
            name="kind"
            label="What it is"
            required
            columns={2}
            defaultValue={known.kind}
            choices={CONTRIBUTION_KINDS.map((value) => ({
              value,
              label: CONTRIBUTION_KIND_TABLE[value].label,
              hint: CONTRIBUTION_KIND_TABLE[value].meaning,
            }))}
          />
        )}
        <TextField
          name="title"
          label="Working title"
          required
          maxLength={200}
          defaultValue={known.title}
          hint="Their feed is searched for its words when the piece may be out."
        />
        {isThere ? null : (
          <RadioCardsField
            name="state"
            label="How far it is"
            required
            columns={3}
            defaultValue="planned"
            choices={(['planned', 'pitched', 'agreed'] as const).map((value) => ({
              value,
              label: CONTRIBUTION_STATE_TABLE[value].label,
              hint: CONTRIBUTION_STATE_TABLE[value].meaning,
            }))}
          />
        )}
        <SelectField
          name="siteId"
          label="For which site"
          required
          emptyLabel={sites.length === 1 ? undefined : 'Choose one'}
          choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={known.siteId}
        />
        {contacts.length > 0 ? (
          <SelectField
            name="contactId"
            label="With whom"
            emptyLabel="Nobody in particular"
            choices={contacts.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={known.contactId ?? ''}
          />
        ) : null}
        <WorkDates known={known} kind={isThere ? (known.kind as ContributionKind) : null} />
        <FoldedFields
          summary="Links, payment, campaign and pitch"
          open={isThere && Boolean(known.bylineUrls?.length || known.wishUrl || known.isPaid)}
        >
          <TextAreaField
            name="bylineUrls"
            label="Byline links they agreed to"
            rows={2}
            spellCheck={false}
            defaultValue={known.bylineUrls?.map(editableAddress).join('\n')}
            hint="Pages of yours, one a line. When it is out, you see of each whether it is there."
          />
          <TextField
            name="wishUrl"
            label="The page of yours you would love them to mention"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            defaultValue={known.wishUrl ? editableAddress(known.wishUrl) : undefined}
            hint="If it serves their people. Never a condition."
          />
          {campaigns.length > 0 ? (
            <SelectField
              name="campaignId"
              label="Campaign"
              emptyLabel="None"
              choices={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={known.campaignId ?? ''}
            />
          ) : null}
          {pitches.length > 0 ? (
            <SelectField
              name="pitchId"
              label="It began with the pitch"
              emptyLabel="None"
              choices={pitches.map(({ id, subject }) => ({
                value: id,
                label: subject || 'Without a subject',
              }))}
              defaultValue={known.pitchId ?? ''}
            />
          ) : null}
          <CheckboxField
            name="isPaid"
            label="It was paid for"
            hint="Then it is labelled as paid everywhere, and its link has to be marked sponsored or nofollow."
            defaultChecked={known.isPaid}
          />
          <TextField
            name="paidNote"
            label="What was paid, to whom"
            maxLength={300}
            defaultValue={known.paidNote}
          />
        </FoldedFields>
        <TextAreaField name="note" label="Note" rows={3} maxLength={5000} defaultValue={known.note} />
        <FormActions>
          <SubmitButton pendingLabel="Saving">{submitLabel}</SubmitButton>
          <ButtonLink href={back} tone="quiet">
            Leave it
          </ButtonLink>
        </FormActions>
      </ActionForm>
    </div>
  )
}
