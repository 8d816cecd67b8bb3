import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { CheckboxesField, CheckboxField } from '#components/ui/choice-fields.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { decideOnImportAction } from '#lib/features/imports/import-actions.ts'
import { GUESSED_SITE, isTakeable } from '#lib/features/imports/takeable-fields.ts'
import { DropButton } from './drop-import.tsx'
import { APPLY_FORM, fieldWords, inDigits } from './import-words.ts'
import { ReadAsForm } from './read-as-form.tsx'

type ImportPreviewProps = Parameters<typeof ReadAsForm>[0]

/** What a file would do, with one button to do it and one to leave it. The rows stand below. */
export function ImportPreview(props: ImportPreviewProps) {
  const { batch, workspace } = props
  const { counts, facts } = batch
  const writes = (counts.new ?? 0) + (counts.changed ?? 0)
  const toDecide = (facts.differences ?? []).filter(({ field }) => isTakeable(field))
  const differences = toDecide.filter(({ field }) => field !== GUESSED_SITE)
  const guessed = toDecide.find(({ field }) => field === GUESSED_SITE)?.rows ?? 0
  return (
    <div className="mb-6 flex flex-col gap-6">
      <Panel title={writes > 0 ? 'This is what it would do' : 'There is nothing new in this file'}>
        <div className="flex flex-col gap-4">
          <p>
            {writes > 0
              ? `${inDigits(counts.new ?? 0)} rows bring something new, ${inDigits(counts.changed ?? 0)} add to what you have. `
              : 'All you have stays as it is. '}
            {inDigits(counts.same ?? 0)} say nothing new, {inDigits(counts.refused ?? 0)} cannot be taken.
            Empty fields are filled; what you wrote yourself stays.
          </p>
          <ActionForm
            id={APPLY_FORM}
            action={decideOnImportAction}
            hidden={{ workspace, batchId: batch.id }}
            label="Apply this import"
          >
            {differences.length > 0 ? (
              <CheckboxesField
                name="take[]"
                label="Where the file says something else than you, yours is kept. In all rows, take the file’s:"
                hint="For single rows, tick the fields in the list “For you to decide” below."
                defaultValues={batch.options.take}
                choices={differences.map(({ field, rows }) => ({
                  value: field,
                  label: `${fieldWords(field)} (${inDigits(rows)} ${rows === 1 ? 'row' : 'rows'})`,
                }))}
              />
            ) : null}
            {guessed > 0 ? (
              <CheckboxField
                name="takeSites"
                defaultChecked={batch.options.take?.includes(GUESSED_SITE)}
                label={
                  guessed === 1
                    ? '1 row names an outlet without its web address, but somebody there writes from a domain of their own. Take that domain for the outlet’s site.'
                    : `${inDigits(guessed)} rows name an outlet without its web address, but somebody there writes from a domain of their own. Take those domains for the outlets’ sites.`
                }
                hint="It is a guess: the list “For you to decide” shows each. Without a tick only the people come in."
              />
            ) : null}
            <FormActions>
              {writes > 0 || toDecide.length > 0 ? (
                <SubmitButton name="intent" value="apply" pendingLabel="Applying">
                  Apply
                </SubmitButton>
              ) : null}
              <DropButton />
            </FormActions>
          </ActionForm>
        </div>
      </Panel>
      {counts.stopped ? (
        <Notice
          tone="careful"
          title={`${inDigits(counts.stopped)} ${counts.stopped === 1 ? 'row names' : 'rows name'} somebody who must not be written to.`}
        >
          They may be brought in. They stay stopped, whatever the file says.
        </Notice>
      ) : null}
      <Warnings warnings={facts.warnings ?? []} />
      <Disclosure summary="Read it another way">
        <ReadAsForm {...props} />
      </Disclosure>
    </div>
  )
}

export function Warnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null
  return (
    <Notice
      tone="careful"
      title={warnings.length === 1 ? 'One thing to know' : `${warnings.length} things to know`}
    >
      <ul className="list-disc pl-5">
        {warnings.map((words) => (
          <li key={words} className="wrap-anywhere">
            {words}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
