import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { editableAddress } from '#lib/domain/readable-address.ts'
import type { FormAction } from '#lib/features/form-state.ts'

type InsightFormProps = {
  action: FormAction
  workspace: string
  hidden?: Record<string, string>
  sites: { id: string; name: string }[]
  known: {
    title?: string
    url?: string
    siteId?: string
    publishedOn?: string | null
    whatsNew?: string
    citedAs?: string[]
  }
  back: string
  submitLabel: string
}

/** Something published that others may cite. */
export function InsightForm({
  action,
  workspace,
  hidden,
  sites,
  known,
  back,
  submitLabel,
}: InsightFormProps) {
  return (
    <div className="max-w-form">
      <ActionForm action={action} hidden={{ workspace, ...hidden }}>
        <TextField name="title" label="Title" required maxLength={200} defaultValue={known.title} />
        <TextField
          name="url"
          label="Its address"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          required
          defaultValue={known.url ? editableAddress(known.url) : undefined}
          hint="A page of yours. A link that leads there counts as a citation."
        />
        <SelectField
          name="siteId"
          label="On which site"
          required
          emptyLabel={sites.length === 1 ? undefined : 'Choose one'}
          choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={known.siteId}
        />
        <TextField
          name="publishedOn"
          type="date"
          label="Published"
          defaultValue={known.publishedOn ?? undefined}
        />
        <TextAreaField
          name="whatsNew"
          label="What is new in it"
          required
          rows={3}
          maxLength={2000}
          defaultValue={known.whatsNew}
          hint="The one thing nobody could read elsewhere: the number, the test, the answer."
        />
        <TextAreaField
          name="citedAs"
          label="Other words it is cited by"
          rows={2}
          defaultValue={known.citedAs?.join('\n')}
          hint="One a line, such as “Fernway luggage count”. Pages are looked through for them, whole."
        />
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
