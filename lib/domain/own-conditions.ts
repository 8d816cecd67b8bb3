import { type CustomFieldKind, readCustomValue } from './custom-fields.ts'

/** What a list may ask of a workspace's own field, beside that it holds exactly this. */
const OWN_OPS = ['contains', 'min', 'max', 'after', 'before', 'is'] as const
export type OwnOp = (typeof OWN_OPS)[number]

/** `key` is the field's. Of "is" the value is "empty" or "filled"; a day is YYYY-MM-DD, and itself neither after nor before it. */
export type OwnCondition = { key: string; op: OwnOp; value: string }

/** Which of them are offered for a field of a kind; "is" is for all. */
export const OPS_OF_KIND: Readonly<Record<CustomFieldKind, readonly OwnOp[]>> = {
  text: ['contains'],
  link: ['contains'],
  choice: [],
  number: ['min', 'max'],
  date: ['after', 'before'],
}

export const OWN_OP_LABELS: Readonly<Record<Exclude<OwnOp, 'is'>, string>> = {
  contains: 'contains',
  min: 'at least',
  max: 'at most',
  after: 'after',
  before: 'before',
}

export const EMPTINESS = { empty: 'empty', filled: 'not empty' } as const

const MAX_CHARACTERS = 200

/** Reads what stands in an address or was typed; null where it makes no sense, which counts as not said. */
export function readOwnCondition(key: string, op: string, typed: string): OwnCondition | null {
  const known = OWN_OPS.find((each) => each === op)
  const text = typed.replaceAll('\0', '').trim().slice(0, MAX_CHARACTERS)
  if (!known || text === '') return null
  if (known === 'is') return Object.hasOwn(EMPTINESS, text) ? { key, op: known, value: text } : null
  if (known === 'contains') return { key, op: known, value: text }
  const kind = known === 'min' || known === 'max' ? 'number' : 'date'
  const read = readCustomValue({ key, label: key, kind, choices: [] }, text)
  return read.ok && read.value !== null ? { key, op: known, value: String(read.value) } : null
}

/** "Readers: at least 500", "Met on: not empty". */
export function ownConditionWords(label: string, { op, value }: OwnCondition): string {
  if (op === 'is') return `${label}: ${EMPTINESS[value as keyof typeof EMPTINESS]}`
  return `${label}: ${OWN_OP_LABELS[op]} ${op === 'contains' ? `“${value}”` : value}`
}

/** Between which sizes, both included, a value lies that fits; null where size is not asked about. */
export function sizesThatFit({ op, value }: OwnCondition): { from: number; to: number } | null {
  switch (op) {
    case 'min':
      return { from: Number(value), to: Infinity }
    case 'max':
      return { from: -Infinity, to: Number(value) }
    case 'after':
      return { from: sizeOfDay(value) + 1, to: Infinity }
    case 'before':
      return { from: -Infinity, to: sizeOfDay(value) - 1 }
    default:
      return null
  }
}

/** A number for a day, in the order of the calendar: rapport_size in the migrations counts the same way. */
function sizeOfDay(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return year * 372 + month * 31 + date
}
