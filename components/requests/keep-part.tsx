'use client'

import type { ReactNode } from 'react'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { allOf, useFormField } from '#components/ui/form-context.tsx'

type KeepPartProps = { index: number; label: ReactNode; isRequest: boolean }

/** The box that keeps one part. Only requests can be told apart, so nothing is ticked for anybody. */
export function KeepPart({ index, label, isRequest }: KeepPartProps) {
  const { key, kept, cameBack } = useFormField('keep')
  const value = String(index)
  return (
    <Checkbox
      key={key}
      name="keep[]"
      value={value}
      label={label}
      hint={isRequest ? undefined : 'No request, as far as one can tell. Tick it if it is one.'}
      defaultChecked={cameBack && allOf(kept).includes(value)}
    />
  )
}
