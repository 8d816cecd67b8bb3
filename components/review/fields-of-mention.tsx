'use client'

import { type ReactNode, useContext } from 'react'
import { FormContext, firstOf } from '#components/ui/form-context.tsx'

/**
 * Fields that start empty where the form came back from another mention: somebody else decided on that one meanwhile, and the
 * next one has taken its place on the page. What was typed for the one must not stand in the form of the other.
 */
export function FieldsOfMention({ mentionId, children }: { mentionId: string; children: ReactNode }) {
  const form = useContext(FormContext)
  const sentFor = firstOf(form.state.values?.mentionId)
  if (sentFor === undefined || sentFor === mentionId) return children
  const state = { ...form.state, values: undefined, errors: undefined }
  return <FormContext value={{ ...form, state }}>{children}</FormContext>
}
