import { FilterSelect } from '#components/ui/filter-bar.tsx'
import { Link } from '#components/ui/link.tsx'
import type { ProspectChoices } from '#lib/features/prospects/prospect-choices-queries.ts'
import {
  NEXT_TOUCHES,
  type ProspectList,
  prospectListHref,
  prospectListQuery,
} from '#lib/features/prospects/prospect-list.ts'
import { COUNTRY_CHOICES } from './country-choices.ts'
import { FilterText } from './filter-text.tsx'
import { OwnFieldFilters } from './own-field-filters.tsx'
import { lastTouchLabel, NEXT_TOUCH_LABELS } from './prospect-chips.ts'

const TOUCHES = ['within-7', 'within-30', 'within-90', 'over-30', 'over-90', 'over-365', 'never'] as const
/** What the bar itself asks, and what it keeps by itself. */
const ALWAYS_THERE = ['q', 'kind', 'stage', 'owner', 'sort', 'columns', 'group', 'batch']

/**
 * The button that shows the rarer filters: it sends the form, so nothing chosen or typed is lost, with scripts or without.
 * What they narrow down by now goes along unseen.
 */
export function MoreFiltersButton({ list }: { list: ProspectList }) {
  const kept = [...new URLSearchParams(prospectListQuery(list))].filter(
    ([name]) => !ALWAYS_THERE.includes(name),
  )
  return (
    <>
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" name="open" value="filters" className={foldClass}>
        More filters
      </button>
    </>
  )
}

type RarerFiltersProps = { base: string; list: ProspectList; choices: ProspectChoices }

/** Every other way to narrow the list down: shown once asked for. */
export function RarerFilters({ base, list, choices }: RarerFiltersProps) {
  const select = (
    name: keyof ProspectList & string,
    label: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <FilterSelect
      key={`${name}${String(list[name])}`}
      name={name}
      label={label}
      choices={options}
      defaultValue={String(list[name])}
    />
  )
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }))
  const yes = (label: string) => [{ value: 'yes', label }]
  const touches =
    TOUCHES.some((known) => known === list.touched) || !list.touched ? TOUCHES : [...TOUCHES, list.touched]
  return (
    <div className="w-full">
      <input type="hidden" name="open" value="filters" />
      <Link href={prospectListHref(base, list)} className={foldClass}>
        Fewer filters
      </Link>
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
        {select('country', 'Country', COUNTRY_CHOICES)}
        <FilterText
          key={`language${list.language}`}
          name="language"
          label="Language, like en"
          value={list.language}
        />
      </div>
      <div className="flex flex-col gap-4 pb-2">
        <OwnFieldFilters fields={choices.fields} list={list} />
      </div>
    </div>
  )
}

const foldClass = 'tap inline-flex items-center rounded-md font-medium text-accent hover:text-accent-deep'
