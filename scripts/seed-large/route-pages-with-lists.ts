import { readContributionList } from '#lib/features/contributions/contribution-list.ts'
import {
  listContributions,
  searchContributions,
} from '#lib/features/contributions/contribution-list-queries.ts'
import {
  getContribution,
  getWorkChoices,
  listContributionsOfProspect,
} from '#lib/features/contributions/contribution-queries.ts'
import {
  getInsight,
  listCitations,
  listInsights,
  listMentionsToTie,
  searchInsights,
} from '#lib/features/insights/insight-queries.ts'
import { getGiving } from '#lib/features/ledger/giving-queries.ts'
import { readPromiseList } from '#lib/features/ledger/promise-list.ts'
import {
  listPromises,
  listPromisesOfContact,
  listPromisesOfProspect,
  searchPromises,
} from '#lib/features/ledger/promise-queries.ts'
import {
  listPressChoices,
  readNewestPress,
  readOpenPress,
} from '#lib/features/mentions/press-page-queries.ts'
import { writeCursor } from '#lib/features/page-cursor.ts'
import { getDigest, listDigests } from '#lib/features/requests/digest-queries.ts'
import { readRequestList } from '#lib/features/requests/request-list.ts'
import { hasRequests, listRequests } from '#lib/features/requests/request-list-queries.ts'
import { getRequest, listRequestsOfProspect, searchRequests } from '#lib/features/requests/request-queries.ts'
import { getItem, listItems } from '#lib/features/samples/item-queries.ts'
import { readSampleList } from '#lib/features/samples/sample-list.ts'
import { listSamples, searchSamples } from '#lib/features/samples/sample-list-queries.ts'
import { costOfRelationship, getSample, listSamplesGiven } from '#lib/features/samples/sample-queries.ts'
import { listFacts } from '#lib/features/sites/fact-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { Places } from './large-places.ts'

const END = 'ffffffff-ffff-7fff-8fff-ffffffffffff'

export type RoutePlaces = Places &
  Record<'item' | 'sample' | 'request' | 'digest' | 'work' | 'insight', string>

/** The queries of the pages of samples, requests, work, insights, promises and press, by what the page shows. */
export function routePagesWithLists(
  scope: WorkspaceScope,
  { deep, ...ids }: RoutePlaces,
): Record<string, () => Promise<unknown>> {
  const { workspaceId } = scope
  const samples = (of: object) => () => listSamples(scope, readSampleList({ ...of }))
  const requests = (of: object) => () => listRequests(scope, readRequestList({ ...of }))
  const work = (of: object) => () => listContributions(scope, readContributionList({ ...of }))
  const promises = (of: object) => () => listPromises(scope, readPromiseList({ ...of }))
  const press = { workspaceId, siteId: ids.site }
  return {
    samples: samples({}),
    'samples, far behind': samples({ after: writeCursor('-offered', deep, END) }),
    'samples that are under way': samples({ state: 'sent' }),
    'samples that nothing came of': samples({ state: 'nothing-came' }),
    'samples of an item': samples({ item: ids.item }),
    'samples by the name of many': samples({ q: 'anna' }),
    'samples by a word of none': samples({ q: 'zebra' }),
    'samples in the command palette': () => searchSamples(scope, 'bag number', 5),
    'a sample': () => getSample(scope, ids.sample),
    items: () => listItems(scope),
    'an item': () => getItem(scope, ids.item),
    'requests that are open': requests({}),
    'requests that are late': requests({ show: 'late' }),
    'requests that are answered': requests({ show: 'answered' }),
    'requests, all': requests({ show: 'all' }),
    'requests, far behind': requests({ show: 'all', after: writeCursor('newest', deep, END) }),
    'requests of a Site': requests({ show: 'all', site: ids.site }),
    'requests by a word of many': requests({ show: 'all', q: 'bags' }),
    'requests by a word of none': requests({ show: 'all', q: 'zebra' }),
    'requests, whether any': () => hasRequests(scope),
    'requests in the command palette': () => searchRequests(scope, 'bags that', 5),
    'a request': () => Promise.all([getRequest(scope, ids.request), listFacts(scope, ids.site)]),
    'digests taken in': () => listDigests(scope),
    'a digest': () => getDigest(scope, ids.digest),
    'work that is open': work({}),
    'work, all': work({ state: 'all' }),
    'work that is out': work({ state: 'published' }),
    'work of a kind': work({ state: 'all', kind: 'podcast' }),
    'work by a word of many': work({ state: 'all', q: 'repair' }),
    'work by a word of none': work({ state: 'all', q: 'zebra' }),
    'work in the command palette': () => searchContributions(scope, 'the repair', 5),
    'a piece of work': () => getContribution(scope, ids.work),
    'new work, to choose from': () => getWorkChoices(scope, { prospectId: null }),
    insights: () => listInsights(scope),
    'insights in the command palette': () => searchInsights(scope, 'breaks first', 5),
    'an insight': () =>
      Promise.all([
        getInsight(scope, ids.insight),
        listCitations(scope, ids.insight),
        listMentionsToTie(scope, { insightId: ids.insight, siteId: ids.site }),
      ]),
    'promises that are open': promises({}),
    'promises of ours that are open': promises({ whose: 'ours' }),
    'promises that were kept': promises({ state: 'kept' }),
    'promises by a word of many': promises({ state: 'kept', q: 'sizes' }),
    'promises by a word of none': promises({ state: 'kept', q: 'zebra' }),
    'promises in the command palette': () => searchPromises(scope, 'send the', 5),
    'other routes of a prospect': () =>
      Promise.all([
        listSamplesGiven(scope, { prospectId: ids.prospect }),
        costOfRelationship(scope, { prospectId: ids.prospect }),
        listRequestsOfProspect(scope, ids.prospect, 10),
        listContributionsOfProspect(scope, ids.prospect, 10),
        listPromisesOfProspect(scope, ids.prospect),
        getGiving(scope, { prospectId: ids.prospect }),
      ]),
    'promises and gifts of a person': () =>
      Promise.all([
        listPromisesOfContact(scope, ids.contact),
        getGiving(scope, { contactId: ids.contact }),
        costOfRelationship(scope, { contactId: ids.contact }),
      ]),
    'a press page, choosing': () => listPressChoices(scope, { siteId: ids.site, page: 1 }),
    'a press page, for everybody': () => readOpenPress(press, 1),
    'an embed of the press': () => readNewestPress(press, { size: 50, isLinked: true, isNamed: true }),
    'an embed of the press, without a link': () =>
      readNewestPress(press, { size: 50, isLinked: false, isNamed: true }),
    'a press page, page 5': () => readOpenPress(press, 5),
  }
}
