import { listBlocks } from '#lib/features/blocks/block-queries.ts'
import { getCampaign, listCampaignChoices, listCampaigns } from '#lib/features/campaigns/campaign-queries.ts'
import type { MentionList } from '#lib/features/mentions/mention-list.ts'
import { listMentions } from '#lib/features/mentions/mention-list-queries.ts'
import { getMention, searchMentions } from '#lib/features/mentions/mention-queries.ts'
import { listOwnPages } from '#lib/features/mentions/own-page-queries.ts'
import { listPress } from '#lib/features/mentions/press-queries.ts'
import { countOutcomesToReview, getReview } from '#lib/features/mentions/review-queries.ts'
import { writeCursor } from '#lib/features/page-cursor.ts'
import { getDesk } from '#lib/features/pitches/desk-queries.ts'
import { getNewPitchChoices } from '#lib/features/pitches/new-pitch-queries.ts'
import { countPitchesByState, listPitches } from '#lib/features/pitches/pitch-list-queries.ts'
import { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import { listWriters } from '#lib/features/pitches/pitch-queries.ts'
import { listPitchesSchema } from '#lib/features/pitches/pitch-schema.ts'
import { compareRevisions, listRevisions } from '#lib/features/pitches/revision-queries.ts'
import { findWrittenBefore } from '#lib/features/pitches/written-before-queries.ts'
import { listReadingNotes } from '#lib/features/reading/reading-queries.ts'
import { countOnSites, getSite, listSites } from '#lib/features/sites/site-queries.ts'
import { listCalendarEvents } from '#lib/features/today/calendar-events-queries.ts'
import { findFirstSteps } from '#lib/features/today/first-steps-queries.ts'
import { loadToday } from '#lib/features/today/today-page-queries.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { Places } from './large-places.ts'

const END = 'ffffffff-ffff-7fff-8fff-ffffffffffff'

/** The queries of the pages of letters, mentions, campaigns and Today, by what the page shows. */
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
    'pitches by the name of many people': pitches({ q: 'anna' }),
    'pitches by a rarer name': pitches({ q: 'wycliffe' }),
    'pitches by a piece of a name, far behind': pitches({
      q: 'quiet',
      after: writeCursor('-changed', deep, END),
    }),
    'pitches that are mentioned, by a name': pitches({ q: 'anna', state: 'won' }),
    'pitches by two letters': pitches({ q: 'qx' }),
    'pitches by a word of none': pitches({ q: 'zebra' }),
    'pitches, counted': () => countPitchesByState(scope),
    'pitches, their writers': () => listWriters(scope),
    'press list': () => listPress(scope, {}),
    'press list, page 5': () => listPress(scope, { page: 5 }),
    'press list of a Site': () => listPress(scope, { site: ids.site }),
    'review, counted': () => countOutcomesToReview(scope),
    'review, the first': () => getReview(scope, {}),
    'review, of a Site': () => getReview(scope, { site: ids.site }),
    reading: () => listReadingNotes(scope),
    'reading, far behind': () => listReadingNotes(scope, { after: writeCursor('-read', deep, END) }),
    'reading, far behind and back': () =>
      listReadingNotes(scope, { before: writeCursor('-read', deep, END) }),
    campaigns: () => listCampaigns(scope),
    'campaigns to choose from': () => listCampaignChoices(scope),
    'a campaign': () => getCampaign(scope, ids.campaign),
    sites: () => Promise.all([listSites(scope), countOnSites(scope)]),
    'a site': () => Promise.all([getSite(scope, ids.site), listOwnPages(scope, ids.site)]),
    'building blocks': () => listBlocks(scope),
    'a pitch': () =>
      Promise.all([
        getPitch(scope, ids.pitch),
        getDesk(scope, ids.pitch),
        listRevisions(scope, ids.pitch),
        compareRevisions(scope, ids.pitch, { older: null, newer: null }),
        findWrittenBefore(scope, { contactId: ids.contact }),
      ]),
    'a mention': () => getMention(scope, ids.mention),
    'a new pitch': () => getNewPitchChoices(scope, null),
    'a new pitch, by a word': () => getNewPitchChoices(scope, null, 'quiet'),
    'Today, every list': () => loadToday(scope),
    'Today of a writer': async () => loadToday(await actingScope(ids.writer, scope.now)),
    'a calendar': async () => listCalendarEvents(await actingScope(ids.writer, scope.now)),
    'Today, first steps': () => findFirstSteps(scope),
  }
}
