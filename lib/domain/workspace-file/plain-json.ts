import { z } from 'zod'

const DEEPEST = 20
const MOST_PARTS = 100_000
const LONGEST_KEY = 300

/** A text as PostgreSQL can hold it: no NUL, no half of a character. What looks like HTML is text like any other. */
export function plainText(max: number) {
  return z
    .string('is no text')
    .max(max, `is longer than ${max.toLocaleString('en')} characters`)
    .refine(isStorable, { error: 'holds a character that cannot be kept' })
}

/** Any JSON of a sensible depth and number of parts. */
export function jsonValue() {
  return z.unknown().superRefine((value, context) => {
    const trouble = troubleWith(value)
    if (trouble) context.addIssue({ code: 'custom', message: trouble, input: value })
  })
}

/** The same, where an object is expected. */
export function jsonObject() {
  return jsonValue().refine(isObject, { error: 'is no object' })
}

export function jsonList(most = 1_000) {
  return jsonValue().refine((value) => Array.isArray(value) && value.length <= most, {
    error: 'is no list, or too long a one',
  })
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Why a value cannot be kept, after "it"; null when it can. */
export function troubleWith(value: unknown): string | null {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let parts = 0; ; parts += 1) {
    const next = waiting.pop()
    if (!next) return null
    if (parts > MOST_PARTS) return 'has more parts than can be kept'
    if (next.depth > DEEPEST) return 'is nested deeper than can be kept'
    if (typeof next.value === 'string' && !isStorable(next.value))
      return 'holds a character that cannot be kept'
    if (typeof next.value === 'number' && !Number.isFinite(next.value))
      return 'holds a number that cannot be kept'
    if (typeof next.value !== 'object' || next.value === null) continue
    for (const [name, inner] of Object.entries(next.value)) {
      // A name that would reach into every object of a program that copies carelessly.
      if (name === '__proto__') return 'holds a name that cannot be kept'
      if (name.length > LONGEST_KEY || !isStorable(name)) return 'holds a name that cannot be kept'
      waiting.push({ value: inner, depth: next.depth + 1 })
    }
  }
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
