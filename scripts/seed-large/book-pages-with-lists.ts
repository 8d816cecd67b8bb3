import {
  countDuplicatePairs,
  getDuplicateSearch,
  listDuplicatePairs,
} from '#lib/features/duplicates/duplicate-queries.ts'
import { listMerges } from '#lib/features/duplicates/merge-list-queries.ts'
import { listWorkspaceExports } from '#lib/features/exports/workspace-export-queries.ts'
import {
  countUnreadPosts,
  getFeedsOfProspect,
  listFollowed,
  listPosts,
} from '#lib/features/feeds/post-queries.ts'
import { listImportRows, listImports } from '#lib/features/imports/import-queries.ts'
import { listProspectsAtHand, listTouchesOfProspect } from '#lib/features/ledger/touch-queries.ts'
import {
  findRunningCheckRun,
  getCheckRun,
  listCheckRunResults,
  listCheckRuns,
} from '#lib/features/mentions/check-run-queries.ts'
import { listMentionsOfProspect } from '#lib/features/mentions/mention-queries.ts'
import { writeCursor } from '#lib/features/page-cursor.ts'
import { listPitchesOfProspect } from '#lib/features/pitches/pitch-queries.ts'
import { listTimeline } from '#lib/features/pitches/prospect-timeline-queries.ts'
import { listErasures } from '#lib/features/privacy/retention-queries.ts'
import { alikeContacts, alikeProspects } from '#lib/features/prospects/alike-queries.ts'
import { readContactList } from '#lib/features/prospects/contact-list.ts'
import { listContacts } from '#lib/features/prospects/contact-list-queries.ts'
import {
  getContact,
  listContactsOfProspect,
  searchContacts,
} from '#lib/features/prospects/contact-queries.ts'
import { listProspectChoices } from '#lib/features/prospects/prospect-choices-queries.ts'
import { prospectListOf } from '#lib/features/prospects/prospect-list.ts'
import { listProspects } from '#lib/features/prospects/prospect-page-queries.ts'
import { getProspect, searchProspects } from '#lib/features/prospects/prospect-queries.ts'
import { listSavedViews } from '#lib/features/prospects/saved-view-queries.ts'
import { listSuppressions } from '#lib/features/prospects/suppression-list-queries.ts'
import { listTagNames } from '#lib/features/prospects/tag-queries.ts'
import { listPostLinks } from '#lib/features/reading/linking-habit-queries.ts'
import { listReadingNotesOfProspect } from '#lib/features/reading/reading-queries.ts'
import { listTrash } from '#lib/features/trash/trash-queries.ts'
import { listMembers } from '#lib/features/workspaces/member-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { Places } from './large-places.ts'

const END = 'ffffffff-ffff-7fff-8fff-ffffffffffff'
const EVERYTHING = { group: null, before: null } as const

