import { CircleAlert } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type FieldWords = {
  label: ReactNode
  hint?: ReactNode
  errors?: string[]
  /** A required field is not marked; every other one says "optional". */
  required?: boolean
}

/** The id, and the aria attributes that tie a control to its hint and its errors. */
export function fieldAria(id: string, { hint, errors, required }: Omit<FieldWords, 'label'>) {
  const describedBy = [hint ? `${id}-hint` : null, errors?.length ? `${id}-error` : null]
    .filter(Boolean)
    .join(' ')
  return {
    id,
    required: required || undefined,
    'aria-invalid': errors?.length ? true : undefined,
    'aria-describedby': describedBy || undefined,
  } as const
}

/** A label, its hint, the control, and what is wrong with it, in that order. Give the control `fieldAria(id, ...)`. */
export function Field({
  id,
  label,
  hint,
  errors,
  required,
  children,
}: FieldWords & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
        <OptionalMark required={required} />
      </label>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldErrors id={id} errors={errors} />
    </div>
  )
}

/** The same for a group of controls (radio cards, check boxes). */
export function FieldGroup({
  id,
  label,
  hint,
  errors,
  required,
  children,
}: FieldWords & { id: string; children: ReactNode }) {
  const aria = fieldAria(id, { hint, errors })
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={aria['aria-describedby']}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <legend className="mb-1.5 font-semibold">
        {label}
        <OptionalMark required={required} />
      </legend>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldErrors id={id} errors={errors} />
    </fieldset>
  )
}

/** What is wrong with one field, under it. */
export function FieldErrors({ id, errors }: { id: string; errors?: string[] }) {
  if (!errors?.length) return null
  return (
    <div id={`${id}-error`} className="flex gap-2 text-sm font-medium text-stop">
      <Icon of={CircleAlert} className="mt-0.5 size-4 shrink-0" />
      <div>
        {errors.map((error) => (
          <p key={error}>{error}</p>
        ))}
      </div>
    </div>
  )
}

/** One line that helps before typing. */
export function FieldHint({ id, hint }: { id: string; hint?: ReactNode }) {
  if (!hint) return null
  return (
    <div id={`${id}-hint`} className="max-w-measure text-sm text-ink-soft">
      {hint}
    </div>
  )
}

function OptionalMark({ required }: { required?: boolean }) {
  if (required) return null
  return <span className="font-normal text-ink-soft"> (optional)</span>
}
