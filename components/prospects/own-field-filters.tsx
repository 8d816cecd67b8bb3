import { FilterSelect } from '#components/ui/filter-bar.tsx'
import { EMPTINESS, OPS_OF_KIND, OWN_OP_LABELS, type OwnOp } from '#lib/domain/own-conditions.ts'
import type { WorkspaceField } from '#lib/features/prospects/custom-field-queries.ts'
import type { ProspectList } from '#lib/features/prospects/prospect-list.ts'
import { FilterText } from './filter-text.tsx'

type OwnFieldFiltersProps = { fields: readonly WorkspaceField[]; list: ProspectList }

/** What a list can be narrowed down by of the workspace's own fields: each by what its kind lets one ask. */
export function OwnFieldFilters({ fields, list }: OwnFieldFiltersProps) {
  const known = new Set(fields.map(({ key }) => key))
  return (
    <>
      {fields.map((field) => (
        <OneField key={field.key} field={field} list={list} />
      ))}
      {/* A field that was removed is asked about until somebody takes its chip away. */}
      {Object.entries(list.custom)
        .filter(([key]) => !known.has(key))
        .map(([key, value]) => (
          <input key={key} type="hidden" name={`f.${key}`} value={value} />
        ))}
      {list.own
        .filter(({ key }) => !known.has(key))
        .map(({ key, op, value }) => (
          <input key={`${key}.${op}`} type="hidden" name={`f.${key}.${op}`} value={value} />
        ))}
    </>
  )
}

function OneField({ field, list }: { field: WorkspaceField; list: ProspectList }) {
  const { key, label, kind, choices } = field
  const exactly = list.custom[key] ?? ''
  const said = (op: OwnOp) => list.own.find((each) => each.key === key && each.op === op)?.value ?? ''
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold wrap-anywhere">{label}</legend>
      <div className="flex flex-wrap items-end gap-2 pt-1">
        {kind === 'choice' ? (
          <FilterSelect
            key={`is${exactly}`}
            name={`f.${key}`}
            label="is"
            choices={choices.map((choice) => ({ value: choice, label: choice }))}
            defaultValue={exactly}
          />
        ) : (
          <FilterText key={`is${exactly}`} name={`f.${key}`} label="is exactly" value={exactly} />
        )}
        {OPS_OF_KIND[kind].map((op) =>
          op === 'is' ? null : (
            <FilterText
              key={`${op}${said(op)}`}
              name={`f.${key}.${op}`}
              label={OWN_OP_LABELS[op]}
              value={said(op)}
              type={kind === 'date' ? 'date' : 'text'}
              inputMode={kind === 'number' ? 'decimal' : undefined}
            />
          ),
        )}
        <FilterSelect
          key={`emptiness${said('is')}`}
          name={`f.${key}.is`}
          label="filled in or not"
          choices={Object.entries(EMPTINESS).map(([value, words]) => ({ value, label: words }))}
          defaultValue={said('is')}
        />
      </div>
    </fieldset>
  )
}
