import { z } from 'zod'

/** The building blocks of every form's schema: one place for limits and for the words of their errors. */

/** One line of text. Line breaks become spaces; empty is an error unless `optional`. */
export function line(what: string, { max = 200, optional = false } = {}) {
  return z
    .string({ error: `Please fill in ${what}.` })
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .pipe(
      z
        .string()
        .min(optional ? 0 : 1, `Please fill in ${what}.`)
        .max(max, `Please keep this under ${max} characters.`),
    )
}

export function optionalLine(max = 200) {
  return line('this', { max, optional: true }).optional().default('')
}

/** Several lines of text, as typed. */
export function text(what: string, { max = 20_000, optional = false } = {}) {
  return z
    .string({ error: `Please fill in ${what}.` })
    .transform((value) => value.trim())
    .pipe(
      z
        .string()
        .min(optional ? 0 : 1, `Please fill in ${what}.`)
        .max(max, `Please keep this under ${max.toLocaleString('en')} characters.`),
    )
}

export function optionalText(max = 20_000) {
  return text('this', { max, optional: true }).optional().default('')
}

/** A list typed one per line; commas work too. Empty entries and repeats are dropped. */
export function list({ max = 50, each = 200 } = {}) {
  return z
    .string()
    .max(max * (each + 2), 'That is too long a list.')
    .optional()
    .default('')
    .transform((value) => [
      ...new Set(
        value
          .split(/[\n,]/)
          .map((entry) => entry.trim())
          .filter(Boolean),
      ),
    ])
    .pipe(
      z
        .array(z.string().max(each, `Please keep each entry under ${each} characters.`))
        .max(max, `At most ${max} entries, please.`),
    )
}

export function id(what = 'one') {
  return z.uuid(`Please choose ${what}.`)
}

/** An id that may be left empty. */
export function optionalId() {
  return z
    .union([z.literal(''), z.uuid('That choice is not in the list.')])
    .optional()
    .transform((value) => value || null)
}

export function choice<const Values extends readonly [string, ...string[]]>(values: Values, what = 'one') {
  return z.enum(values, { error: `Please choose ${what}.` })
}

export function optionalChoice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z
    .union([z.literal(''), z.enum(values)], { error: 'That choice is not in the list.' })
    .optional()
    .transform((value) => value || null)
}

/** A checkbox: there or not. */
export function tick() {
  return z
    .string()
    .optional()
    .transform((value) => value === 'on' || value === 'true')
}

/** IANA time zone name. */
export function timeZone() {
  return z.string().refine(isTimeZone, 'That time zone is not known.')
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name.length > 0
  } catch {
    return false
  }
}
