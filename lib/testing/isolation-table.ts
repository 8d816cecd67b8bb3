import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { readAuditList } from '#lib/features/audit/audit-list.ts'
import { readPromiseList } from '#lib/features/ledger/promise-list.ts'
import { readContactList } from '#lib/features/prospects/contact-list.ts'
import { readProspectList } from '#lib/features/prospects/prospect-list.ts'
import { readReportRows } from '#lib/features/reports/report-list.ts'
import { readWorkedLetters, readWorkedList } from '#lib/features/reports/worked-list.ts'
import { readRequestList } from '#lib/features/requests/request-list.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { FullWorkspace } from './a-full-workspace.ts'

type Arguments = (other: FullWorkspace) => unknown[]

const word = 'Hello'
const site = {
  name: word,
  ownerName: word,
  domains: ['hello.example'],
  brandNames: [],
  peopleNames: [],
  timeZone: 'UTC',
}
const noLimits = {
  ...{ dailyCap: 3, maxFollowUps: null, afterWorkingDays: null, silenceClosesAfterDays: null },
  ...{ coolingOffDays: null, maxWords: null, warnWords: null },
}
const fact = {
  ...{ kind: 'proof', title: word, text: word, person: word, source: word, sourceUrl: '', saidOn: null },
}
const said = { outlet: word, journalist: word, replyTo: '', topic: word, deadlineWords: '' }
const campaign = { name: word, route: 'service', story: word, targetUrls: ['https://hello.example/'] }
const prospect = {
  kind: 'blogger',
  address: 'https://hello-there.example',
  name: word,
  whyCare: '',
  country: null,
  anotherOutlet: false,
}
const person = { name: word, role: '', country: null, timeZone: null, writesAs: 'unknown', note: '' }
const origin = {
  page: 'https://hello.example/',
  seenOn: new Date('2026-01-01'),
  words: word,
  noUnsolicited: false,
  fitsRole: true,
}
const channel = {
  kind: 'email',
  address: 'hello@hello.example',
  addressKey: 'hello@hello.example',
  origin,
  shared: false,
}
const channelInput = { channel, ...channel, shared: false }
const mention = {
  url: 'https://hello.example/page',
  provenance: 'earned',
  targetUrl: null,
  campaignId: null,
  note: '',
}
const item = { name: word, pageUrl: null, costMinor: null, currency: 'EUR', stock: null }
const giftWords = { words: word, saidOtherwise: true, overruleReason: '' }
const mailboxSettings = {
  ...{ name: word, aliases: [], sends: true, imap: null, smtp: null, imapUser: '', smtpUser: '' },
  ...{ password: '', smtpPassword: '', dailyCap: 5, timeZone: 'UTC' },
}

const report = { title: word, words: word, from: '2020-01-01', to: '2030-01-01', sections: ['clips'] }
const webhook = { name: word, url: 'https://hello.example/', types: ['mention.recorded'], siteIds: [] }
const insight = { title: word, publishedOn: null, whatsNew: word, citedAs: [] }

function work(other: FullWorkspace) {
  return {
    ...{ title: word, siteId: other.siteId, contactId: other.contactId, campaignId: other.campaignId },
    ...{ pitchId: other.pitchId, dueOn: null, airsOn: null, recording: null, bylineUrls: [], wishUrl: null },
    ...{ isPaid: false, paidNote: '', note: word },
  }
}

function mailboxOf(address: string) {
  return { ...mailboxSettings, password: word, address: { address, key: address } }
}

/** A mail that was judged to answer a pitch of theirs. */
function arrivalFor(other: FullWorkspace) {
  const pitch = { ...{ id: other.pitchId, contactId: other.contactId, messageIds: [], to: [] } }
  const facts = { evidence: [], recipient: null, status: null, backOn: null }
  const words = { from: 'ana@hello.example', subject: word, text: word, newAddress: null }
  return {
    mail: {
      kind: 'reply',
      confidence: 'certain',
      meaning: null,
      mailIds: [],
      namedIds: [],
      pitch,
      facts,
      ...words,
    },
    ...{ messageKey: word, at: new Date(0) },
    place: { mailboxId: other.mailboxId, folderId: other.mailboxId, path: word, uidValidity: '1', uid: 5 },
  }
}

function ownSentTo(other: FullWorkspace) {
  const { facts, mailboxId } = sentMailTo(other)
  const place = { mailboxId, path: 'Sent', uidValidity: '1', uid: 77 }
  return { facts, messageKey: 'a sent key', at: new Date(), own: { addresses: [], name: '' }, place }
}

function sentMailTo(other: FullWorkspace) {
  const headers = new Map([
    ['to', [other.address]],
    ['message-id', ['<hello@hello.example>']],
  ])
  const facts = {
    headers,
    from: null,
    subject: `${other.mark} and the four good words`,
    date: null,
    text: '',
  }
  return { mailboxId: other.mailboxId, facts: { ...facts, parts: [], isWhole: true }, arrivedAt: null }
}

/** Rows of theirs, ticked by their ids. */
function exportChoice(other: FullWorkspace): unknown[] {
  return [
    {
      ids: [other.prospectId, other.contactId, other.mentionId, other.sampleId, other.requestId],
      forExcel: false,
      search: {},
    },
  ]
}

/**
 * Every query and command, with arguments that name another workspace's things: what it answers must not carry a word
 * of theirs, and nothing of theirs may change. The test fails for a function that is missing here.
 *
 * `none`: it names nothing of anybody, so it is only looked at for leaks (and, for a viewer, for rights).
 */
