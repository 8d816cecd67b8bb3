import { timeLeft } from '#lib/domain/requests/request-states.ts'
import { can } from '#lib/domain/roles.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { NarrowList } from '../narrow-list.ts'
import { listDueRequests, listQuietRequests } from '../requests/request-due-queries.ts'
import type { TodayItem, TodayStep } from './today-kinds.ts'

/** Calls for sources whose deadline is today or tomorrow, and those that passed it a moment ago. */
export async function requestsDue(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const requests = await listDueRequests(scope, narrow)
  return requests.map(({ id, topic, outlet, deadlineAt, isPassed, body }) => ({
    ...request(id, topic, outlet),
    mark: `${deadlineAt.toISOString()} ${isPassed ? 'passed' : 'open'}`,
    note: isPassed ? 'too late, most likely' : timeLeft(deadlineAt, scope.now),
    when: { words: isPassed ? 'the deadline passed' : 'the deadline is', at: deadlineAt },
    step: step(
      scope,
      id,
      isPassed ? 'Close it, or send it late' : body ? 'Finish the answer' : 'Answer it',
      !isPassed,
    ),
  }))
}

/** Answered a while ago: somebody may look whether it ran. */
export async function requestsQuiet(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const requests = await listQuietRequests(scope, narrow)
  return requests.map(({ id, topic, outlet, sentAt }) => ({
    ...request(id, topic, outlet),
    mark: sentAt?.toISOString() ?? '',
    ...(sentAt ? { when: { words: 'answered', at: sentAt } } : {}),
    line: 'Look whether it ran. If it did not, that is how most of them end.',
    step: step(scope, id, 'Say what became of it', false),
  }))
}

function request(id: string, who: string, of: string) {
  return { id, path: `/requests/${id}`, who, of }
}

function step({ role }: WorkspaceScope, id: string, label: string, isNext: boolean): TodayStep {
  const mayWrite = can(role, 'requests.write')
  return { does: 'go', path: `/requests/${id}`, label: mayWrite ? label : 'Open', isNext: mayWrite && isNext }
}
