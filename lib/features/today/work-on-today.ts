import {
  CONTRIBUTION_KIND_TABLE,
  type ContributionKind,
} from '#lib/domain/contributions/contribution-kinds.ts'
import { recordingWords } from '#lib/domain/contributions/recording-time.ts'
import { can } from '#lib/domain/roles.ts'
import { startOfDay } from '#lib/domain/start-of-day.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { listRecordings, listWorkDue } from '../contributions/due-queries.ts'
import { listMaybeOut } from '../contributions/episode-queries.ts'
import type { NarrowList } from '../narrow-list.ts'
import type { TodayItem, TodayStep } from './today-kinds.ts'

/** Recordings of the next two days, and those that have been and that nobody has said a word about since. */
export async function recordingsSoon(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const works = await listRecordings(scope, narrow)
  return works.map((work) => {
    const { id, recordingAt, recordingZone } = work
    const isOver = recordingAt !== null && recordingAt < scope.now
    return {
      ...ofWork(work),
      mark: recordingAt?.toISOString() ?? '',
      ...(recordingAt ? { when: { words: isOver ? 'was' : 'recording', at: recordingAt } } : {}),
      ...(recordingAt && recordingZone
        ? {
            line: isOver
              ? 'How did it go? Say that it is recorded.'
              : recordingWords(recordingAt, recordingZone),
          }
        : {}),
      step: isOver
        ? step(scope, 'Say how it went', `/contributions/${id}#state`)
        : step(scope, 'Prepare', `/contributions/${id}/prepare`),
    }
  })
}

/** Words that are due within a week, or overdue. */
export async function workDue(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const works = await listWorkDue(scope, narrow)
  return works.map((work) => {
    const day = work.dueOn?.toISOString().slice(0, 10) ?? ''
    return {
      ...ofWork(work),
      mark: day,
      when: { words: 'due', at: startOfDay(day, scope.timeZone) },
      step: step(scope, 'Open', `/contributions/${work.id}`),
    }
  })
}

/** Work that may be out: a post of their feed looks like it, or the day they named has passed. */
export async function workMaybeOut(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const works = await listMaybeOut(scope, narrow)
  return works.map((work): TodayItem => {
    const [episode] = work.episodes
    const { pageLabel } = CONTRIBUTION_KIND_TABLE[work.kind as ContributionKind]
    if (episode) {
      return {
        ...ofWork(work),
        mark: episode.postId,
        ...(episode.publishedAt ? { when: { words: 'in their feed', at: episode.publishedAt } } : {}),
        line: `Is this the ${pageLabel}? ${episode.title}`,
        step: step(scope, 'Look', `/contributions/${work.id}#episode`),
      }
    }
    const day = work.airsOn?.toISOString().slice(0, 10) ?? ''
    return {
      ...ofWork(work),
      mark: day,
      when: { words: 'should have come out', at: startOfDay(day, scope.timeZone) },
      line: `Look for the ${pageLabel}, or give them some more days.`,
      step: step(scope, 'Open', `/contributions/${work.id}#state`),
    }
  })
}

/** Who may not write only looks. */
function step({ role }: WorkspaceScope, label: string, path: string): TodayStep {
  const mayWrite = can(role, 'contributions.write')
  return { does: 'go', label: mayWrite ? label : 'Open', path, isNext: mayWrite }
}

type Work = {
  id: string
  kind: string
  title: string
  isPaid: boolean
  prospect: { name: string }
}

function ofWork({ id, kind, title, isPaid, prospect }: Work) {
  return {
    id,
    path: `/contributions/${id}`,
    who: prospect.name,
    of: title,
    badge: { of: 'work' as const, kind, isPaid },
  }
}
