'use client'

import { useContext, useId } from 'react'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { FormContext } from '#components/ui/form-context.tsx'
import { TextInput } from '#components/ui/text-input.tsx'

/** Inside the form whose answer ends in a token: the token again, easy to copy. It is shown this once. */
export function ShownToken() {
  const { state } = useContext(FormContext)
  const id = useId()
  const token = state.ok ? /rapport_[\w-]{43}$/.exec(state.message ?? '')?.[0] : undefined
  if (!token) return null
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        Your new token
      </label>
      <div className="flex flex-wrap gap-2">
        <TextInput id={id} readOnly value={token} className="min-w-0 flex-1 basis-60" />
        <CopyButton text={token} label="Copy token" />
      </div>
      <p className="text-sm text-ink-soft">Keep it like a password. Nobody can show it to you again.</p>
    </div>
  )
}
