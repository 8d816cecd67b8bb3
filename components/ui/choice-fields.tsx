'use client'

import type { ComponentProps, ReactNode } from 'react'
import { Checkbox } from './checkbox.tsx'
import { Field, FieldErrors, FieldGroup, type FieldWords, fieldAria } from './field.tsx'
import { allOf, firstOf, useFormField } from './form-context.tsx'
import { RadioCards } from './radio-cards.tsx'
import { type Choice, Select } from './select.tsx'

type Words = Pick<FieldWords, 'label' | 'hint' | 'required'>

/** A labelled select inside an ActionForm. */
export function SelectField({
  name,
  label,
  hint,
  required,
  defaultValue,
  ...rest
}: Words & Omit<ComponentProps<typeof Select>, 'defaultValue'> & { name: string; defaultValue?: string }) {
  const { id, key, errors, kept } = useFormField(name)
  return (
    <Field id={id} label={label} hint={hint} errors={errors} required={required}>
      <Select
        key={key}
        name={name}
        defaultValue={firstOf(kept) ?? defaultValue}
        {...fieldAria(id, { hint, errors, required })}
        {...rest}
      />
    </Field>
  )
}

/** One box to tick inside an ActionForm. It sends `value` (or "on") when ticked and nothing when not. */
export function CheckboxField({
  name,
  label,
  hint,
  defaultChecked,
  value = 'on',
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  defaultChecked?: boolean
  value?: string
}) {
  const { id, key, errors, kept, cameBack } = useFormField(name)
  return (
    <div>
      <Checkbox
        key={key}
        name={name}
        id={id}
        value={value}
        label={label}
        hint={hint}
        defaultChecked={cameBack ? allOf(kept).includes(value) : defaultChecked}
        aria-invalid={errors?.length ? true : undefined}
        aria-describedby={errors?.length ? `${id}-error` : undefined}
      />
      <FieldErrors id={id} errors={errors} />
    </div>
  )
}

/** Several boxes under one name inside an ActionForm. */
export function CheckboxesField({
  name,
  label,
  hint,
  required,
  choices,
  defaultValues = [],
}: Words & { name: string; choices: Choice[]; defaultValues?: string[] }) {
  const { id, key, errors, kept, cameBack } = useFormField(name)
  const chosen = cameBack ? allOf(kept) : defaultValues
  return (
    <FieldGroup id={id} label={label} hint={hint} errors={errors} required={required}>
      <div key={key}>
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            name={name}
            value={choice.value}
            label={choice.label}
            hint={choice.hint}
            disabled={choice.disabled}
            defaultChecked={chosen.includes(choice.value)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

/** A choice among cards inside an ActionForm. */
export function RadioCardsField({
  name,
  label,
  hint,
  required,
  defaultValue,
  choices,
  columns,
}: Words & { name: string; choices: Choice[]; defaultValue?: string; columns?: 1 | 2 | 3 }) {
  const { id, key, errors, kept } = useFormField(name)
  return (
    <FieldGroup id={id} label={label} hint={hint} errors={errors} required={required}>
      <RadioCards
        key={key}
        name={name}
        choices={choices}
        columns={columns}
        required={required}
        invalid={Boolean(errors?.length)}
        defaultValue={firstOf(kept) ?? defaultValue}
      />
    </FieldGroup>
  )
}
