'use client'

import type { ComponentProps } from 'react'
import { Field, type FieldWords, fieldAria } from './field.tsx'
import { firstOf, useFormField } from './form-context.tsx'
import { TextArea, TextInput } from './text-input.tsx'
import { useTypedBefore } from './use-typed-before.ts'

type Words = Pick<FieldWords, 'label' | 'hint' | 'required'>

/** A labelled line of text inside an ActionForm. Also for e-mail, password, date, number, url, tel, search and file (`type`). */
export function TextField({
  name,
  label,
  hint,
  required,
  defaultValue,
  ...rest
}: Words & ComponentProps<'input'> & { name: string }) {
  const { id, key, errors, kept } = useFormField(name)
  const keepsNothing = rest.type === 'password' || rest.type === 'file'
  return (
    <Field id={id} label={label} hint={hint} errors={errors} required={required}>
      <TextInput
        key={key}
        name={name}
        defaultValue={keepsNothing ? undefined : (firstOf(kept) ?? defaultValue)}
        {...fieldAria(id, { hint, errors, required })}
        {...rest}
      />
    </Field>
  )
}

/** A labelled text area inside an ActionForm; `serif` for what somebody will read. */
export function TextAreaField({
  name,
  label,
  hint,
  required,
  defaultValue,
  ...rest
}: Words & ComponentProps<typeof TextArea> & { name: string }) {
  const { id, key, errors, kept } = useFormField(name)
  useTypedBefore(id)
  return (
    <Field id={id} label={label} hint={hint} errors={errors} required={required}>
      <TextArea
        key={key}
        name={name}
        defaultValue={firstOf(kept) ?? defaultValue}
        {...fieldAria(id, { hint, errors, required })}
        {...rest}
      />
    </Field>
  )
}
