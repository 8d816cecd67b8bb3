'use client'

import type { Insertion } from '#lib/domain/pitch-desk/building-blocks.ts'

/** Puts text into a field as if it were typed, so that the browser's own undo takes it out again. */
export function putIntoField(field: HTMLTextAreaElement, { start, end, text }: Insertion) {
  field.focus()
  field.setSelectionRange(start, end)
  // Named old by the standard, and still the only way that keeps the field's undo.
  const isDone = document.execCommand('insertText', false, text)
  if (isDone) return
  field.setRangeText(text, start, end, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
