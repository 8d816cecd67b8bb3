'use client'

import { useContext } from 'react'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { FormContext } from '#components/ui/form-context.tsx'

/** Inside the form whose answer ends in an address: copies it. */
export function CopyAddress() {
  const { state } = useContext(FormContext)
  const address = state.ok ? /https?:\/\/\S+$/.exec(state.message ?? '')?.[0] : undefined
  if (!address) return null
  return (
    <div>
      <CopyButton text={address} label="Copy address" />
    </div>
  )
}
