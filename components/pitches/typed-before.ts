const TYPED_IN = ['subject', 'body']

/** What stands in the fields before this part is taken over; nothing on the server, or when it is drawn anew. */
export function typedBefore(pitchId: string): Record<string, string> {
  if (typeof document === 'undefined') return {}
  const form = document.querySelector(`form[data-pitch="${pitchId}"]`)
  if (!(form instanceof HTMLFormElement)) return {}
  return Object.fromEntries(TYPED_IN.map((name) => [name, textIn(form, name)]))
}

export function textIn(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name)
  return isTextField(field) ? field.value : ''
}

export function isTextField(field: unknown): field is HTMLInputElement | HTMLTextAreaElement {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
}
