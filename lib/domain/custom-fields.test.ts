import { describe, expect, it } from 'vitest'
import { type CustomField, type CustomFieldKind, customKeyOf, readCustomValue } from './custom-fields.ts'

const field = (kind: CustomFieldKind): CustomField => ({
  key: 'k',
  label: 'K',
  kind,
  choices: ['Weekly', 'Monthly'],
})

describe('a value of a custom field', () => {
  it.each<[string, CustomFieldKind, string, string | number | null]>([
    ['nothing is no value', 'number', '  ', null],
    ['text stays as it is', 'text', ' Ask for Jo ', 'Ask for Jo'],
    ['a number', 'number', '-12.5', -12.5],
    ['a number with thousands', 'number', '1,240', 1240],
    ['a number with spaces for thousands', 'number', '12 400 000', 12_400_000],
    ['a day', 'date', '2028-02-29', '2028-02-29'],
    ['a choice in another case', 'choice', 'weekly', 'Weekly'],
    ['a link without its scheme', 'link', 'example.com/a', 'https://example.com/a'],
  ])('%s', (_, kind, typed, value) => {
    expect(readCustomValue(field(kind), typed)).toEqual({ ok: true, value })
  })

  it.each<[string, CustomFieldKind, string]>([
    ['words are no number', 'number', 'many'],
    ['a comma that could be either is asked about', 'number', '12,5'],
    ['hex is no number people write', 'number', '0x10'],
    ['infinity is no number', 'number', '9'.repeat(400)],
    ['30 February is no day', 'date', '2026-02-30'],
    ['a day in another order is asked about', 'date', '28/09/2026'],
    ['what is not in the list is no choice', 'choice', 'Daily'],
    ['a script is no link', 'link', 'javascript:alert(1)'],
    ['a text can be too long', 'text', 'x'.repeat(2_001)],
  ])('%s', (_, kind, typed) => {
    expect(readCustomValue(field(kind), typed)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/\.$/),
    })
  })
})

describe('the key of a custom field', () => {
  it.each([
    ['comes from the label', 'Newsletter size', [], 'newsletter-size'],
    ['knows no accents', 'Fréquence', [], 'frequence'],
    ['keeps other scripts', 'Аудитория', [], 'аудитория'],
    ['is unlike those taken', 'Size', ['size', 'size-2'], 'size-3'],
    ['of no letters is still one', '???', [], 'field'],
  ])('%s', (_, label, taken, key) => {
    expect(customKeyOf(label, taken)).toBe(key)
  })
})
