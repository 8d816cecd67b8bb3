'use client'

import { createContext, useContext } from 'react'
import { type FormState, untouchedForm } from '#lib/features/form-state.ts'

type FormContextValue = {
  state: FormState
  formId: string
  /** Counts the answers; part of every field's key, so that fields start anew from what the answer kept. */
  turn: number
}

export const FormContext = createContext<FormContextValue>({ state: untouchedForm, formId: 'form', turn: 0 })

type FieldState = {
  id: string
  key: string
  errors: string[] | undefined
  /** What was typed, if the form came back; undefined if it never went, or went through. */
  kept: string | string[] | undefined
  /** Whether the form came back with what was typed: then a box that is not in `kept` was left empty on purpose. */
  cameBack: boolean
}

/** What the form around it knows about one field. */
export function useFormField(name: string): FieldState {
  const { state, formId, turn } = useContext(FormContext)
  // A list's fields are sent as "name[]", and come back as "name".
  const known = name.replace(/\[\]$/, '')
  return {
    id: fieldId(formId, name),
    key: `${name}:${turn}`,
    errors: state.errors?.[known],
    kept: state.values?.[known],
    cameBack: state.values !== undefined,
  }
}

/** The element id of a field; error summaries link to it. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replaceAll(/[^\w-]/g, '_')}`
}

/** One value, where a field may have come back with several. */
export function firstOf(kept: string | string[] | undefined): string | undefined {
  return Array.isArray(kept) ? kept[0] : kept
}

/** All values, where a field may have come back with one. */
export function allOf(kept: string | string[] | undefined): string[] {
  if (kept === undefined) return []
  return Array.isArray(kept) ? kept : [kept]
}
