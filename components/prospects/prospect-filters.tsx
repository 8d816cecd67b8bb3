import { FilterBar, FilterSearch, FilterSelect } from '#components/ui/filter-bar.tsx'
import { PROSPECT_KIND_TABLE, PROSPECT_KINDS } from '#lib/domain/prospect-kinds.ts'
import { PROSPECT_STAGE_TABLE, PROSPECT_STAGES } from '#lib/domain/prospect-stage.ts'
import type { ProspectChoices } from '#lib/features/prospects/prospect-choices-queries.ts'
import { NEXT_TOUCHES, type ProspectList } from '#lib/features/prospects/prospect-list.ts'
import { countryChoices } from './country-choices.ts'
import { FilterText } from './filter-text.tsx'
import { OwnFieldFilters } from './own-field-filters.tsx'
import { lastTouchLabel, NEXT_TOUCH_LABELS, prospectChips } from './prospect-chips.ts'

const TOUCHES = ['within-7', 'within-30', 'within-90', 'over-30', 'over-90', 'over-365', 'never'] as const

type ProspectFiltersProps = { base: string; list: ProspectList; choices: ProspectChoices }

/** Search and filters of the list of prospects; the rarer ones fold away, and chips say which are chosen. */
export function ProspectFilters({ base, list, choices }: ProspectFiltersProps) {
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }))
  const select = (
    name: keyof ProspectList & string,
    label: string,
    options: { value: string; label: string }[],
  ) => (
    <FilterSelect
      key={`${name}${String(list[name])}`}
      name={name}
      label={label}
      choices={options}
      defaultValue={String(list[name])}
    />
  )
  const yes = (label: string) => [{ value: 'yes', label }]
  const touches =
    TOUCHES.some((known) => known === list.touched) || !list.touched ? TOUCHES : [...TOUCHES, list.touched]
  return (
    <FilterBar
      action={base}
      label="Find prospects"
      chips={prospectChips(base, list, choices)}
      clearHref={base}
    >
      <FilterSearch key={`q${list.q}`} label="Name, address, person or any word" defaultValue={list.q} />
      {select(
        'kind',
        'Kind',
        PROSPECT_KINDS.map((kind) => ({ value: kind, label: PROSPECT_KIND_TABLE[kind].label })),
      )}
      {select(
        'stage',
        'Stage',
        PROSPECT_STAGES.map((stage) => ({ value: stage, label: PROSPECT_STAGE_TABLE[stage].label })),
      )}
      {select('owner', 'Looked after by', [{ value: 'nobody', label: 'Nobody' }, ...named(choices.owners)])}
      <details className="order-last w-full">
        <summary className="tap inline-flex items-center rounded-md font-medium text-accent hover:text-accent-deep">
          More filters
        </summary>
        <div className="flex flex-wrap items-end gap-2 pt-1 pb-2">
          <FilterText
            key={`tag${list.tag.join()}`}
            name="tag"
            label="Tags, with commas between"
            value={list.tag.join(', ')}
            choices={choices.tags}
          />
          {choices.sites.length > 0 ? select('site', 'Site', named(choices.sites)) : null}
          {choices.campaigns.length > 0 ? select('campaign', 'Campaign', named(choices.campaigns)) : null}
          {select(
            'next',
            'Next touch',
            NEXT_TOUCHES.map((next) => ({ value: next, label: NEXT_TOUCH_LABELS[next] })),
          )}
          {select(
            'touched',
            'Last touch',
            touches.map((touched) => ({ value: touched, label: lastTouchLabel(touched) })),
          )}
          {select('link', 'Link', yes('Has a link'))}
          {select('unlinked', 'Mention', yes('Mentioned, no link'))}
          {select('contacted', 'Written to', [{ value: 'never', label: 'Never written to' }])}
          {select('country', 'Country', countryChoices())}
          <FilterText
            key={`language${list.language}`}
            name="language"
            label="Language, like en"
            value={list.language}
          />
        </div>
      </details>
      {choices.fields.length > 0 ? (
        <details className="order-last w-full">
          <summary className="tap inline-flex items-center rounded-md font-medium text-accent hover:text-accent-deep">
            Your own fields
          </summary>
          <div className="flex flex-col gap-4 pt-1 pb-2">
            <OwnFieldFilters fields={choices.fields} list={list} />
          </div>
        </details>
      ) : null}
      {list.sort === '-added' ? null : <input type="hidden" name="sort" value={list.sort} />}
      {list.columns.length > 0 ? <input type="hidden" name="columns" value={list.columns.join(',')} /> : null}
      {list.group ? <input type="hidden" name="group" value={list.group} /> : null}
      {list.batch ? <input type="hidden" name="batch" value={list.batch} /> : null}
    </FilterBar>
  )
}
