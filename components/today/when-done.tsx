'use client'

import { useContext, useEffect, useRef } from 'react'
import { FormContext } from '#components/ui/form-context.tsx'

/** Inside an ActionForm: tells the page around it, once for each time, that the form went through. */
export function WhenDone({ call }: { call: (() => void) | undefined }) {
  const { state } = useContext(FormContext)
  const told = useRef<number | undefined>(undefined)
  useEffect(() => {
    if (!state.ok || state.at === undefined || told.current === state.at) return
    told.current = state.at
    call?.()
  }, [state, call])
  return null
}
