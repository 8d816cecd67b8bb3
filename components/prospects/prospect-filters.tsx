import { FilterBar, FilterSearch, FilterSelect } from '#components/ui/filter-bar.tsx'
import { PROSPECT_KIND_TABLE, PROSPECT_KINDS } from '#lib/domain/prospect-kinds.ts'
import { PROSPECT_STAGE_TABLE, PROSPECT_STAGES } from '#lib/domain/prospect-stage.ts'
import type { ProspectChoices } from '#lib/features/prospects/prospect-choices-queries.ts'
import type { ProspectList } from '#lib/features/prospects/prospect-list.ts'
import { prospectChips } from './prospect-chips.ts'
import { MoreFiltersButton, RarerFilters } from './rarer-filters.tsx'

type ProspectFiltersProps = { base: string; list: ProspectList; choices: ProspectChoices }

/** Search and filters of the list of prospects; the rarer ones are shown when asked for, and chips say which are chosen. */
export function ProspectFilters({ base, list, choices }: ProspectFiltersProps) {
  return (
    <FilterBar
      action={base}
      label="Find prospects"
      chips={prospectChips(base, list, choices)}
      clearHref={base}
      more={
        list.open === 'filters' ? (
          <RarerFilters base={base} list={list} choices={choices} />
        ) : (
          <MoreFiltersButton list={list} />
        )
      }
    >
      <FilterSearch key={`q${list.q}`} label="Name, address, person or any word" defaultValue={list.q} />
      <FilterSelect
        key={`kind${list.kind}`}
        name="kind"
        label="Kind"
        choices={PROSPECT_KINDS.map((kind) => ({ value: kind, label: PROSPECT_KIND_TABLE[kind].label }))}
        defaultValue={list.kind}
      />
      <FilterSelect
        key={`stage${list.stage}`}
        name="stage"
        label="Stage"
        choices={PROSPECT_STAGES.map((stage) => ({ value: stage, label: PROSPECT_STAGE_TABLE[stage].label }))}
        defaultValue={list.stage}
      />
      <FilterSelect
        key={`owner${list.owner}`}
        name="owner"
        label="Looked after by"
        choices={[
          { value: 'nobody', label: 'Nobody' },
          ...choices.owners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        defaultValue={list.owner}
      />
      {list.sort === '-added' ? null : <input type="hidden" name="sort" value={list.sort} />}
      {list.columns.length > 0 ? <input type="hidden" name="columns" value={list.columns.join(',')} /> : null}
      {list.group ? <input type="hidden" name="group" value={list.group} /> : null}
      {list.batch ? <input type="hidden" name="batch" value={list.batch} /> : null}
    </FilterBar>
  )
}
