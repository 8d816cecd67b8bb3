import { parseWebAddress } from './web-address.ts'

export const CUSTOM_FIELD_KINDS = ['text', 'number', 'date', 'choice', 'link'] as const
export type CustomFieldKind = (typeof CUSTOM_FIELD_KINDS)[number]

export const CUSTOM_FIELD_KIND_TABLE: Readonly<Record<CustomFieldKind, { label: string; hint: string }>> = {
  text: { label: 'Text', hint: 'A line of words.' },
  number: { label: 'Number', hint: 'Sorted and compared as a number.' },
  date: { label: 'Date', hint: 'A day, without a time.' },
  choice: { label: 'Choice', hint: 'One of a list you make.' },
  link: { label: 'Link', hint: 'The address of a page.' },
}

export const CUSTOM_NOUNS = ['prospect', 'contact'] as const
export type CustomNoun = (typeof CUSTOM_NOUNS)[number]

export const CUSTOM_FIELDS_MAX = 40
export const CUSTOM_TEXT_MAX_CHARACTERS = 2_000

export type CustomField = { key: string; label: string; kind: CustomFieldKind; choices: readonly string[] }
/** What a row keeps under a field's key. A date is YYYY-MM-DD, a link a whole address. No value, no key. */
export type CustomValue = string | number
export type CustomValues = Record<string, CustomValue>

type Read = { ok: true; value: CustomValue | null } | { ok: false; error: string }

/** Reads what a person typed or a file says; null where it says nothing. The error is a sentence for people. */
export function readCustomValue({ kind, choices }: CustomField, typed: string): Read {
  const text = typed.replaceAll('\0', '').trim()
  if (text === '') return { ok: true, value: null }
  switch (kind) {
    case 'text':
      if (text.length > CUSTOM_TEXT_MAX_CHARACTERS) return no('That is longer than 2,000 characters.')
      return { ok: true, value: text }
    case 'number':
      return numberOf(text)
    case 'date':
      return isDay(text) ? { ok: true, value: text } : no('That is no day of the calendar, like 2026-03-31.')
    case 'choice':
      return choiceOf(choices, text)
    case 'link': {
      const parsed = parseWebAddress(text)
      return parsed.ok ? { ok: true, value: parsed.url } : no(parsed.error)
    }
  }
}

/**
 * The key of a new field, from its label: lower case letters and digits with hyphens, unlike those `taken`.
 * It stays when the label changes, so that saved views and files keep working.
 */
export function customKeyOf(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const stem = [...plain].slice(0, 40).join('') || 'field'
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? stem : `${stem}-${number}`
    if (!taken.includes(key)) return key
  }
}

function numberOf(text: string): Read {
  // "1,240.5" and "1 240.5"; a lone comma could be either, so it is asked about.
  const plain = text
    .replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '')
  const value = Number(plain)
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain) || !Number.isFinite(value)) {
    return no('That is not a number, like 1240 or 12.5.')
  }
  return { ok: true, value }
}

function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function choiceOf(choices: readonly string[], text: string): Read {
  const same = choices.find((choice) => choice.toLowerCase() === text.toLowerCase())
  return same === undefined
    ? no(`That is none of the choices: ${choices.join(', ')}.`)
    : { ok: true, value: same }
}

function no(error: string): Read {
  return { ok: false, error }
}
