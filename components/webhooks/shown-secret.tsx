'use client'

import { useContext, useId } from 'react'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { FormContext } from '#components/ui/form-context.tsx'
import { TextInput } from '#components/ui/text-input.tsx'

/** Inside a form whose answer ends in a secret: the secret again, easy to copy. */
export function ShownSecret() {
  const { state } = useContext(FormContext)
  const id = useId()
  const secret = state.ok ? /whsec_[\w+/=]+$/.exec(state.message ?? '')?.[0] : undefined
  if (!secret) return null
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        The secret
      </label>
      <div className="flex flex-wrap gap-2">
        <TextInput id={id} readOnly value={secret} className="min-w-0 flex-1 basis-60" />
        <CopyButton text={secret} label="Copy secret" />
      </div>
      <p className="text-sm text-ink-soft">
        Keep it like a password: who has it can speak to your receiver as Rapport.
      </p>
    </div>
  )
}
