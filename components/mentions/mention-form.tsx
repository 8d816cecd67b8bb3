import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { CheckboxField, RadioCardsField, SelectField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { MENTION_PROVENANCE_TABLE, MENTION_PROVENANCES } from '#lib/domain/mention-provenance.ts'
import { editableAddress } from '#lib/domain/readable-address.ts'
import type { FormAction } from '#lib/features/form-state.ts'
import { AlreadyThere } from './already-there.tsx'

type Campaign = { id: string; name: string; site: { name: string } }
type Known = {
  url: string
  siteId?: string
  provenance?: string
  targetUrl?: string | null
  campaignId?: string | null
  note?: string
  aboutUs?: boolean
}

type MentionFormProps = {
  action: FormAction
  workspace: string
  hidden?: Record<string, string | undefined>
  /** The Sites to choose from; leave out where the Site is settled. */
  sites?: { id: string; name: string }[]
  campaigns: Campaign[]
  known?: Known
  back: string
  submitLabel: string
  /** A mention that is there already may be said to be about us. */
  isThere?: boolean
}

/** A page that names us or should: where it is, how it came about, and what one hoped for. */
export function MentionForm({
  action,
  workspace,
  hidden,
  sites,
  campaigns,
  known,
  back,
  submitLabel,
  isThere,
}: MentionFormProps) {
  const list = `/w/${workspace}/mentions`
  return (
    <div className="max-w-form">
      <ActionForm action={action} hidden={{ workspace, ...hidden }}>
        <AlreadyThere list={list} siteId={known?.siteId} />
        <TextField
          name="url"
          label="Address of the page"
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          required
          defaultValue={known?.url ? editableAddress(known.url) : undefined}
          hint={
            isThere
              ? 'With the address of another page, the looks so far stay in the history and count no more.'
              : 'As your browser shows it. Rapport looks at it as soon as you have recorded it.'
          }
        />
        {sites ? (
          <SelectField
            name="siteId"
            label="Which site it is about"
            required
            emptyLabel={sites.length === 1 ? undefined : 'Choose one'}
            choices={sites.map((site) => ({ value: site.id, label: site.name }))}
            defaultValue={known?.siteId}
          />
        ) : null}
        <RadioCardsField
          name="provenance"
          label="How it came about"
          hint="This decides how the link should be marked."
          required
          columns={2}
          defaultValue={known?.provenance}
          choices={MENTION_PROVENANCES.map((value) => ({
            value,
            label: MENTION_PROVENANCE_TABLE[value].label,
            hint: MENTION_PROVENANCE_TABLE[value].explanation,
          }))}
        />
        <TextField
          name="targetUrl"
          label="The page of yours you hoped they would link to"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          defaultValue={known?.targetUrl ? editableAddress(known.targetUrl) : undefined}
          hint="Leave it empty where any page of yours is fine."
        />
        {campaigns.length > 0 ? (
          <SelectField
            name="campaignId"
            label="Campaign"
            emptyLabel="None"
            choices={groupedBySite(campaigns)}
            defaultValue={known?.campaignId ?? ''}
          />
        ) : null}
        <TextAreaField
          name="note"
          label="Note"
          rows={4}
          maxLength={5000}
          defaultValue={known?.note}
          hint="For your team. Customers who look in do not see it."
        />
        {isThere ? (
          <CheckboxField
            name="aboutUs"
            label="The page is about us, even where it does not name us"
            hint="Then a page without link and name is kept as featured, not as a miss."
            defaultChecked={known?.aboutUs}
          />
        ) : null}
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

function groupedBySite(campaigns: Campaign[]) {
  const bySite = Map.groupBy(campaigns, ({ site }) => site.name)
  return [...bySite].map(([label, ofSite]) => ({
    label,
    choices: ofSite.map(({ id, name }) => ({ value: id, label: name })),
  }))
}
