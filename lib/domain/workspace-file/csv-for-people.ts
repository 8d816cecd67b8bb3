/**
 * One row of a CSV for people. What a spreadsheet would take for a formula gets an apostrophe in front, which it shows as
 * text (OWASP, "CSV injection"); a number stays one.
 */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return cells.map(cellOf).join(',')
}

function cellOf(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[\s]*[=+\-@\t\r＝＋－＠]/u.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
