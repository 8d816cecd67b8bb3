import { ASK_ANSWER_WORDS } from '#lib/domain/link-ask.ts'
import { OWN_PAGE_TABLE, type OwnPageState } from '#lib/domain/own-page.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { can } from '#lib/domain/roles.ts'
import { startOfDay } from '#lib/domain/start-of-day.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { listAsksOpen, listAsksToClose } from '../mentions/ask-queries.ts'
import { listOwnPagesToFix } from '../mentions/own-page-queries.ts'
import { listOutcomesToReview } from '../mentions/review-queries.ts'
import type { NarrowList } from '../narrow-list.ts'
import type { TodayItem, TodayStep } from './today-kinds.ts'
import { listNewOutcomes } from './today-queries.ts'

/** Outcomes that changed or that nobody can tell: the beginning of the review queue. */
export async function outcomesToReview(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const mentions = await listOutcomesToReview(scope, narrow)
  return mentions.map(({ id, url, outcome, provenance, site, reviewSince }) => ({
    ...page(id, url, site.name),
    mark: `${outcome} ${reviewSince?.toISOString() ?? ''}`,
    badge: { of: 'outcome', outcome, provenance },
    ...(reviewSince ? { when: { words: 'waiting since', at: reviewSince } } : {}),
    step: { does: 'go', label: 'Review', path: '/review', isNext: true },
  }))
}

/** What looks at pages have found since somebody last saw them. */
export async function newOutcomes(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const mentions = await listNewOutcomes(scope, narrow)
  return mentions.map(({ id, url, outcome, provenance, outcomeAt, prospect, site, sentence }) => ({
    ...page(id, url, prospect?.name ?? site.name),
    mark: `${outcome} ${outcomeAt?.toISOString() ?? ''}`,
    badge: { of: 'outcome', outcome, provenance },
    ...(outcomeAt ? { when: { words: '', at: outcomeAt } } : {}),
    ...(sentence ? { line: sentence } : {}),
    step: pressOrOpen(scope, id, { does: 'see-outcome', outcome }),
  }))
}

/** Pages of ours that are broken: nobody else needs to be asked. */
export async function ownPagesToFix(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const pages = await listOwnPagesToFix(scope, narrow)
  return pages.map(({ id, url, state, stateSince, sentence, site }) => {
    const path = `/sites/${site.id}#own-pages`
    return {
      id,
      path,
      who: readableAddress(url),
      of: site.name,
      mark: `${state} ${stateSince?.toISOString() ?? ''}`,
      badge: { of: 'own-page', state },
      ...(stateSince ? { when: { words: 'since', at: stateSince } } : {}),
      line: `${sentence} ${OWN_PAGE_TABLE[state as OwnPageState].today}`,
      step: can(scope.role, 'mentions.write')
        ? { does: 'see-own-page', state }
        : { does: 'go', label: 'Open', path, isNext: false },
    }
  })
}

/** They named us without a link: for some days one may ask, once. */
export async function asksOpen(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const mentions = await listAsksOpen(scope, narrow)
  return mentions.map(({ id, url, prospect, lastDay }) => ({
    ...page(id, url, prospect?.name ?? ''),
    mark: lastDay,
    when: { words: 'last day', at: startOfDay(lastDay, scope.timeZone) },
    line: 'They name you without a link. If their readers would have something of it, you may ask once.',
    step: { does: 'go', label: 'Open', path: `/mentions/${id}#ask`, isNext: false },
  }))
}

/** They were asked once. Whatever came of it, it can be closed now. */
export async function asksToClose(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const mentions = await listAsksToClose(scope, narrow)
  return mentions.map(({ id, url, prospect, askedAt, suggests }) => ({
    ...page(id, url, prospect?.name ?? ''),
    mark: suggests,
    ...(askedAt ? { when: { words: 'asked', at: askedAt } } : {}),
    line: ASK_ANSWER_WORDS[suggests].closed,
    step: pressOrOpen(scope, id, { does: 'close-ask', answer: suggests }),
  }))
}

function page(mentionId: string, url: string, of: string) {
  return { id: mentionId, path: `/mentions/${mentionId}`, who: readableAddress(url), of }
}

/** Who may not write only looks. */
function pressOrOpen({ role }: WorkspaceScope, mentionId: string, step: TodayStep): TodayStep {
  if (can(role, 'mentions.write')) return step
  return { does: 'go', label: 'Open', path: `/mentions/${mentionId}`, isNext: false }
}
