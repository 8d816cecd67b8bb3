import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { CheckboxesField, SelectField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { REPORT_SECTION_WORDS, REPORT_SECTIONS } from '#lib/domain/customer-reports/report-states.ts'
import { WORDS_MAX_CHARACTERS } from '#lib/features/customer-reports/report-schema.ts'
import type { FormAction } from '#lib/features/form-state.ts'

type ReportFormProps = {
  action: FormAction
  hidden: Record<string, string | number>
  /** Empty where the Site is settled. */
  sites: readonly { id: string; name: string }[]
  known: {
    siteId?: string
    title: string
    from: string
    to: string
    sections: readonly string[]
    words: string
  }
  back: string
  submitLabel: string
}

/** What a report is of, what is in it, and what its writer says. */
export function ReportForm({ action, hidden, sites, known, back, submitLabel }: ReportFormProps) {
  return (
    <ActionForm action={action} hidden={hidden} label="The report" className="max-w-form">
      {sites.length > 0 ? (
        <SelectField
          name="siteId"
          label="Site"
          choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
          emptyLabel="Choose one"
          required
          defaultValue={known.siteId}
          hint="A report tells of one site and nothing else."
        />
      ) : null}
      <TextField name="title" label="Title" required maxLength={120} defaultValue={known.title} dir="auto" />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name="from" type="date" label="From" required defaultValue={known.from} />
        <TextField name="to" type="date" label="To" required defaultValue={known.to} />
      </div>
      <CheckboxesField
        name="sections[]"
        label="What is in it"
        choices={REPORT_SECTIONS.map((section) => ({
          ...{ value: section, label: REPORT_SECTION_WORDS[section].label },
          hint: REPORT_SECTION_WORDS[section].meaning,
        }))}
        defaultValues={[...known.sections]}
      />
      <TextAreaField
        name="words"
        label="Your words"
        serif
        dir="auto"
        rows={6}
        maxLength={WORDS_MAX_CHARACTERS}
        defaultValue={known.words}
        hint="They stand under the title. What went well, what did not, what comes next."
      />
      <FormActions>
        <SubmitButton pendingLabel="Saving">{submitLabel}</SubmitButton>
        <ButtonLink href={back} tone="quiet">
          Leave it
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}
