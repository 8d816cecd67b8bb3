import { Search, X } from 'lucide'
import { type ReactNode, useId } from 'react'
import { Link } from '#components/ui/link.tsx'
import { buttonClass } from './button.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { SearchForm } from './search-form.tsx'
import { type Choice, type ChoiceGroup, Select } from './select.tsx'
import { TextInput } from './text-input.tsx'

type FilterBarProps = {
  /** The list's own address, without its query. */
  action: string
  /** What is being narrowed down, such as "Find prospects". */
  label: string
  /** FilterSearch and FilterSelect parts; hidden inputs for what should stay (sort). */
  children: ReactNode
  /** What is chosen now, each with the address without it. */
  chips?: { label: string; href: string }[]
  /** The address without any filter. */
  clearHref?: string
  /** The rarer filters, or the button that asks for them. */
  more?: ReactNode
}

/** A list's filters: a plain GET form, so that the address holds them and anyone can send it to a colleague. */
export function FilterBar({ action, label, children, chips = [], clearHref, more }: FilterBarProps) {
  return (
    <search className="mb-4 flex flex-col gap-3">
      <SearchForm action={action} aria-label={label} className="flex flex-wrap items-end gap-2">
        {children}
        <button type="submit" className={classNames(buttonClass(), 'max-sm:grow')}>
          Apply
        </button>
        {more}
      </SearchForm>
      {chips.length > 0 ? (
        <ul aria-label="Chosen filters" className="flex flex-wrap items-center gap-2">
          {chips.map((chip) => (
            <li key={chip.href}>
              <Link href={chip.href} className={chipClass}>
                {chip.label}
                <Icon of={X} className="size-4" />
                <span className="sr-only">(take this filter away)</span>
              </Link>
            </li>
          ))}
          {clearHref && chips.length > 1 ? (
            <li>
              <Link
                href={clearHref}
                className="ink-link inline-flex min-h-8 items-center px-1 text-sm max-sm:min-h-11"
              >
                Take all away
              </Link>
            </li>
          ) : null}
        </ul>
      ) : null}
    </search>
  )
}

type FilterSearchProps = { name?: string; label: string; defaultValue?: string }

/** The search box of a list; `/` on the keyboard goes there. */
export function FilterSearch({ name = 'q', label, defaultValue }: FilterSearchProps) {
  const id = useId()
  return (
    <div className="min-w-0 flex-1 basis-60">
      <label htmlFor={id} className={filterLabelClass}>
        {label}
      </label>
      <span className="relative block">
        <Icon
          of={Search}
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-soft"
        />
        <TextInput
          id={id}
          type="search"
          name={name}
          defaultValue={defaultValue}
          data-search
          className="pl-9"
        />
      </span>
    </div>
  )
}

type FilterSelectProps = {
  name: string
  label: string
  choices: readonly (Choice | ChoiceGroup)[]
  defaultValue?: string
  /** What "no filter" is called. */
  emptyLabel?: string
}

/** One choice a list can be narrowed by. */
export function FilterSelect({ name, label, choices, defaultValue, emptyLabel = 'Any' }: FilterSelectProps) {
  const id = useId()
  return (
    <div className="min-w-36 flex-1 sm:flex-none">
      <label htmlFor={id} className={filterLabelClass}>
        {label}
      </label>
      <Select id={id} name={name} choices={choices} defaultValue={defaultValue} emptyLabel={emptyLabel} />
    </div>
  )
}

const filterLabelClass = 'mb-1 block text-sm font-medium text-ink-soft'

const chipClass =
  'inline-flex min-h-8 items-center gap-1.5 rounded-sm border border-accent bg-accent-wash px-2 text-sm font-medium text-accent ' +
  'transition-colors hover:border-accent-deep hover:text-accent-deep max-sm:min-h-11'