export const ISOLATION: Record<string, Arguments> = {
  'audit/listAuditEvents': () => [readAuditList({})],
  'audit/listAuditActors': () => [],
  'audit/listAuditPrograms': () => [],
  'workspaces/invite': () => [{ email: 'new@hello.example', role: 'writer', siteIds: [] }],
  'workspaces/revokeInvitation': (other) => [other.invitationId],
  'workspaces/mailInvitation': () => ['new@hello.example', 'https://rapport.test/invite/x'],
  'workspaces/listPendingInvitations': () => [],
  'workspaces/changeRole': (other) => [{ memberId: other.memberId, role: 'viewer', siteIds: [other.siteId] }],
  'workspaces/leaveWorkspace': (other) => [other.memberId],
  'workspaces/removeMember': (other) => [{ memberId: other.memberId, reassignToId: null }],
  'workspaces/countUnfinishedWork': (other) => [other.memberId],
  'workspaces/getMember': (other) => [other.memberId],
  'workspaces/listHeirs': (other) => [other.memberId],
  'workspaces/listMembers': () => [],
  'workspaces/listSitesToChoose': () => [],
  'workspaces/makeResetLink': (other) => [other.memberId],
  'workspaces/changeWorkspace': () => [{ name: 'Renamed', postalAddress: '' }],
  'workspaces/letWritersReview': () => [{ writersMayReview: true }],
  'workspaces/askForDeletion': () => [{ workspaceName: 'Theirs', currentPassword: 'x' }],
  'workspaces/takeDeletionBack': () => [],
  'workspaces/findDeletion': () => [],
  'workspaces/countWhatGoes': () => [],
  'workspaces/readWriterFirst': (other) => [{ memberId: other.memberId, isReadFirst: true }],
  'workspaces/listWritersReadFirst': () => [],
  'workspaces/getWorkspaceSettings': () => [],

  'sites/addSite': () => [site],
  'sites/changeSite': (other) => [{ ...site, siteId: other.siteId }],
  'sites/getSite': (other) => [other.siteId],
  'sites/listSites': () => [],
  'sites/countOnSites': () => [],
  'sites/addFact': (other) => [{ ...fact, siteId: other.siteId }],
  'sites/changeFact': (other) => [{ ...fact, factId: other.factId }],
  'sites/removeFact': (other) => [{ factId: other.factId }],
  'sites/bringBackFact': (other) => [{ factId: other.factId }],
  'sites/listFacts': (other) => [other.siteId],
  'sites/listRemovedFacts': (other) => [other.siteId],

  'requests/takeDigest': () => [{ text: word }],
  'requests/takeMailedDigest': () => [mailUpload()],
  'requests/takeMail': () => [
    new TextEncoder().encode(`From: ana@hello.example\r\nSubject: ${word}\r\n\r\n${word}`),
  ],
  'requests/keepRequests': (other) => [{ digestId: other.digestId, parts: [{ part: 0, ...said }] }],
  'requests/forgetDigest': (other) => [{ digestId: other.digestId }],
  'requests/getDigest': (other) => [other.digestId],
  'requests/listDigests': () => [],
  'requests/getRequest': (other) => [other.requestId],
  'requests/listRequests': (other) => [readRequestList({ show: 'all', site: other.siteId })],
  'requests/hasRequests': () => [],
  'requests/searchRequests': (other) => [other.mark, 5],
  'requests/listRequestsOfProspect': (other) => [other.prospectId],
  'requests/findRequestOfMention': (other) => [other.mentionId],
  'requests/changeRequest': (other) => [
    { requestId: other.requestId, ...said, question: word, conditions: word },
  ],
  'requests/chooseSite': (other) => [{ requestId: other.requestId, siteId: other.siteId }],
  'requests/tickCondition': (other) => [
    {
      ...{ requestId: other.requestId, condition: other.conditionHash, answer: 'unmet' },
      ...{ factId: other.factId, evidence: word },
    },
  ],
  'requests/gatherAnswerFacts': (other) => [other.requestId],
  'requests/saveAnswer': (other) => [{ requestId: other.requestId, revision: 2, subject: word, body: word }],
  'requests/recordAnswerSent': (other) => [
    { requestId: other.requestId, revision: 2, via: 'copy', overruleReason: word },
  ],
  'requests/noteAnswered': (other) => [{ requestId: other.requestId, words: word }],
  'requests/foundPage': (other) => [{ requestId: other.requestId, url: other.mentionUrl }],
  'requests/notThatPage': (other) => [{ requestId: other.requestId }],
  'requests/closeRequest': (other) => [{ requestId: other.requestId, reason: 'let-be' }],
  'requests/takeUpRequest': (other) => [{ requestId: other.requestId }],
  'requests/tieOutlet': (other) => [
    { requestId: other.requestId, prospectId: other.prospectId, contactId: other.contactId },
  ],
  'requests/addOutletOfRequest': (other) => [
    { requestId: other.requestId, name: word, address: 'https://hello-outlet.example' },
  ],
  'requests/offerOutlets': (other) => [{ outlet: other.mark, prospectId: other.prospectId }],
  'requests/listDueRequests': (other) => [{ only: [other.requestId] }],
  'requests/listQuietRequests': (other) => [{ only: [other.requestId] }],
  'requests/listDeadlines': () => [],

  'prospects/addProspect': () => [prospect],
  'prospects/changeProspect': (other) => [
    { ...prospect, prospectId: other.prospectId, ownerId: other.memberId },
  ],
  'prospects/setGuidelines': (other) => [
    { prospectId: other.prospectId, guidelines: 'absent', guidelinesUrl: null, guidelinesNote: '' },
  ],
  'prospects/markNotForUs': (other) => [{ prospectId: other.prospectId, reason: word }],
  'prospects/takeUpAgain': (other) => [{ prospectId: other.prospectId }],
  'prospects/addNoteToProspect': (other) => [{ prospectId: other.prospectId, words: word }],
  'prospects/answerVetting': (other) => [
    { prospectId: other.prospectId, question: 'on-topic', answer: 'yes', evidence: word, evidenceUrl: '' },
  ],
  'prospects/takeBackVetting': (other) => [{ prospectId: other.prospectId, question: 'on-topic' }],
  'prospects/listVettings': (other) => [other.prospectId],
  'prospects/listEarlierVettings': (other) => [other.prospectId],
  'prospects/askForOutletLook': (other) => [{ prospectId: other.prospectId }],
  'prospects/findOutletLook': (other) => [other.prospectId],
  'prospects/listTagsWithCounts': () => [],
  'prospects/listTagNames': () => [],
  'prospects/renameTag': (other) => [{ tagId: other.tagId, name: word, merge: true }],
  'prospects/deleteTag': (other) => [{ tagId: other.tagId }],
  'prospects/listRemovedCustomFields': () => ['prospect'],
  'prospects/addCustomField': () => [{ noun: 'prospect', label: word, kind: 'text', choices: [] }],
  'prospects/changeCustomField': (other) => [{ fieldId: other.fieldId, label: word, choices: [word] }],
  'prospects/moveCustomField': (other) => [{ fieldId: other.fieldId, towards: 'up' }],
  'prospects/removeCustomField': (other) => [{ fieldId: other.fieldId }],
  'prospects/restoreCustomField': (other) => [{ fieldId: other.fieldId }],
  'prospects/getProspect': (other) => [other.prospectId],
  'prospects/findProspectByAddress': (other) => [`https://blog-${other.host}`],
  'prospects/prospectIdsByKeys': (other) => [[`blog-${other.host}`]],
  'prospects/listCustomFields': () => ['prospect'],
  'prospects/listPossibleOwners': () => [],
  'prospects/listProspects': (other) => [readProspectList({ q: other.mark })],
  'prospects/countProspects': (other) => [readProspectList({ q: other.mark })],
  'prospects/prospectPageSql': () => [readProspectList({})],
  'prospects/listProspectsByStage': (other) => [readProspectList({ q: other.mark })],
  'prospects/onListSql': () => [readProspectList({})],
  'prospects/readThroughSql': () => [readProspectList({}), 51],
  'prospects/filteredPageSql': () => [
    readProspectList({}),
    { narrowed: [Prisma.sql`true`], limit: 51, reach: { near: 10, few: 10, far: 10 } },
  ],
  'prospects/farthest': () => [readProspectList({}), 1],
  'prospects/listProspectChoices': () => [readProspectList({ open: 'filters' })],
  'prospects/listSavedViews': () => [],
  'prospects/saveView': () => [{ name: word, query: 'stage=read', isShared: true }],
  'prospects/changeView': () => [
    { viewId: '00000000-0000-7000-8000-000000000000', name: word, query: 'stage=read', isShared: true },
  ],
  'prospects/deleteView': () => ['00000000-0000-7000-8000-000000000000'],
  'prospects/listContacts': (other) => [readContactList({ q: other.mark })],
  'prospects/contactPageSql': () => [readContactList({})],
  'trash/changeManyProspects': (other) => [
    {
      ids: [other.prospectId],
      whom: 'ticked',
      query: '',
      deed: 'remove-tag',
      tag: word,
      ownerId: null,
    },
  ],
  'trash/undoManyChange': () => [{ changeId: '00000000-0000-7000-8000-000000000000' }],
  'trash/findManyChange': () => ['00000000-0000-7000-8000-000000000000'],
  'prospects/searchProspects': (other) => [other.mark, 10],
  'prospects/addContact': (other) => [
    { prospectId: other.prospectId, useExisting: true, shared: true, contact: person, channel },
  ],
  'prospects/changeContact': (other) => [{ ...person, contactId: other.contactId }],
  'prospects/addAffiliation': (other) => [
    { contactId: other.contactId, address: `https://blog-${other.host}` },
  ],
  'prospects/moveToOutlet': (other) => [
    { affiliationId: other.affiliationId, address: `https://blog-${other.host}`, role: word },
  ],
  'prospects/changeAffiliation': (other) => [{ affiliationId: other.affiliationId, role: word }],
  'prospects/alikeProspects': (other) => [{ address: `https://blog-${other.host}`, name: other.mark }],
  'prospects/alikeContacts': (other) => [
    { prospectId: other.prospectId, kind: 'email', address: other.address, name: `Ana ${other.mark}` },
  ],
  'prospects/endAffiliation': (other) => [{ affiliationId: other.affiliationId }],
  'prospects/resumeAffiliation': (other) => [{ affiliationId: other.affiliationId }],
  'prospects/findContactByAddress': (other) => ['email', other.address],
  'prospects/getContact': (other) => [other.contactId],
  'prospects/getChannel': (other) => [other.contactId, other.channelId],
  'prospects/listContactsOfProspect': (other) => [other.prospectId],
  'prospects/searchContacts': (other) => [other.mark, 10],
  'prospects/addChannel': (other) => [{ contactId: other.contactId, ...channelInput }],
  'prospects/changeChannel': (other) => [{ channelId: other.channelId, ...channelInput }],
  'prospects/removeChannel': (other) => [{ channelId: other.channelId }],
  'prospects/putChannelBack': (other) => [{ channelId: other.channelId }],
  'prospects/stopWritingTo': (other) => [{ contactId: other.contactId, words: word }],
  'prospects/suppressAddress': () => [
    { addressKey: 'x@hello.example', domain: null, reason: 'ours', words: '' },
  ],
  'prospects/suppressChannel': (other) => [{ channelId: other.channelId, reason: 'ours', words: '' }],
  'prospects/findDomainStop': (other) => [`stop-${other.host}`],
  'prospects/addressesStopped': (other) => [[{ kind: 'email', address: other.address }]],
  'prospects/liftSuppression': (other) => [{ suppressionId: other.suppressionId, reason: word }],
  'prospects/listSuppressions': () => [{}],
  'prospects/suppressionsFor': (other) => [other.contactId, other.channelId],
  'prospects/suppressionsAgainst': (other) => [
    [{ kind: 'email', address: other.address, addressKey: other.address, contactId: other.contactId }],
    [other.contactId],
  ],

  'campaigns/addCampaign': (other) => [{ ...campaign, siteId: other.siteId }],
  'campaigns/readCampaignFirst': (other) => [{ campaignId: other.campaignId, isReadFirst: true }],
  'campaigns/changeCampaign': (other) => [
    { ...campaign, siteId: other.siteId, campaignId: other.campaignId },
  ],
  'campaigns/getCampaign': (other) => [other.campaignId],
  'campaigns/listCampaigns': () => [{}],
  'campaigns/listCampaignChoices': (other) => [{ siteId: other.siteId }],
  'campaigns/searchCampaigns': (other) => [other.mark, 10],

  'reading/startReading': (other) => [
    { prospectId: other.prospectId, url: `https://blog-${other.host}/post` },
  ],
  'reading/retryFetch': (other) => [{ noteId: other.noteId }],
  'reading/pastePage': (other) => [{ noteId: other.noteId, title: word, text: word }],
  'reading/recordReadingNote': (other) => [{ noteId: other.noteId, quote: word, struck: word, gap: '' }],
  'reading/keepDraft': (other) => [other.noteId, { quote: word, struck: word, gap: '' }],
  'reading/getReadingNote': (other) => [other.noteId],
  'reading/listReadingNotes': () => [{}],
  'reading/listReadingNotesOfProspect': (other) => [other.prospectId],
  'reading/listPostLinks': (other) => [other.prospectId],
  'reading/readingForPitch': (other) => [other.noteId],
  'reading/weighDraft': (other) => [other.noteId, { quote: 'and four good words stand here', gap: '' }],

  'ledger/logTouch': (other) => [
    { prospectId: other.prospectId, contactId: other.contactId, kind: 'met', note: word, url: '' },
  ],
  'ledger/findTouch': (other) => [other.touchId],
  'ledger/listTouchesOfProspect': (other) => [other.prospectId],
  'ledger/listProspectsAtHand': (other) => [other.mark],
  'ledger/makePromise': (other) => [
    {
      ...{ prospectId: other.prospectId, contactId: other.contactId, pitchId: other.pitchId },
      ...{ whose: 'ours', words: word, dueOn: '2026-03-10' },
    },
  ],
  'ledger/keepPromise': (other) => [{ promiseId: other.promiseId, note: '' }],
  'ledger/releasePromise': (other) => [{ promiseId: other.promiseId, reason: word }],
  'ledger/reopenPromise': (other) => [{ promiseId: other.promiseId }],
  'ledger/listPromises': (other) => [readPromiseList({ q: other.mark })],
  'ledger/listPromisesOfProspect': (other) => [other.prospectId],
  'ledger/listPromisesOfContact': (other) => [other.contactId],
  'ledger/listPromisesOfConversation': (other) => [
    { contactId: other.contactId, prospectId: other.prospectId },
  ],
  'ledger/listPromisesDue': (other) => [{ only: [other.promiseId] }],
  'ledger/listPromisesOfThemOverdue': (other) => [{ only: [other.promiseId] }],
  'ledger/listOwnPromisesOpen': () => [],
  'ledger/searchPromises': (other) => [other.mark, 10],
  'ledger/findOverduePromise': (other) => [{ contactId: other.contactId, prospectId: other.prospectId }],
  'ledger/listOverduePromises': (other) => [[{ contactId: other.contactId, prospectId: other.prospectId }]],
  'ledger/getGiving': (other) => [{ prospectId: other.prospectId }],

  'samples/addItem': (other) => [{ ...item, siteId: other.siteId }],
  'samples/changeItem': (other) => [{ ...item, siteId: other.siteId, itemId: other.itemId }],
  'samples/listItems': () => [],
  'samples/listItemChoices': () => [],
  'samples/getItem': (other) => [other.itemId],
  'samples/offerSample': (other) => [
    {
      ...{ itemId: other.itemId, prospectId: other.prospectId, contactId: other.contactId },
      ...{ campaignId: other.campaignId, pitchId: other.pitchId, again: true, ...giftWords },
    },
  ],
  'samples/changeSample': (other) => [{ sampleId: other.sampleId, ...giftWords }],
  'samples/acceptSample': (other) => [{ sampleId: other.sampleId }],
  'samples/declineSample': (other) => [{ sampleId: other.sampleId }],
  'samples/takeBackSample': (other) => [{ sampleId: other.sampleId }],
  'samples/shipSample': (other) => [
    { sampleId: other.sampleId, carrier: word, trackingNumber: word, shipping: '', anyway: true },
  ],
  'samples/unshipSample': (other) => [{ sampleId: other.sampleId }],
  'samples/markArrived': (other) => [{ sampleId: other.sampleId }],
  'samples/markCameBack': (other) => [{ sampleId: other.sampleId }],
  'samples/closeWithNothing': (other) => [{ sampleId: other.sampleId }],
  'samples/leaveSampleOpen': (other) => [{ sampleId: other.sampleId }],
  'samples/getSample': (other) => [other.sampleId],
  'samples/listSamples': (other) => [{ q: other.mark, item: other.itemId }],
  'samples/searchSamples': (other) => [other.mark, 10],
  'samples/listSamplesGiven': (other) => [{ prospectId: other.prospectId }],
  'samples/costOfRelationship': (other) => [{ contactId: other.contactId }],
  'samples/listOwnSamplesOut': () => [],
  'samples/listSamplesToSend': (other) => [{ only: [other.sampleId] }],
  'samples/listSamplesToAskAbout': (other) => [{ only: [other.sampleId] }],

  'mentions/countRawPages': () => [30],
  'mentions/tieMention': (other) => [{ mentionId: other.mentionId, sampleId: other.sampleId }],
  'mentions/untieMention': (other) => [{ mentionId: other.mentionId }],
  'mentions/listMentionsOfSample': (other) => [other.sampleId],
  'mentions/listMentionsToTie': (other) => [{ prospectId: other.prospectId, siteId: other.siteId }],
  'mentions/recordMention': (other) => [
    { ...mention, siteId: other.siteId, prospectId: other.prospectId, pitchId: other.pitchId },
  ],
  'mentions/changeMention': (other) => [{ ...mention, mentionId: other.mentionId, aboutUs: true }],
  'mentions/lookNow': (other) => [other.mentionId],
  'mentions/recordOwnLook': (other) => [{ mentionId: other.mentionId, saw: 'gone', words: '' }],
  'mentions/sayAboutUs': (other) => [other.mentionId],
  'mentions/acknowledgeOutcome': (other) => [other.mentionId, 'not-looked'],
  'mentions/getRawPage': (other) => [other.mentionId, 1],
  'mentions/changeRawPageDays': () => [{ rawPageDays: 30 }],
  'mentions/blankEvidence': (other) => [{ linkCheckId: other.linkCheckId, fields: ['note', 'facts.linked'] }],
  'mentions/getMention': (other) => [other.mentionId],
  'mentions/listAsksToClose': () => [],
  'mentions/listAsksOpen': (other) => [{ only: [other.mentionId] }],
  'mentions/getThanksStanding': (other) => [other.mentionId],
  'mentions/getThanksDesk': (other) => [other.mentionId, other.contactId],
  'mentions/listThanksToSay': (other) => [{ only: [other.mentionId] }],
  'mentions/saveThanks': (other) => [{ mentionId: other.mentionId, contactId: other.contactId, body: word }],
  'mentions/recordThanks': (other) => [
    { mentionId: other.mentionId, contactId: other.contactId, via: 'copy' },
  ],
  'mentions/leaveThanks': (other) => [{ mentionId: other.mentionId }],
  'mentions/reopenThanks': (other) => [{ mentionId: other.mentionId }],
  'mentions/owedBeforeAsking': (other) => [
    [{ id: other.mentionId, prospectId: other.prospectId, pitchId: other.pitchId }],
  ],
  'mentions/mentionsWithNobodyToAsk': (other) => [
    [{ id: other.mentionId, url: other.mentionUrl, prospectId: other.prospectId, pitchId: other.pitchId }],
  ],
  'mentions/listMentions': (other) => [{ site: other.siteId }],
  'mentions/listMentionsOfProspect': (other) => [other.prospectId],
  'mentions/findMentionOfPage': (other) => [other.siteId, other.mentionUrl],
  'mentions/findMentionOrigin': (other) => [{ prospectId: other.prospectId, pitchId: other.pitchId }],
  'mentions/searchMentions': (other) => [other.mark, 10],
  'mentions/confirmOutcome': (other) => [{ ...asRead(other), reviewSince: new Date('2026-03-04T12:00:00Z') }],
  'mentions/overruleOutcome': (other) => [{ ...asRead(other), outcome: 'linked', reason: word }],
  'mentions/recordSeenByPerson': (other) => [{ ...asRead(other), saw: 'gone', words: '' }],
  'mentions/countOutcomesToReview': () => [],
  'mentions/listOutcomesToReview': () => [],
  'mentions/getReview': (other) => [{ site: other.siteId, after: '' }],
  'mentions/recordAsk': (other) => [{ mentionId: other.mentionId, reason: 'four words of reason' }],
  'mentions/closeAsk': (other) => [{ mentionId: other.mentionId, answer: 'not-asked' }],
  'mentions/sayPublishedOn': (other) => [{ mentionId: other.mentionId, publishedOn: '2026-03-01' }],
  'mentions/getAskStanding': (other) => [
    {
      id: other.mentionId,
      url: other.mentionUrl,
      outcome: 'mentioned-unlinked',
      publishedOn: null,
      askState: 'none',
      askedAt: null,
      prospectId: other.prospectId,
      pitchId: other.pitchId,
    },
  ],
  'mentions/findPressPage': (other) => [other.siteId],
  'mentions/listPressChoices': (other) => [{ siteId: other.siteId, page: 1 }],
  'mentions/openPressPage': (other) => [
    { siteId: other.siteId, name: 'hello', intro: word, isFindable: true },
  ],
  'mentions/renewPressAddress': (other) => [{ siteId: other.siteId }],
  'mentions/closePressPage': (other) => [{ siteId: other.siteId }],
  'mentions/getPressEmbed': (other) => [other.siteId],
  'mentions/openPressEmbed': (other) => [
    { siteId: other.siteId, count: 5, kinds: ['link'], withWords: true },
  ],
  'mentions/closePressEmbed': (other) => [{ siteId: other.siteId }],
  'mentions/setOnPress': (other) => [{ mentionId: other.mentionId, title: word, isOff: true }],
  'mentions/listPress': (other) => [{ site: other.siteId }],
  'mentions/acknowledgeOwnPage': (other) => [{ ownPageId: other.ownPageId, state: 'not-looked' }],
  'mentions/lookAtOwnPageNow': (other) => [{ ownPageId: other.ownPageId }],
  'mentions/listOwnPages': (other) => [other.siteId],
  'mentions/listOwnPagesToFix': () => [],
  'mentions/startCheckRun': (other) => [{ site: other.siteId }],
  'mentions/stopCheckRun': (other) => [other.runId],
  'mentions/findRunningCheckRun': () => [],
  'mentions/listCheckRuns': (other) => [other.runId],
  'mentions/getCheckRun': (other) => [other.runId],
  'mentions/listCheckRunResults': (other) => [other.runId, { show: null, after: null }],
  'mentions/getLookHour': () => [],

  'feeds/followProspect': (other) => [{ prospectId: other.prospectId }],
  'feeds/unfollowProspect': (other) => [{ prospectId: other.prospectId }],
  'feeds/addFeed': (other) => [{ prospectId: other.prospectId, url: `https://blog-${other.host}/feed` }],
  'feeds/removeFeed': (other) => [{ feedId: other.feedId }],
  'feeds/markPostRead': (other) => [{ postId: other.postId }],
  'feeds/markPostUnread': (other) => [{ postId: other.postId }],
  'feeds/markPostsRead': (other) => [
    { upTo: new Date('2100-01-01T00:00:00Z'), upToId: other.postId, prospectId: other.prospectId },
  ],
  'feeds/listPosts': (other) => [{ prospect: other.prospectId, show: 'all' }],
  'feeds/countUnreadPosts': () => [],
  'feeds/getPost': (other) => [other.postId],
  'feeds/listFollowed': () => [],
  'feeds/getFeedsOfProspect': (other) => [other.prospectId],

  'capture/capturePage': (other) => [
    {
      make: 'mention',
      url: `https://blog-${other.host}/captured`,
      title: word,
      quote: word,
      kind: 'blogger',
      name: word,
      siteId: other.siteId,
      touchKind: 'shared',
    },
  ],

  'blocks/addBlock': (other) => [
    { kind: 'paragraph', name: word, text: word, siteId: other.siteId, whose: 'everybody' },
  ],
  'blocks/changeBlock': (other) => [
    { blockId: other.blockId, name: word, text: word, siteId: null, whose: 'everybody' },
  ],
  'blocks/removeBlock': (other) => [{ blockId: other.blockId }],
  'blocks/bringBackBlock': (other) => [{ blockId: other.blockId }],
  'blocks/listBlocks': () => [],
  'blocks/listBlocksForLetter': (other) => [{ siteId: other.siteId, memberId: other.memberId }],
  'pitches/changeLimits': () => [noLimits],
  'pitches/listLimits': () => [],
  'pitches/listMailboxCaps': () => [],
  'pitches/getDesk': (other) => [other.pitchId],
  'pitches/setAside': (other) => [{ pitchId: other.pitchId, subject: word, body: word, revision: 2 }],
  'pitches/compareRevisions': (other) => [other.pitchId, { older: other.revisionId, newer: null }],
  'pitches/findSavedVersion': (other) => [{ pitchId: other.pitchId, subject: word, body: word, revision: 0 }],
  'pitches/startPitch': (other) => [
    {
      campaignId: other.campaignId,
      prospectId: other.prospectId,
      contactId: other.contactId,
      channelId: other.channelId,
      readingNoteId: other.noteId,
    },
  ],
  'pitches/changeSetup': (other) => [
    {
      pitchId: other.pitchId,
      campaignId: other.campaignId,
      channelId: other.channelId,
      readingNoteId: other.noteId,
    },
  ],
  'pitches/saveDraft': (other) => [{ pitchId: other.pitchId, subject: word, body: word, revision: 2 }],
  'pitches/takeUpRevision': (other) => [{ pitchId: other.pitchId, revisionId: other.revisionId }],
  'pitches/keepDraft': (other) => [
    { pitchId: other.pitchId, subject: word, body: word, revision: 2, intent: 'save', overruleReason: '' },
  ],
  'pitches/markReady': (other) => [{ pitchId: other.pitchId }],
  'pitches/askForReview': (other) => [{ pitchId: other.pitchId }],
  'pitches/approvePitch': (other) => [{ pitchId: other.pitchId }],
  'pitches/addRemark': (other) => [
    {
      pitchId: other.pitchId,
      revision: 2,
      part: 'body',
      quote: word,
      position: 0,
      text: word,
      once: randomUUID(),
    },
  ],
  'pitches/answerRemark': (other) => [{ remarkId: other.remarkId, answer: word, intent: 'settle' }],
  'pitches/reopenRemark': (other) => [{ remarkId: other.remarkId }],
  'pitches/listRemarks': (other) => [other.pitchId],
  'pitches/getSecondEyes': (other) => [other.pitchId],
  'pitches/sendBackToDraft': (other) => [{ pitchId: other.pitchId }],
  'pitches/backToDraft': (other) => [{ pitchId: other.pitchId }],
  'pitches/recordSent': (other) => [{ pitchId: other.pitchId, via: 'copy' }],
  'pitches/closePitch': (other) => [{ pitchId: other.pitchId, reason: 'withdrawn' }],
  'pitches/reopenPitch': (other) => [{ pitchId: other.pitchId }],
  'pitches/saveFollowUpText': (other) => [{ followUpId: other.followUpId, subject: word, body: word }],
  'pitches/recordFollowUpSent': (other) => [{ followUpId: other.followUpId, via: 'copy' }],
  'pitches/skipFollowUp': (other) => [{ followUpId: other.followUpId }],
  'pitches/logReply': (other) => [{ pitchId: other.pitchId, once: randomUUID(), body: word }],
  'pitches/logAnswer': (other) => [{ pitchId: other.pitchId, once: randomUUID(), body: word }],
  'pitches/leaveAnswer': (other) => [{ pitchId: other.pitchId }],
  'pitches/logBounce': (other) => [{ pitchId: other.pitchId, words: word }],
  'pitches/logNo': (other) => [{ pitchId: other.pitchId, words: word }],
  'pitches/logStop': (other) => [{ pitchId: other.pitchId, words: word }],
  'pitches/stopPerson': (other) => [{ contactId: other.contactId, words: word }],
  'pitches/answerDraft': (other) => [other.pitchId, draftRequest()],
  'pitches/change': (other) => [other.pitchId, async () => undefined],
  'pitches/getPitch': (other) => [other.pitchId],
  'pitches/listProblems': (other) => [other.pitchId],
  'pitches/countPitchesByState': () => [],
  'pitches/listPitches': (other) => [
    { q: '', state: null, closed: null, campaign: other.campaignId, writer: null, after: '', before: '' },
  ],
  'pitches/findPitches': (other) => [
    { q: other.mark, state: null, closed: null, campaign: null, writer: null, after: '', before: '' },
    { place: null, most: 10, reach: { near: 100, few: 10, far: 100 } },
  ],
  'pitches/listPitchesOfProspect': (other) => [other.prospectId],
  'pitches/listTimeline': (other) => [other.prospectId, { group: null, before: null }],
  'pitches/listMessagesOfProspect': (other) => [other.prospectId],
  'pitches/listRevisions': (other) => [other.pitchId],
  'pitches/listWriters': () => [],
  'pitches/findProspectOf': (other) => [{ prospect: '', reading: other.noteId, contact: other.contactId }],
  'pitches/getNewPitchChoices': (other) => [other.prospectId],

  'contributions/addContribution': (other) => [
    { ...work(other), kind: 'podcast', prospectId: other.prospectId, state: 'planned' },
  ],
  'contributions/changeContribution': (other) => [{ ...work(other), contributionId: other.contributionId }],
  'contributions/moveContribution': (other) => [
    { contributionId: other.contributionId, from: 'agreed', to: 'recorded' },
  ],
  'contributions/publishContribution': (other) => [
    { contributionId: other.contributionId, url: 'https://hello-there.example/41', publishedOn: null },
  ],
  'contributions/tieEpisode': (other) => [{ contributionId: other.contributionId, postId: other.postId }],
  'contributions/sayNotIt': (other) => [{ contributionId: other.contributionId, postId: other.postId }],
  'contributions/answerFit': (other) => [
    { contributionId: other.contributionId, question: 'say', answer: 'yes', words: word },
  ],
  'contributions/savePreparation': (other) => [
    {
      ...{ contributionId: other.contributionId, hosts: word, asked: word, heard: word, facts: word },
      ...{ stories: [word], wishUrl: null },
    },
  ],
  'contributions/saveText': (other) => [{ contributionId: other.contributionId, revision: 2, text: word }],
  'contributions/getContribution': (other) => [other.contributionId],
  'contributions/listContributions': (other) => [{ q: other.mark, state: 'all' }],
  'contributions/listWorkOfMention': (other) => [other.mentionId],
  'contributions/searchContributions': (other) => [other.mark, 10],
  'contributions/listContributionsOfProspect': (other) => [other.prospectId],
  'contributions/getWorkChoices': (other) => [{ prospectId: other.prospectId, search: other.mark }],
  'contributions/listBylines': (other) => [
    { bylineUrls: ['https://hello.example/'], mention: { id: other.mentionId } },
  ],
  'contributions/listEpisodesOf': (other) => [other.contributionId],
  'contributions/listMaybeOut': (other) => [{ only: [other.contributionId] }],
  'contributions/listWorkDue': (other) => [{ only: [other.contributionId] }],
  'contributions/listRecordings': (other) => [{ only: [other.contributionId] }],
  'contributions/listDatedWork': () => [],

  'customer-reports/addReport': (other) => [{ ...report, siteId: other.siteId, once: randomUUID() }],
  'customer-reports/changeReport': (other) => [{ ...report, reportId: other.reportId, version: 2 }],
  'customer-reports/askForReview': (other) => [{ reportId: other.reportId }],
  'customer-reports/lookAgain': (other) => [{ reportId: other.reportId }],
  'customer-reports/takeBackReport': (other) => [{ reportId: other.reportId }],
  'customer-reports/giveBackReport': (other) => [{ reportId: other.reportId, remark: word }],
  'customer-reports/approveReport': (other) => [{ reportId: other.reportId, read: '', reason: word }],
  'customer-reports/shareReport': (other) => [{ reportId: other.sharedReportId, days: 7, password: '' }],
  'customer-reports/revokeShareLink': (other) => [other.shareLinkId],
  'customer-reports/listReports': () => [],
  'customer-reports/getReport': (other) => [other.sharedReportId],
  'customer-reports/getApprovedReport': (other) => [other.sharedReportId],
  'customer-reports/getReviewOfReport': (other) => [other.sharedReportId],
  'customer-reports/listShareLinks': (other) => [other.sharedReportId],
  'customer-reports/readReport': (other) => [other.sharedReportId],
  'customer-reports/exportReport': (other) => [other.sharedReportId, 'report.json'],
  'customer-reports/fetchReportEvidence': (other) => [other.sharedReportId],
  'customer-reports/composeReport': (other) => [
    {
      ...report,
      id: randomUUID(),
      siteId: other.siteId,
      fromDay: new Date(0),
      toDay: new Date('2030-01-01'),
    },
  ],
  'customer-reports/readLogo': () => [],
  'customer-reports/uploadLogo': () => [new Request('https://rapport.test/', { method: 'POST' })],
  'customer-reports/removeLogo': () => [],
  'insights/addInsight': (other) => [{ ...insight, siteId: other.siteId, url: `https://${other.host}/new` }],
  'insights/changeInsight': (other) => [
    { ...insight, siteId: other.siteId, url: `https://${other.host}/new`, insightId: other.insightId },
  ],
  'insights/tieMention': (other) => [{ insightId: other.insightId, mentionId: other.mentionId }],
  'insights/untieMention': (other) => [{ insightId: other.insightId, mentionId: other.mentionId }],
  'insights/getInsight': (other) => [other.insightId],
  'insights/listInsights': () => [],
  'insights/listCitations': (other) => [other.insightId],
  'insights/listMentionsToTie': (other) => [{ insightId: other.insightId, siteId: other.siteId }],
  'insights/listInsightsCitedBy': (other) => [other.mentionId],
  'insights/searchInsights': (other) => [other.mark, 10],

  'mailboxes/listMailboxes': () => [],
  'mailboxes/getMailbox': (other) => [other.mailboxId],
  'mailboxes/connectMailbox': () => [mailboxOf('hello@hello.example')],
  'mailboxes/changeMailbox': (other) => [{ ...mailboxSettings, mailboxId: other.mailboxId }],
  'mailboxes/testMailbox': (other) => [{ mailboxId: other.mailboxId }],
  'mailboxes/pauseMailbox': (other) => [{ mailboxId: other.mailboxId }],
  'mailboxes/resumeMailbox': (other) => [{ mailboxId: other.mailboxId }],
  'mailboxes/disconnectMailbox': (other) => [{ mailboxId: other.mailboxId }],

  'answers/listDoubtfulMails': () => [{ after: '', before: '' }],
  'answers/countDoubtfulMails': () => [],
  'today/countWaiting': () => [],
  'answers/listOldestDoubts': (other) => [{ only: [other.incomingMailId] }],
  'answers/listMailOfPitch': (other) => [other.pitchId],
  'answers/listMailboxLooks': () => [],
  'answers/acceptMail': (other) => [{ mailId: other.incomingMailId }],
  'answers/attachMail': (other) => [{ mailId: other.incomingMailId, pitchId: other.pitchId }],
  'answers/dismissMail': (other) => [{ mailId: other.incomingMailId }],
  'answers/moveFollowUp': (other) => [{ mailId: other.noticeId, dueOn: '2026-05-01' }],
  'answers/leaveFollowUp': (other) => [{ mailId: other.noticeId }],
  'answers/keepAddress': (other) => [{ mailId: other.incomingMailId }],
  'answers/leaveAddress': (other) => [{ mailId: other.incomingMailId }],
  'answers/sendAgain': (other) => [{ mailboxId: other.mailboxId }],
  'answers/takeInMail': (other) => [arrivalFor(other)],
  'answers/settleNamed': (other) => [[`<${other.mailId}.1@${other.host}>`]],
  'answers/learnFromSent': (other) => [sentMailTo(other)],
  'answers/takeInSent': (other) => [ownSentTo(other)],
  'answers/takeDroppedMail': (other) => [
    other.pitchId,
    new Request('https://rapport.test/upload', { method: 'POST' }),
  ],
  'pitches/withDoubts': (other) => [
    [
      {
        dueOn: new Date('2026-03-04'),
        pitch: { id: other.pitchId, contact: { timeZone: 'UTC' }, campaign: { site: { timeZone: 'UTC' } } },
      },
    ],
  ],
  'sending/sendByMailbox': (other) => [
    { step: 'first', pitchId: other.pitchId, revision: 2, mailboxId: other.mailboxId, once: randomUUID() },
  ],
  'sending/undoSend': (other) => [{ mailId: other.mailId }],
  'sending/sendNow': (other) => [{ mailId: other.mailId }],
  'sending/confirmWasSent': (other) => [{ mailId: other.mailId }],
  'sending/leaveUnsent': (other) => [{ mailId: other.mailId }],
  'sending/dismissMail': (other) => [{ mailId: other.mailId }],
  'sending/settleByAnswer': (other) => [{ mailIds: [`<${other.mailId}.1@${other.host}>`] }, database()],
  'sending/listMailboxesToSendFrom': () => [],
  'sending/listMailsOfPitch': (other) => [other.pitchId],
  'sending/listMailsThatNeedAPerson': () => [],
  'sending/writeDraftFile': (other) => [{ pitchId: other.pitchId, followUpId: other.followUpId }],
  'sending/draftFileResponse': (other) => [{ pitchId: other.pitchId, followUpId: null }],

  'imports/startImport': (other) => [{ blobId: other.blobId, fileName: word }],
  'imports/readImportAs': (other) => [
    { batchId: other.batchId, dateOrder: null, siteId: other.siteId, fields: new Map([[0, null]]) },
  ],
  'imports/applyBatch': (other) => [{ batchId: other.batchId, take: [] }],
  'imports/chooseInRows': (other) => [{ batchId: other.batchId, rows: [{ number: 1, take: [] }] }],
  'imports/decideOnBatch': (other) => [
    { batchId: other.batchId, take: [], rows: [], intent: 'apply' as const },
  ],
  'imports/undoBatch': (other) => [{ batchId: other.batchId }],
  'imports/dropBatch': (other) => [{ batchId: other.batchId }],
  'imports/uploadImport': () => [new Request('https://rapport.test/upload', { method: 'POST' })],
  'imports/listImports': () => [],
  'imports/getImport': (other) => [other.batchId],
  'imports/listImportRows': (other) => [other.batchId, 'new'],
  'imports/importRowsAfter': (other) => [other.batchId, { kind: null, after: 0 }],
  'imports/importRowsFile': (other) => [other.batchId, null],

  'duplicates/askForSearch': () => [],
  'duplicates/mergeTwo': (other) => [
    {
      kind: 'prospect',
      keptId: other.prospectId,
      goneId: other.mergeableId,
      seen: { kept: new Date(0), gone: new Date(0) },
      choices: {},
    },
  ],
  'duplicates/sayNotSame': (other) => [
    { kind: 'prospect', oneId: other.prospectId, otherId: other.mergeableId },
  ],
  'duplicates/partAgain': (other) => [{ mergeId: other.mergeId }],
  'duplicates/getMergePreview': (other) => [
    { kind: 'prospect', keptId: other.prospectId, goneId: other.mergeableId },
  ],
  'duplicates/listMerges': () => [{}],
  'duplicates/listMergesInto': (other) => ['prospect', other.prospectId],
  'duplicates/listDuplicatePairs': () => [''],
  'duplicates/countDuplicatePairs': () => [],
  'duplicates/getDuplicateSearch': () => [],

  'trash/moveToTrash': (other) => ['prospect', other.prospectId],
  'trash/restoreFromTrash': (other) => [other.trashId],
  'trash/sayNotAboutUs': (other) => [{ mentionId: other.mentionId }],
  'trash/listTrash': () => [],

  'exports/askForWorkspaceZip': () => [{ withPages: true }],
  'exports/listWorkspaceExports': () => [],
  'exports/getWorkspaceExportFile': (other) => [other.workspaceId],
  'exports/fetchWorkspaceZip': (other) => [other.workspaceId],
  'exports/exportedFile': () => ['prospects', 'csv', Readable.from(['']), { forExcel: false }],
  'exports/bringInWorkspace': () => [{ name: word, bytes: Readable.from([Buffer.from(word)]) }],
  'exports/getWorkspaceImport': () => [],

  'exports/mentionsOfPeriod': (other) => [{ siteId: other.siteId, from: '', to: '' }],
  'exports/evidenceOf': (other) => [[other.mentionId]],
  'exports/fetchEvidenceBundle': (other) => [{ siteId: other.siteId, from: '', to: '' }],
  'exports/auditToExport': exportChoice,
  'exports/auditCsv': exportChoice,
  'exports/auditJson': exportChoice,
  'exports/prospectIds': exportChoice,
  'exports/prospectsToExport': exportChoice,
  'exports/contactsToExport': exportChoice,
  'exports/mentionsToExport': exportChoice,
  'exports/workToExport': exportChoice,
  'exports/workCsv': exportChoice,
  'exports/workJson': exportChoice,
  'exports/insightsToExport': exportChoice,
  'exports/insightCsv': exportChoice,
  'exports/insightJson': exportChoice,
  'exports/prospectCsv': exportChoice,
  'exports/prospectJson': exportChoice,
  'exports/contactCsv': exportChoice,
  'exports/contactCards': exportChoice,
  'exports/mentionCsv': exportChoice,
  'exports/samplesToExport': exportChoice,
  'exports/sampleCsv': exportChoice,
  'exports/sampleJson': exportChoice,
  'exports/requestsToExport': exportChoice,
  'exports/requestCsv': exportChoice,
  'exports/requestJson': exportChoice,
  'exports/promisesToExport': exportChoice,
  'exports/promiseCsv': exportChoice,
  'exports/promiseJson': exportChoice,

  'today/samplesToSend': (other) => [{ only: [other.sampleId] }],
  'today/samplesToAskAbout': (other) => [{ only: [other.sampleId] }],
  'today/loadToday': () => [],
  'today/listCalendarEvents': () => [],
  'notifications/chooseNotifications': () => [{ reply: 'never', quietFrom: null, quietTo: null }],
  'notifications/getNotifications': () => [],
  'notifications/toldThings': (other) => ['link-found', [other.mentionId]],
  'notifications/toldHouseThings': () => ['import', []],
  'notifications/waitingFor': () => ['digest'],

  'today/wantMorningMail': () => [],
  'today/stopMorningMail': () => [],
  'today/getMorningMail': () => [],
  'today/makeCalendarLink': () => [],
  'today/revokeCalendarLink': () => [],
  'today/findCalendarLink': () => [],
  'today/listPutOffRows': () => [],
  'today/listPutOff': () => [],
  'today/findJustPutOff': (other) => [
    [{ kind: 'answer', itemId: other.pitchId, mark: '', until: '2099-01-01', how: 'done', at: new Date() }],
  ],
  'today/findOnToday': (other) => ['letter-out', other.pitchId],
  'today/putOff': (other) => [
    { thing: { kind: 'letter-out', itemId: other.pitchId, mark: '' }, choice: 'tomorrow', date: null },
  ],
  'today/takeUp': (other) => [{ thing: { kind: 'letter-out', itemId: other.pitchId, mark: '' } }],
  'today/listLettersOut': (other) => [{ only: [other.pitchId] }],
  'today/listOwnLettersOut': (other) => [[other.pitchId]],
  'today/answersToWrite': (other) => [{ only: [other.pitchId] }],
  'today/dueFollowUps': (other) => [{ only: [other.followUpId] }],
  'today/recordingsSoon': (other) => [{ only: [other.contributionId] }],
  'today/workDue': (other) => [{ only: [other.contributionId] }],
  'today/workMaybeOut': (other) => [{ only: [other.contributionId] }],
  'today/pitchesToReview': (other) => [{ only: [other.pitchId] }],
  'today/draftsWaiting': (other) => [{ only: [other.pitchId] }],
  'today/readNotPitched': (other) => [{ only: [other.noteId] }],
  'today/mailsInDoubt': (other) => [{ only: [other.mailId] }],
  'today/doubtfulMails': (other) => [{ only: [other.incomingMailId] }],
  'today/lettersOut': (other) => [{ only: [other.pitchId] }],
  'today/outcomesToReview': (other) => [{ only: [other.mentionId] }],
  'today/promisesDue': () => [{}],
  'today/promisesOfThem': () => [{}],
  'today/thanksToSay': () => [{}],
  'today/newOutcomes': (other) => [{ only: [other.mentionId] }],
  'today/ownPagesToFix': (other) => [{ only: [other.ownPageId] }],
  'today/reportsToReview': (other) => [{ only: [other.reportId] }],
  'today/requestsDue': (other) => [{ only: [other.requestId] }],
  'today/requestsQuiet': (other) => [{ only: [other.requestId] }],
  'today/asksOpen': (other) => [{ only: [other.mentionId] }],
  'today/asksToClose': (other) => [{ only: [other.mentionId] }],
  'today/findFirstSteps': () => [],
  'today/listAnswersToWrite': () => [],
  'today/listDraftsWaiting': () => [],
  'today/listDueFollowUps': () => [],
  'today/listPitchesToReview': () => [],
  'today/listNewOutcomes': () => [],
  'today/listReadNotPitched': () => [],

  'api-tokens/makeApiToken': (other) => [
    { name: word, days: '30', scopes: ['mentions:read'], siteIds: [other.siteId] },
  ],
  'api-tokens/revokeApiToken': (other) => [{ tokenId: other.tokenId }],
  'api-tokens/listApiTokens': () => [],
  'api/countOutcomes': (other) => [other.siteId],
  'api/stopsOfContacts': (other) => [[{ id: other.contactId }]],
  'api/stopsOfChannels': (other) => [
    [{ id: '', contactId: other.contactId, kind: 'form', address: other.mentionUrl, addressKey: other.host }],
  ],

  'webhooks/makeWebhook': (other) => [{ ...webhook, siteIds: [other.siteId] }],
  'webhooks/changeWebhook': (other) => [{ ...webhook, webhookId: other.webhookId }],
  'webhooks/switchWebhook': (other) => [{ webhookId: other.webhookId, isOn: false }],
  'webhooks/removeWebhook': (other) => [{ webhookId: other.webhookId }],
  'webhooks/showWebhookSecret': (other) => [{ webhookId: other.webhookId }],
  'webhooks/renewWebhookSecret': (other) => [{ webhookId: other.webhookId }],
  'webhooks/sendTestEvent': (other) => [{ webhookId: other.webhookId }],
  'webhooks/sendAgain': (other) => [{ webhookId: other.webhookId, deliveryId: other.deliveryId }],
  'webhooks/sendAllAgain': (other) => [{ webhookId: other.webhookId }],
  'webhooks/listWebhooks': () => [],
  'webhooks/getWebhook': (other) => [other.webhookId],
  'webhooks/listDeliveries': (other) => [other.webhookId, { state: '', after: '', before: '' }],

  'reports/countWhatWorked': (other) => [readWorkedList({ site: other.siteId })],
  'reports/listWorkedLetters': (other) => [
    readWorkedLetters({ site: other.siteId, campaign: other.campaignId }),
  ],

  'reports/readOutcomeNumbers': (other) => [
    { siteId: other.siteId, campaignId: other.campaignId, from: '', to: '' },
  ],
  'reports/readLetterNumbers': (other) => [
    { site: other.siteId, campaign: '', member: '', from: '', to: '' },
  ],
  'reports/readWayNumbers': (other) => [{ site: other.siteId, campaign: '', member: '', from: '', to: '' }],
  'reports/listReportRows': (other) => [readReportRows({ site: other.siteId })],
  'reports/reportRowsToExport': (other) => [readReportRows({ site: other.siteId, number: 'sent' })],
  'reports/reportCsv': (other) => [readReportRows({ site: other.siteId })],
  'reports/reportJson': (other) => [readReportRows({ campaign: other.campaignId, number: 'sent' })],
  'reports/listReportMembers': () => [],

  'pitches/findWrittenBefore': (other) => [{ contactId: other.contactId }, other.campaignId],
  'privacy/erasePerson': (other) => [{ contactId: other.contactId }],
  'privacy/previewErasure': (other) => [other.contactId],
  'privacy/gatherPersonFile': (other) => [other.contactId],
  'privacy/fetchPersonFile': (other) => [other.contactId, 'json'],
  'privacy/getRetention': () => [],
  'privacy/previewRetention': () => [
    { importFiles: 30, feedPosts: 30, closedPitches: 30, quietContacts: 30 },
  ],
  'privacy/listErasures': () => [],
  'privacy/changeRetention': () => [
    { importFiles: 30, feedPosts: null, closedPitches: null, quietContacts: null },
  ],
  'privacy/findPerson': (other) => [other.contactId],
  'privacy/findTraces': (other) => [searchFor(other.mark)],
  'privacy/findTracedLooks': (other) => [searchFor(other.mark)],
  'privacy/findImportRows': (other) => [{ search: searchFor(other.mark), contactIds: [other.contactId] }],
}

