import { type ReadDeadline, readDeadline } from '#lib/domain/requests/read-deadline.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** A deadline as a person typed it, read like any other; null where nothing was typed. */
export function readDeadlineWords(
  { timeZone }: Pick<WorkspaceScope, 'timeZone'>,
  words: string,
  sentAt: Date,
): ReadDeadline | null {
  return words.trim() === '' ? null : readDeadline(words, { sentAt, timeZone })
}
