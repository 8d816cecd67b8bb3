import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { RadioCardsField } from '#components/ui/choice-fields.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { countryName } from '#lib/domain/countries.ts'
import { PROSPECT_KIND_TABLE, type ProspectKind } from '#lib/domain/prospect-kinds.ts'
import { mergeAction } from '#lib/features/duplicates/duplicate-actions.ts'
import type { ComparedField, getMergePreview } from '#lib/features/duplicates/merge-preview-queries.ts'
import { WRITES_AS, WRITES_AS_LABELS } from '#lib/features/prospects/contact-schema.ts'

type MergeFormProps = {
  workspace: string
  preview: Awaited<ReturnType<typeof getMergePreview>>
  back: string
}

/** Every field of two rows side by side, with a choice where they differ. */
export function MergeForm({ workspace, preview, back }: MergeFormProps) {
  const { kind, kept, gone, fields } = preview
  const differing = fields.filter((field) => !field.isSame)
  const equal = fields.filter((field) => field.isSame && field.kept !== null)
  return (
    <ActionForm
      action={mergeAction}
      hidden={{
        workspace,
        kind,
        keptId: kept.id,
        goneId: gone.id,
        keptSeen: kept.updatedAt.toISOString(),
        goneSeen: gone.updatedAt.toISOString(),
      }}
      label="Merge the two"
    >
      <Panel
        title="Where the two differ"
        lead="Choose what stays. What is not chosen comes back if you part them."
      >
        {differing.length === 0 ? (
          <p className="text-ink-soft">They say the same in every field. There is nothing to choose.</p>
        ) : (
          <div className="flex flex-col gap-6">
            {differing.map((field) => (
              <RadioCardsField
                key={field.name}
                name={`choose-${field.name}`}
                label={field.label}
                columns={2}
                required
                defaultValue={field.usual}
                choices={[
                  { value: 'kept', label: saidWords(field, field.kept), hint: 'From the one that stays' },
                  { value: 'gone', label: saidWords(field, field.gone), hint: 'From the one merged into it' },
                  ...(field.mayKeepBoth
                    ? [{ value: 'both', label: 'Both', hint: 'One under the other' }]
                    : []),
                ]}
              />
            ))}
          </div>
        )}
      </Panel>
      {equal.length > 0 ? (
        <Panel title="Where they agree">
          <DefinitionList
            columns={2}
            facts={equal.map((field) => ({
              term: field.label,
              value: <bdi className="wrap-anywhere">{saidWords(field, field.kept)}</bdi>,
            }))}
          />
        </Panel>
      ) : null}
      <FormActions>
        <SubmitButton pendingLabel="Merging">Make them one</SubmitButton>
        <ButtonLink href={back} tone="quiet">
          Leave it
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}

function saidWords({ name }: ComparedField, value: unknown): string {
  if (value === null || value === undefined) return 'Nothing'
  if (value instanceof Date) return name === 'notForUs' ? 'Set aside' : value.toISOString().slice(0, 10)
  const text = String(value)
  if (name === 'country') return countryName(text)
  if (name === 'kind') return PROSPECT_KIND_TABLE[text as ProspectKind]?.label ?? text
  if (name === 'guidelines') return text === 'seen' ? 'They have guidelines' : 'Looked for, none there'
  if (name === 'writesAs') return WRITES_AS_LABELS[WRITES_AS.find((known) => known === text) ?? 'unknown']
  return text.length > 600 ? `${text.slice(0, 600)} ...` : text
}
