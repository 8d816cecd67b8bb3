import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { CheckboxesField } from '#components/ui/choice-fields.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { applyImportAction } from '#lib/features/imports/import-actions.ts'
import { DropButton } from './drop-import.tsx'
import { fieldWords, inDigits } from './import-words.ts'
import { ReadAsForm } from './read-as-form.tsx'

type ImportPreviewProps = Parameters<typeof ReadAsForm>[0]

/** What a file would do, with one button to do it and one to leave it. The rows stand below. */
export function ImportPreview(props: ImportPreviewProps) {
  const { batch, workspace } = props
  const { counts, facts } = batch
  const writes = (counts.new ?? 0) + (counts.changed ?? 0)
  const differences = (facts.differences ?? []).filter(({ field }) => TAKEABLE.test(field))
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
            action={applyImportAction}
            hidden={{ workspace, batchId: batch.id }}
            label="Apply this import"
          >
            {differences.length > 0 ? (
              <CheckboxesField
                name="take[]"
                label="Where the file says something else than you, yours is kept. Take the file’s for:"
                choices={differences.map(({ field, rows }) => ({
                  value: field,
                  label: `${fieldWords(field)} (${inDigits(rows)} ${rows === 1 ? 'row' : 'rows'})`,
                }))}
              />
            ) : null}
            <FormActions>
              {writes > 0 || differences.length > 0 ? (
                <SubmitButton pendingLabel="Applying">Apply</SubmitButton>
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

/** Where a person's word stands against a file's. The rest is added to, never written over. */
const TAKEABLE =
  /^(?:prospect\.(?:name|kind|note|custom\..+)|contact\.(?:name|role|note|custom\..+)|mention\.(?:targetUrl|provenance|note))$/

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