/** What a viewer may do with their own workspace; everything else must refuse them, or show nothing of it. */
export const OPEN_TO_VIEWERS = new Set([
  'notifications/chooseNotifications',
  'notifications/getNotifications',
  'workspaces/leaveWorkspace',
  'workspaces/findDeletion',
  'api-tokens/makeApiToken',
  'api-tokens/listApiTokens',
  'api/countOutcomes',
  'sites/listSites',
  'sites/countOnSites',
  'sites/getSite',
  'mentions/listMentions',
  'mentions/getMention',
  'mentions/listPress',
  'customer-reports/listReports',
  'customer-reports/getReport',
  'customer-reports/getApprovedReport',
  'customer-reports/readReport',
  'customer-reports/exportReport',
  'customer-reports/composeReport',
  'customer-reports/readLogo',
  'reports/readOutcomeNumbers',
  'reports/listReportRows',
])

function searchFor(mark: string) {
  return { likely: [`%${mark.toLowerCase()}%`], sql: mark, pattern: new RegExp(mark, 'gi') }
}

/** A mention as somebody read it who decides on it. */
function asRead(other: FullWorkspace) {
  return { mentionId: other.mentionId, lookNumber: 1, reviewSince: null }
}

function mailUpload(): Request {
  const form = new FormData()
  form.set('file', new File([`From: ana@hello.example\r\nSubject: ${word}\r\n\r\n${word}`], 'mail.eml'))
  return new Request('https://rapport.test/upload', { method: 'POST', body: form })
}

function draftRequest(): Request {
  return new Request('https://rapport.test/draft', {
    method: 'POST',
    body: new URLSearchParams({ subject: word, body: word, revision: '2', intent: 'save' }),
  })
}
