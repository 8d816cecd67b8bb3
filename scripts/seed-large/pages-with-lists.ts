import { listCampaigns } from '#lib/features/campaigns/campaign-queries.ts'
import { findRunningCheckRun, listCheckRuns } from '#lib/features/mentions/check-run-queries.ts'
import type { MentionList } from '#lib/features/mentions/mention-list.ts'
import { listMentions } from '#lib/features/mentions/mention-list-queries.ts'
import { searchMentions } from '#lib/features/mentions/mention-queries.ts'
import { listPress } from '#lib/features/mentions/press-queries.ts'
import {
  countOutcomesToReview,
  getReview,
  listOutcomesToReview,
} from '#lib/features/mentions/review-queries.ts'
import { writeCursor } from '#lib/features/page-cursor.ts'
import { countPitchesByState, listPitches } from '#lib/features/pitches/pitch-list-queries.ts'
import { listWriters } from '#lib/features/pitches/pitch-queries.ts'
import { listPitchesSchema } from '#lib/features/pitches/pitch-schema.ts'
import { listReadingNotes } from '#lib/features/reading/reading-queries.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import * as today from '#lib/features/today/today-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type Places = { site: string; campaign: string; writer: string; deep: Date }

const END = 'ffffffff-ffff-7fff-8fff-ffffffffffff'

/**
 * The queries of every page with a table that may be long, by what the page shows. Prospects and people have a test of their
 * own: lib/features/prospects/prospect-plans.test.ts
 */
export function pagesWithLists(
  scope: WorkspaceScope,
  { deep, ...ids }: Places,
): Record<string, () => Promise<unknown>> {
  const mentions = (list: Partial<MentionList>) => () => listMentions(scope, list)
  const pitches = (of: object) => () => listPitches(scope, listPitchesSchema.parse({ q: '', ...of }))
  return {
    'mentions, first page': mentions({}),
    'mentions, far behind': mentions({ after: writeCursor('-added', deep, END) }),
    'mentions, far behind and back': mentions({ before: writeCursor('-added', deep, END) }),
    'mentions with a link': mentions({ outcome: 'links' }),
    'mentions with a link, far behind': mentions({
      outcome: 'links',
      after: writeCursor('-added', deep, END),
    }),
    'mentions of a rare outcome': mentions({ outcome: 'linked-not-crawlable' }),
    'mentions of a Site': mentions({ site: ids.site }),
    'mentions of a Site that are lost': mentions({ site: ids.site, outcome: 'lost' }),
    'mentions that were paid for': mentions({ provenance: 'paid-elsewhere' }),
    'mentions by a word of many addresses': mentions({ q: 'example' }),
    'mentions by a word of few addresses': mentions({ q: 'quiet-trail-journal' }),
    'mentions by a word of none': mentions({ q: 'zebra-crossing' }),
    'mentions in the command palette': () => searchMentions(scope, 'quiet-trail', 5),
    'pitches, first page': pitches({}),
    'pitches, far behind': pitches({ after: writeCursor('-changed', deep, END) }),
    'pitches that are open': pitches({ state: 'open' }),
    'pitches in review': pitches({ state: 'in-review' }),
    'pitches that came back': pitches({ state: 'closed', closed: 'bounced' }),
    'pitches of a campaign': pitches({ campaign: ids.campaign }),
    'pitches of a writer': pitches({ writer: ids.writer }),
    'pitches that are mentioned': pitches({ state: 'won' }),
    'pitches by a word of many subjects': pitches({ q: 'numbers' }),
    'pitches by a name': pitches({ q: 'Wycliffe' }),
    'pitches by a word of none': pitches({ q: 'zebra' }),
    'pitches, counted': () => countPitchesByState(scope),
    'pitches, their writers': () => listWriters(scope),
    'press list': () => listPress(scope, {}),
    'press list, page 5': () => listPress(scope, { page: 5 }),
    'press list of a Site': () => listPress(scope, { site: ids.site }),
    'review, counted': () => countOutcomesToReview(scope),
    'review, in Today': () => listOutcomesToReview(scope),
    'review, the first': () => getReview(scope, {}),
    'review, of a Site': () => getReview(scope, { site: ids.site }),
    checks: () => Promise.all([listCheckRuns(scope), findRunningCheckRun(scope)]),
    'reading list': () => listReadingNotes(scope, { page: 1 }),
    campaigns: () => listCampaigns(scope),
    sites: () => listSites(scope),
    'Today, answers': () => today.listAnswersToWrite(scope),
    'Today, drafts': () => today.listDraftsWaiting(scope),
    'Today, follow-ups': () => today.listDueFollowUps(scope),
    'Today, pitches to review': () => today.listPitchesToReview(scope),
    'Today, outcomes': () => today.listNewOutcomes(scope),
    'Today, read and not pitched': () => today.listReadNotPitched(scope),
    'Today, first steps': () => today.findFirstSteps(scope),
  }
}
