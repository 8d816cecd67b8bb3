'use client'

import { CheckboxField } from '#components/ui/choice-fields.tsx'
import { useFormField } from '#components/ui/form-context.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** Says nothing until a new name turns out to be another tag's: then asks whether the two shall be one. */
export function MakeOne() {
  const { id, errors } = useFormField('merge')
  if (!errors?.length) return null
  return (
    <div id={id} tabIndex={-1}>
      <Notice tone="careful" title={errors[0]}>
        <CheckboxField
          name="merge"
          label="Make them one"
          hint="Whatever carries this tag then carries the other. They cannot be told apart again."
        />
      </Notice>
    </div>
  )
}
