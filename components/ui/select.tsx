import { ChevronDown } from 'lucide'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { controlClass } from './text-input.tsx'

export type Choice = { value: string; label: string; hint?: string; disabled?: boolean }
export type ChoiceGroup = { label: string; choices: Choice[] }

type SelectProps = Omit<ComponentProps<'select'>, 'children'> & {
  choices: readonly (Choice | ChoiceGroup)[]
  /** The first, empty choice; without it the first real one is chosen. */
  emptyLabel?: string
}

/** The browser's own select, dressed. It works without scripts and as phones expect. */
export function Select({ choices, emptyLabel, className, ...rest }: SelectProps) {
  return (
    <span className={classNames('relative block', className)}>
      <select className={classNames(controlClass, 'tap appearance-none truncate pr-9')} {...rest}>
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {choices.map((entry) =>
          'choices' in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.choices.map(renderOption)}
            </optgroup>
          ) : (
            renderOption(entry)
          ),
        )}
      </select>
      <Icon
        of={ChevronDown}
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-soft"
      />
    </span>
  )
}

function renderOption({ value, label, disabled }: Choice) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  )
}
