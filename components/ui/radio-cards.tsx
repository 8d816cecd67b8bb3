import { classNames } from './class-names.ts'
import type { Choice } from './select.tsx'

type RadioCardsProps = {
  name: string
  choices: Choice[]
  defaultValue?: string
  required?: boolean
  invalid?: boolean
  /** How many stand side by side when there is room. */
  columns?: 1 | 2 | 3
}

/** Native radio buttons in cards: for few choices that need a line of explanation each. */
export function RadioCards({ name, choices, defaultValue, required, invalid, columns = 1 }: RadioCardsProps) {
  return (
    <div className={classNames('grid gap-2', columnClass[columns])}>
      {choices.map(({ value, label, hint, disabled }) => (
        <label key={value} className={cardClass}>
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === defaultValue}
            required={required}
            disabled={disabled}
            aria-invalid={invalid || undefined}
            className="mt-0.5 size-5 shrink-0"
          />
          <span>
            <span className="font-semibold">{label}</span>
            {hint ? <span className="block text-sm text-ink-soft">{hint}</span> : null}
          </span>
        </label>
      ))}
    </div>
  )
}

const columnClass = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3' }

const cardClass =
  'tap flex items-start gap-3 rounded-md border border-line-strong bg-sheet px-3 py-2.5 transition-colors ' +
  'hover:border-ink has-checked:border-accent has-checked:bg-accent-wash ' +
  'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ' +
  'has-disabled:cursor-not-allowed has-disabled:bg-desk has-disabled:text-ink-soft'
