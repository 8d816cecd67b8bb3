import type { Row } from './insert-rows.ts'

/** The tables of a large workspace's rows, parents before children: the order they are written in. */
export const LARGE_TABLES = [
  'Prospect',
  'Contact',
  'Affiliation',
  'Channel',
  'AddressOrigin',
  'PageCopy',
  'ReadingNote',
  'Touch',
  'Pitch',
  'PitchRevision',
  'Message',
  'FollowUp',
  'Suppression',
  'Mention',
  'LinkCheck',
  'OutcomeDecision',
] as const

export type TableRows = Record<(typeof LARGE_TABLES)[number], Row[]>

export function noRows(): TableRows {
  return Object.fromEntries(LARGE_TABLES.map((table) => [table, []])) as unknown as TableRows
}
