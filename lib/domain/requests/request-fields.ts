import { isDivider, type RequestField, readLabel } from './request-labels.ts'
import { textLines } from './text-lines.ts'

export type LabelledFields = Partial<Record<RequestField, string>>

/** So much of a field is read; the text itself is kept whole. */
const LONGEST_FIELD = 20_000
const ONE_LINE: readonly RequestField[] = [
  'journalist',
  'replyTo',
  'outlet',
  'outletSite',
  'category',
  'deadline',
  'deadlineTime',
  'zone',
  'title',
]

/** What stands behind the labels of one request. A field that comes twice keeps its first value; questions and requirements add up. */
export function labelledFields(text: string): LabelledFields {
  const fields: LabelledFields = {}
  let open: RequestField | null = null
  for (const { text: line } of textLines(text)) {
    const label = readLabel(line)
    if (label) {
      open = fields[label.field] === undefined || !ONE_LINE.includes(label.field) ? label.field : null
      if (open) fields[open] = joined(fields[open], line.slice(label.valueAt))
    } else if (isDivider(line)) {
      if (open !== null && !ONE_LINE.includes(open)) continue
      open = null
    } else if (open !== null) {
      const isOneLine = ONE_LINE.includes(open)
      if (isOneLine && fields[open]?.trim()) open = line.trim() === '' || open !== 'title' ? null : open
      if (open !== null) fields[open] = joined(fields[open], line)
    }
  }
  for (const field of Object.keys(fields) as RequestField[]) fields[field] = fields[field]?.trim() ?? ''
  return fields
}

function joined(before: string | undefined, line: string): string {
  if (before === undefined) return line.slice(0, LONGEST_FIELD)
  return before.length >= LONGEST_FIELD ? before : `${before}\n${line}`.slice(0, LONGEST_FIELD)
}
