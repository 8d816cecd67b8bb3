import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { type Action, can, ROLE_LABELS } from '#lib/domain/roles.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** First line of every command. @throws Refusal in words for the person */
export function authorize(scope: WorkspaceScope, action: Action) {
  if (can(scope.role, action, scope.grants)) return
  throw new Refusal(
    `As a ${ROLE_LABELS[scope.role].label.toLowerCase()} you cannot do this here.`,
    'Ask an owner of this workspace to do it, or to change your role.',
  )
}

/** First line of every query: what one may not see is not there. @throws NotFound */
export function authorizeToSee(scope: WorkspaceScope, action: Action) {
  if (!can(scope.role, action, scope.grants)) throw new NotFound()
}
