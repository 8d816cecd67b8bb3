import type { ImportField } from './import-fields.ts'
import type { ImportFormat } from './import-formats.ts'

/** How the headers of a format are known. Headers stand as `headerKey` makes them. */
export type FormatRule = {
  format: ImportFormat
  /** All of these are there. */
  has: readonly string[]
  /** Of each list, at least one is there. */
  oneOf?: readonly (readonly string[])[]
  /** At least so many of these are there. */
  some?: { least: number; of: readonly string[] }
  /** None of these is there. */
  lacks?: readonly string[]
  /** Exactly the headers of `has`, in their order, and no others. */
  only?: boolean
  columns: Readonly<Record<string, ImportField>>
  /** Groups of columns that a file has once or more: "e-mail 1 - value", "e-mail 2 - value". */
  repeated?: readonly (readonly [RegExp, ImportField])[]
}

export function fitsRule(rule: FormatRule, keys: readonly string[]): boolean {
  if (rule.only && (keys.length !== rule.has.length || !rule.has.every((key, at) => keys[at] === key)))
    return false
  const there = new Set(keys)
  return (
    rule.has.every((key) => there.has(key)) &&
    !(rule.lacks ?? []).some((key) => there.has(key)) &&
    (rule.oneOf ?? []).every((choice) => choice.some((key) => there.has(key))) &&
    (!rule.some || rule.some.of.filter((key) => there.has(key)).length >= rule.some.least)
  )
}

export function fieldByRule(rule: FormatRule, key: string): ImportField | null {
  if (Object.hasOwn(rule.columns, key)) return rule.columns[key] ?? null
  return rule.repeated?.find(([pattern]) => pattern.test(key))?.[1] ?? null
}
