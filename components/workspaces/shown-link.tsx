'use client'

import { useContext, useId } from 'react'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { FormContext } from '#components/ui/form-context.tsx'
import { TextInput } from '#components/ui/text-input.tsx'

/** Inside an ActionForm whose answer ends in a secret link: the link again, easy to copy. It is shown this once. */
export function ShownLink({ label }: { label: string }) {
  const { state } = useContext(FormContext)
  const id = useId()
  const link = state.ok ? state.message?.match(/https?:\/\/\S+$/)?.[0] : undefined
  if (!link) return null
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <TextInput id={id} readOnly value={link} className="min-w-0 flex-1 basis-60" />
        <CopyButton text={link} label="Copy link" />
      </div>
    </div>
  )
}