/** The queries of the pages of prospects and people, and of what grows quietly beside them, by what the page shows. */
export function bookPagesWithLists(
  scope: WorkspaceScope,
  { deep, ...ids }: Places & { batch: string; run: string },
): Record<string, () => Promise<unknown>> {
  const prospects = (query: string) => () => listProspects(scope, prospectListOf(query))
  const people = (query: object) => () => listContacts(scope, readContactList({ ...query }))
  const after = writeCursor('-merged', deep, END)
  return {
    'prospects, first page': prospects(''),
    'prospects by name': prospects('sort=name'),
    'prospects of a kind': prospects('kind=podcast'),
    'prospects of a kind, the oldest first': prospects('kind=podcast&sort=added'),
    'prospects of a stage, at the far end of the order': prospects('stage=talking&sort=added'),
    'prospects of a stage, by last touch, longest ago first': prospects('stage=talking&sort=touch'),
    'prospects never touched, last touched first': prospects('touched=never&sort=-touch'),
    'prospects with something due, by next touch': prospects('next=none&sort=next'),
    'prospects touched of late, longest ago first': prospects('touched=within-30&sort=touch'),
    'prospects of a tag': prospects('tag=Wool'),
    'prospects of two tags by name': prospects('tag=Wool&tag=Local&sort=name'),
    'prospects of a country by next touch': prospects('country=PT&sort=next'),
    'prospects not touched for long': prospects('touched=over-365&sort=name'),
    'prospects overdue': prospects('next=overdue'),
    'prospects by a word of many': prospects('q=journal'),
    'prospects by a word of many, by name': prospects('q=journal&sort=name'),
    'prospects by a word of none': prospects('q=zebracrossing'),
    'prospects, what to choose from': () =>
      Promise.all([listProspectChoices(scope, prospectListOf('open=filters')), listSavedViews(scope)]),
    'prospects in the command palette': () => searchProspects(scope, 'quiet', 5),
    'prospects at hand': () => Promise.all([listProspectsAtHand(scope), listProspectsAtHand(scope, 'quiet')]),
    'people, first page': people({}),
    'people by a name of many': people({ q: 'anna' }),
    'people by a piece of an address': people({ q: '@quiet' }),
    'people by a rarer name': people({ q: 'wycliffe' }),
    'people of a tag': people({ tag: 'Wool' }),
    'people in the command palette': () => searchContacts(scope, 'anna', 5),
    'people in the command palette, by an address': () => searchContacts(scope, '@quiet', 5),
    'a prospect': () =>
      Promise.all([
        getProspect(scope, ids.prospect),
        listContactsOfProspect(scope, ids.prospect),
        listMentionsOfProspect(scope, ids.prospect),
        listPitchesOfProspect(scope, ids.prospect),
        listPostLinks(scope, ids.prospect),
        listReadingNotesOfProspect(scope, ids.prospect),
        listTouchesOfProspect(scope, ids.prospect),
        getFeedsOfProspect(scope, ids.prospect),
      ]),
    'a prospect, its timeline': () => listTimeline(scope, ids.prospect, EVERYTHING),
    'a person': () => getContact(scope, ids.contact),
    'a new prospect, alike ones': () =>
      alikeProspects(scope, { address: '', name: 'The Quiet Trail Journal' }),
    'a new person, alike ones': () =>
      alikeContacts(scope, {
        prospectId: ids.prospect,
        name: 'Anna',
        kind: 'email',
        address: 'anna@quiet.example',
      }),
    'duplicates, first page': () =>
      Promise.all([listDuplicatePairs(scope), countDuplicatePairs(scope), getDuplicateSearch(scope)]),
    'duplicates, far behind': () => listDuplicatePairs(scope, `40.prospect.${END}.${END}`),
    merged: () => listMerges(scope),
    'merged, far behind': () => listMerges(scope, { after }),
    'never write to': () => listSuppressions(scope),
    'never write to, far behind': () => listSuppressions(scope, { after: writeCursor('stopped', deep, END) }),
    'never write to, what was lifted': () =>
      listSuppressions(scope, { after: writeCursor('lifted', deep, END) }),
    imports: () => listImports(scope),
    'rows of an import': () => listImportRows(scope, ids.batch, 'new'),
    'rows of an import, far behind': () => listImportRows(scope, ids.batch, 'same', 15_000),
    'rows of an import that differ': () => listImportRows(scope, ids.batch, 'differs'),
    checks: () => Promise.all([listCheckRuns(scope), findRunningCheckRun(scope)]),
    'a check': () => getCheckRun(scope, ids.run),
    'a check, what it saw': () => listCheckRunResults(scope, ids.run),
    'reading list': () => listPosts(scope),
    'reading list, all posts': () => listPosts(scope, { show: 'all' }),
    'reading list of one prospect': () => listPosts(scope, { prospect: ids.prospect, show: 'all' }),
    'reading list, in the navigation': () => Promise.all([countUnreadPosts(scope), listFollowed(scope)]),
    trash: () => listTrash(scope),
    'settings, members': () => listMembers(scope),
    'settings, exports and erasures': () => Promise.all([listWorkspaceExports(scope), listErasures(scope)]),
    'tags to choose from': () => listTagNames(scope),
  }
}
