import type { ComponentProps, ReactNode } from 'react'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }

/** One box to tick, with the whole line to hit. */
export function Checkbox({ label, hint, id, ...rest }: CheckboxProps) {
  return (
    <label className="tap flex items-start gap-3 py-2">
      <input type="checkbox" id={id} className="mt-0.5 size-5 shrink-0" {...rest} />
      <span>
        {label}
        {hint ? <span className="block text-sm text-ink-soft">{hint}</span> : null}
      </span>
    </label>
  )
}
