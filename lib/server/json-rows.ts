/**
 * Rows for one jsonb parameter of a statement. PostgreSQL takes neither U+0000 nor half a surrogate pair; files of other
 * people have both.
 */
export function jsonRows(rows: unknown): string {
  const json = JSON.stringify(rows)
  return /\\u0000|\\ud[89a-f]/i.test(json) ? JSON.stringify(rows, cleaned) : json
}

function cleaned(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value
}
