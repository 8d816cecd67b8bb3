import { promisedWords } from '#lib/domain/promises.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { can } from '#lib/domain/roles.ts'
import { startOfDay } from '#lib/domain/start-of-day.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { listPromisesDue, listPromisesOfThemOverdue, type PromiseRow } from '../ledger/promise-queries.ts'
import { listThanksToSay } from '../mentions/thanks-queries.ts'
import type { NarrowList } from '../narrow-list.ts'
import type { TodayItem } from './today-kinds.ts'

/** What we promised, for today or longer ago. While one is overdue, nothing new is asked of them. */
export async function promisesDue(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const promises = await listPromisesDue(scope, narrow)
  return promises.map((promise) => ({
    ...promised(scope, promise),
    note: `noted by ${promise.madeBy.name}`,
    step: can(scope.role, 'promises.write')
      ? { does: 'keep-promise' }
      : { does: 'go', label: 'Open', path: pathOf(promise), isNext: false },
  }))
}

/** What they promised and have not got round to. Only to be known: nobody is nagged. */
export async function promisesOfThem(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const promises = await listPromisesOfThemOverdue(scope, narrow)
  return promises.map((promise) => ({
    ...promised(scope, promise),
    step: { does: 'go', label: 'Open', path: pathOf(promise), isNext: false },
  }))
}

/** Mentions nobody was thanked for yet. */
export async function thanksToSay(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const mentions = await listThanksToSay(scope, narrow)
  const mayWrite = can(scope.role, 'mentions.write')
  return mentions.map(({ id, url, outcome, provenance, bestBy, thanksDraft, prospect, site }) => ({
    ...{ id, path: `/mentions/${id}`, mark: thanksDraft === '' ? '' : 'written' },
    who: prospect?.name ?? readableAddress(url),
    of: site.name,
    badge: { of: 'outcome', outcome, provenance },
    when: { words: 'best said by', at: startOfDay(bestBy, scope.timeZone) },
    line: readableAddress(url),
    step: {
      ...{ does: 'go', path: `/mentions/${id}#thanks`, isNext: mayWrite },
      label: mayWrite ? (thanksDraft === '' ? 'Say thank you' : 'Send the thanks') : 'Open',
    },
  }))
}

function promised({ timeZone }: WorkspaceScope, promise: PromiseRow) {
  const { id, contact, prospect, dueOn, words } = promise
  return {
    ...{ id, mark: dueOn, path: pathOf(promise) },
    who: contact?.name ?? prospect.name,
    of: contact ? prospect.name : '',
    when: { words: 'due', at: startOfDay(dueOn, timeZone) },
    line: promisedWords(words),
  }
}

function pathOf({ prospect }: PromiseRow): string {
  return `/prospects/${prospect.id}#promises`
}
