import type { Action } from './roles.ts'

/** How long a workspace stands still before it goes. In that time any owner can take it back. */
export const DELETION_UNDO_DAYS = 7
const MS_PER_DAY = 86_400_000

/** The moment from which a workspace goes for good, and nobody can take it back. */
export function deletionDueAt(askedAt: Date): Date {
  return new Date(askedAt.getTime() + DELETION_UNDO_DAYS * MS_PER_DAY)
}

/**
 * `standing`: nobody asked for its deletion. `leaving`: somebody did, and it can be taken back. `gone`: its time is over; for
 * everybody it is not there any more, whether or not the last of its rows is removed already.
 */
export type WorkspaceLife = 'standing' | 'leaving' | 'gone'

export function workspaceLife(dueAt: Date | null, now: Date): WorkspaceLife {
  if (dueAt === null) return 'standing'
  return now < dueAt ? 'leaving' : 'gone'
}

/** What is still done in a workspace that is leaving: taking it back, taking the data along, and forgetting a person. */
const DONE_WHILE_LEAVING: ReadonlySet<Action> = new Set<Action>([
  'workspace.delete',
  'workspace.export',
  'exports.run',
  'evidence.bundle',
  'people.erase',
])

/** Looking never stops; of changes, those that lead out of the house stay. */
export function mayWhileLeaving(action: Action): boolean {
  return action.endsWith('.read') || DONE_WHILE_LEAVING.has(action)
}

/** Whether somebody typed this name: capitals and spaces around it are no mistake. */
export function isNameOf(typed: string, name: string): boolean {
  return folded(typed) === folded(name)
}

function folded(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}
