import type { APIRequestContext } from '@playwright/test'
import { parseHTML } from 'linkedom'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

/** Forms read and sent as a browser without scripts does it: many of them in the time a browser takes for one. */

export const TEXT_FIELDS = ['textarea', 'text', 'url', 'email', 'search', 'tel', 'date', 'number', 'password']
  .map((kind) => (kind === 'textarea' ? kind : `input[type=${kind}]`))
  .map((field) => `${field}:not([readonly])`)
  .join(', ')

const IS_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

export async function pageAt(sender: APIRequestContext, place: string): Promise<Document> {
  return parseHTML(await (await sender.get(place)).text()).document
}

/** The forms of a page that send something a person typed. */
export function formsOf(document: Document): Element[] {
  return [...document.querySelectorAll('main form')].filter(
    (form) => form.getAttribute('method')?.toLowerCase() === 'post' && form.querySelector(TEXT_FIELDS),
  )
}

/**
 * What a form sends with `value` in each of its fields; with `foreignId` instead of every id in it. `typed` is what was
 * typed by name, passwords aside.
 */
export function filledIn(
  form: Element,
  value: string,
  foreignId?: string,
): { sent: FormData; typed: Record<string, string> } {
  const sent = new FormData()
  const typed: Record<string, string> = {}
  const idOr = (own: string) => (foreignId && IS_ID.test(own) ? foreignId : own)
  const chosen = new Set<string>()
  for (const field of form.querySelectorAll('input, textarea, select')) {
    const name = field.getAttribute('name')
    if (!name || field.hasAttribute('disabled')) continue
    const type = field.localName === 'input' ? (field.getAttribute('type') ?? 'text') : field.localName
    if (field.matches(TEXT_FIELDS)) {
      sent.append(name, value)
      if (type !== 'password') typed[name] = value
    } else if (type === 'radio') {
      const isChecked = form.querySelector(`input[type=radio][name="${name}"][checked]`)
      if (chosen.has(name) || (isChecked && isChecked !== field)) continue
      chosen.add(name)
      sent.append(name, idOr(field.getAttribute('value') ?? 'on'))
    } else if (type === 'checkbox') {
      if (field.hasAttribute('checked')) sent.append(name, idOr(field.getAttribute('value') ?? 'on'))
    } else if (type === 'select') {
      const option = field.querySelector('option[selected]') ?? field.querySelector('option')
      sent.append(name, idOr(option?.getAttribute('value') ?? option?.textContent ?? ''))
    } else if (type !== 'file' && type !== 'submit') {
      sent.append(name, idOr(field.getAttribute('value') ?? field.textContent ?? ''))
    }
  }
  const button = form.querySelector('button[type=submit][name], button[name]:not([type])')
  if (button) sent.append(button.getAttribute('name') ?? '', button.getAttribute('value') ?? '')
  return { sent, typed }
}

/** What stands in a field. linkedom leaves the references in a text area as they are written. */
export function valueIn(field: Element): string {
  if (field.localName !== 'textarea') return field.getAttribute('value') ?? ''
  const [area] = parseFragment(`<textarea>\n${field.textContent}</textarea>`).childNodes
  const [text] = (area as DefaultTreeAdapterTypes.Element).childNodes
  return text && 'value' in text ? text.value : ''
}
