import { Columns3 } from 'lucide'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { SearchForm } from '#components/ui/search-form.tsx'
import {
  columnsShown,
  PROSPECT_COLUMN_LABELS,
  PROSPECT_COLUMNS,
} from '#lib/features/prospects/prospect-columns.ts'
import {
  type ProspectList,
  prospectListHref,
  prospectListQuery,
} from '#lib/features/prospects/prospect-list.ts'

type ListToolsProps = {
  base: string
  list: ProspectList
  /** How many are shown, and in all where somebody asked. */
  summary: string
  mayCount: boolean
}

/** What a list says of itself, and how else it can be shown. */
export function ListTools({ base, list, summary, mayCount }: ListToolsProps) {
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft">
      <span>{summary}</span>
      {mayCount ? (
        <Link href={prospectListHref(base, list, { count: 'yes' })} className="ink-link">
          Count them
        </Link>
      ) : null}
      {list.group ? (
        <Link href={prospectListHref(base, list, { group: '' })} className="ink-link">
          One list
        </Link>
      ) : (
        <Link href={prospectListHref(base, list, { group: 'stage' })} className="ink-link">
          Group by stage
        </Link>
      )}
    </p>
  )
}

type ColumnChoiceProps = {
  base: string
  list: ProspectList
  fields: readonly { key: string; label: string }[]
}

/** Which columns the table has: ticked, and kept in the address. Unfolded when asked for. */
export function ColumnChoice({ base, list, fields }: ColumnChoiceProps) {
  if (list.open !== 'columns') {
    return (
      <p>
        <Link href={prospectListHref(base, list, { open: 'columns' })} className={foldClass}>
          <Icon of={Columns3} className="size-4" />
          Columns
        </Link>
      </p>
    )
  }
  const shown = columnsShown(list.columns)
  const own = fields.map(({ key, label }) => ({ name: `f.${key}` as const, label }))
  const known = PROSPECT_COLUMNS.map((name) => ({ name, label: PROSPECT_COLUMN_LABELS[name] }))
  const kept = new URLSearchParams(prospectListQuery({ ...list, columns: [] }))
  return (
    <section aria-label="Columns">
      <SearchForm action={base} aria-label="Choose columns">
        {[...kept].map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <fieldset>
          <legend className="mb-2 font-medium">Columns</legend>
          <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-4">
            {[...known, ...own].map(({ name, label }) => (
              <Checkbox
                key={`${name}${shown.includes(name)}`}
                name="columns"
                value={name}
                label={label}
                defaultChecked={shown.includes(name)}
              />
            ))}
          </div>
        </fieldset>
        <div className="mt-3">
          <Button type="submit">Show these</Button>
        </div>
      </SearchForm>
    </section>
  )
}

const foldClass =
  'tap inline-flex items-center gap-2 rounded-md font-medium text-accent hover:text-accent-deep'
