import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { type Action, can, ROLE_LABELS } from '#lib/domain/roles.ts'
import { mayWhileLeaving } from '#lib/domain/workspace-deletion.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** First line of every command. @throws Refusal in words for the person */
export function authorize(scope: WorkspaceScope, action: Action) {
  if (!can(scope.role, action, scope.grants))
    throw new Refusal(
      `As a ${ROLE_LABELS[scope.role].label.toLowerCase()} you cannot do this here.`,
      'Ask an owner of this workspace to do it, or to change your role.',
    )
  if (scope.deletionDueAt === null || mayWhileLeaving(action)) return
  throw new Refusal(
    'This workspace is going to be deleted, so nothing is changed in it.',
    'An owner can take the deletion back, under Settings. Then everything goes on.',
  )
}

/** First line of every query: what one may not see is not there. @throws NotFound */
export function authorizeToSee(scope: WorkspaceScope, action: Action) {
  if (!can(scope.role, action, scope.grants)) throw new NotFound()
}
