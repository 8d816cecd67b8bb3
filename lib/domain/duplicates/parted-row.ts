import { sameValue } from './merge-fields.ts'

type Columns = Readonly<Record<string, unknown>>

/** Kept up by the app itself: where it has moved on since, nobody edited anything. */
const QUIET_COLUMNS: ReadonlySet<string> = new Set(['lastTouchAt', 'updatedAt', 'tags'])

/**
 * What a row goes back to when a merge is undone. A column that still says what the merge made of it says again what it
 * said before; one that was edited since keeps the edit, and is named. Of tags, those go that came with the merge.
 *
 * @param now the row as it stands, @param before what the merge found, @param after what the merge made of it
 */
export function partedRow(now: Columns, before: Columns, after: Columns) {
  const back: Record<string, unknown> = {}
  const edited: string[] = []
  for (const [column, made] of Object.entries(after)) {
    const current = now[column]
    if (sameValue(current, made)) back[column] = before[column] ?? null
    else if (column === 'tags') back.tags = withoutCame(current, before.tags, made)
    else if (column === 'custom') {
      const parted = partedRow(objectOf(current), objectOf(before.custom), entriesOf(before.custom, made))
      const custom = { ...objectOf(current), ...parted.back }
      back.custom = Object.fromEntries(Object.entries(custom).filter(([, value]) => value !== null))
      edited.push(...parted.edited.map((key) => `custom:${key}`))
    } else if (!QUIET_COLUMNS.has(column)) edited.push(column)
  }
  return { back, edited }
}

function withoutCame(current: unknown, before: unknown, made: unknown): unknown[] {
  const had = new Set(listOf(before))
  const came = new Set(listOf(made).filter((tag) => !had.has(tag)))
  return listOf(current).filter((tag) => !came.has(tag))
}

/** Only what the merge itself changed within an object. */
function entriesOf(before: unknown, made: unknown): Columns {
  const [was, became] = [objectOf(before), objectOf(made)]
  const keys = new Set([...Object.keys(was), ...Object.keys(became)])
  return Object.fromEntries(
    [...keys].filter((key) => !sameValue(was[key], became[key])).map((key) => [key, became[key] ?? null]),
  )
}

function objectOf(value: unknown): Columns {
  return value && typeof value === 'object' && !Array.isArray(value) ? (value as Columns) : {}
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
