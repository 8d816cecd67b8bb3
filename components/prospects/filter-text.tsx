import { TextInput } from '#components/ui/text-input.tsx'

type FilterTextProps = {
  name: string
  label: string
  value: string
  choices?: readonly string[]
  type?: 'text' | 'date'
  inputMode?: 'decimal'
}

/** A filter one types, beside FilterSelect; choices are offered while typing. */
export function FilterText({ name, label, value, choices, type, inputMode }: FilterTextProps) {
  const id = `filter-${name.replace(/[^a-z0-9]+/gi, '-')}`
  return (
    <div className="min-w-36 flex-1 sm:flex-none">
      <label htmlFor={id} className="mb-1 block text-sm font-medium text-ink-soft">
        {label}
      </label>
      <TextInput
        id={id}
        name={name}
        type={type}
        inputMode={inputMode}
        defaultValue={value}
        list={choices ? `${id}-known` : undefined}
      />
      {choices ? (
        <datalist id={`${id}-known`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      ) : null}
    </div>
  )
}
