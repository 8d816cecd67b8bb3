import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { guessMapping } from '#lib/domain/imports/guess-mapping.ts'
import { IMPORT_FIELD_TABLE, type ImportField } from '#lib/domain/imports/import-fields.ts'
import { readImportAsAction } from '#lib/features/imports/import-actions.ts'
import type { ImportStanding } from '#lib/features/imports/import-queries.ts'
import { ownFieldName } from '#lib/features/imports/own-columns.ts'
import type { WorkspaceField } from '#lib/features/prospects/custom-field-queries.ts'

const COLUMNS_ASKED = 100
const SAMPLES_SHOWN = 3

type ReadAsFormProps = {
  batch: ImportStanding
  workspace: string
  sites: { id: string; name: string }[]
  fields: WorkspaceField[]
}

/** What the columns of a file are, whose mentions it brings, and which of two numbers is the day: one guess for each. */
export function ReadAsForm({ batch, workspace, sites, fields }: ReadAsFormProps) {
  const columns = (batch.facts.columns ?? []).slice(0, COLUMNS_ASKED)
  const samples = batch.facts.samples ?? []
  const guesses = guessMapping(
    columns.map(({ header }) => header),
    samples,
  )
  const isUnknown = batch.format === 'unknown'
  const siteId = batch.options.withoutMentions ? 'none' : (batch.siteId ?? '')
  return (
    <ActionForm action={readImportAsAction} hidden={{ workspace, batchId: batch.id }} className="max-w-form">
      {sites.length > 0 ? (
        <SelectField
          name="siteId"
          label="Whose pages are mentioned"
          hint="Only for files that list pages which link to you or name you."
          emptyLabel={siteId === '' && batch.state === 'mapping' && !isUnknown ? 'Choose one' : 'As it is'}
          defaultValue={siteId}
          choices={[
            ...sites.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'none', label: 'Nobody’s: leave the pages out, bring in the outlets' },
          ]}
        />
      ) : null}
      <SelectField
        name="dateOrder"
        label="Dates such as 03/04/2026"
        hint="Asked only of dates that do not say it themselves."
        emptyLabel="The day comes first, as far as one can tell"
        defaultValue={batch.options.dateOrder ?? ''}
        choices={[
          { value: 'day-first', label: '3 April: the day comes first' },
          { value: 'month-first', label: '4 March: the month comes first' },
        ]}
      />
      {columns.map(({ header, field }, at) => {
        const guess = guesses[at]
        const said = batch.mapping?.[at]?.header === header ? batch.mapping[at].field : null
        return (
          <SelectField
            // Two columns may carry one name.
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells columns apart
            key={at}
            name={`field-${at}`}
            label={<bdi>{header || `Column ${at + 1}`}</bdi>}
            hint={hintOf(samples, at, isUnknown && !batch.mapping ? guess?.reason : undefined)}
            emptyLabel="Leave this column out"
            defaultValue={said ?? field ?? (isUnknown && !batch.mapping ? (guess?.field ?? '') : '')}
            choices={choicesOf(fields)}
          />
        )
      })}
      <FormActions>
        <SubmitButton pendingLabel="Reading">Read it like this</SubmitButton>
      </FormActions>
    </ActionForm>
  )
}

function hintOf(samples: readonly string[][], at: number, reason: string | undefined) {
  const cells = samples
    .map((row) => row[at] ?? '')
    .filter((cell) => cell !== '')
    .slice(0, SAMPLES_SHOWN)
  const shown = cells.map((cell) => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell)).join(' · ')
  return (
    <bdi className="wrap-anywhere">
      {shown || 'Empty in the first rows.'}
      {reason ? ` (${reason})` : ''}
    </bdi>
  )
}

const GROUPS = [
  ['Outlet', /^prospect\.|^name$/],
  ['Person', /^contact\./],
  ['Mention', /^mention\./],
  ['Besides', /^(?:tags|notes|status|pitchedOn|followUpOn|connectedOn)$/],
] as const

function choicesOf(own: readonly WorkspaceField[]) {
  const names = Object.keys(IMPORT_FIELD_TABLE) as ImportField[]
  const groups = GROUPS.map(([label, test]) => ({
    label,
    choices: names
      .filter((name) => test.test(name))
      .map((name) => ({ value: name, label: IMPORT_FIELD_TABLE[name] })),
  }))
  if (own.length === 0) return groups
  const ofOwn = own.map((field) => ({
    value: ownFieldName(field),
    label: `${field.noun === 'prospect' ? 'Outlet' : 'Person'}: ${field.label}`,
  }))
  return [...groups, { label: 'Fields of your own', choices: ofOwn }]
}
