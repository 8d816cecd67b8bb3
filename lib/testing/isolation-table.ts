import { randomUUID } from 'node:crypto'
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
const pageList = { page: 1 }

/**
 * Every query and command, with arguments that name another workspace's things: what it answers must not carry a word
 * of theirs, and nothing of theirs may change. The test fails for a function that is missing here.
 *
 * `none`: it names nothing of anybody, so it is only looked at for leaks (and, for a viewer, for rights).
 */
export const ISOLATION: Record<string, Arguments> = {
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
  'workspaces/getWorkspaceSettings': () => [],

  'sites/addSite': () => [site],
  'sites/changeSite': (other) => [{ ...site, siteId: other.siteId }],
  'sites/getSite': (other) => [other.siteId],
  'sites/listSites': () => [],

  'prospects/addProspect': () => [prospect],
  'prospects/changeProspect': (other) => [
    { ...prospect, prospectId: other.prospectId, ownerId: other.memberId },
  ],
  'prospects/setGuidelines': (other) => [
    { prospectId: other.prospectId, guidelines: 'absent', guidelinesUrl: null, guidelinesNote: '' },
  ],
  'prospects/markNotForUs': (other) => [{ prospectId: other.prospectId, reason: word }],
  'prospects/takeUpAgain': (other) => [{ prospectId: other.prospectId }],
  'prospects/getProspect': (other) => [other.prospectId],
  'prospects/findProspectByAddress': (other) => [`https://blog-${other.host}`],
  'prospects/listPossibleOwners': () => [],
  'prospects/listProspects': (other) => [
    { q: other.mark, kind: null, stage: null, owner: null, sort: 'name', page: 1 },
  ],
  'prospects/searchProspects': (other) => [other.mark, 10],
  'prospects/addContact': (other) => [
    { prospectId: other.prospectId, useExisting: true, shared: true, contact: person, channel },
  ],
  'prospects/changeContact': (other) => [{ ...person, contactId: other.contactId }],
  'prospects/addAffiliation': (other) => [
    { contactId: other.contactId, address: `https://blog-${other.host}` },
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
  'prospects/liftSuppression': (other) => [{ suppressionId: other.suppressionId, reason: word }],
  'prospects/listSuppressions': () => [pageList],
  'prospects/suppressionsFor': (other) => [other.contactId, other.channelId],
  'prospects/suppressionsAgainst': (other) => [
    [{ kind: 'email', address: other.address, addressKey: other.address, contactId: other.contactId }],
    [other.contactId],
  ],

  'campaigns/addCampaign': (other) => [{ ...campaign, siteId: other.siteId }],
  'campaigns/changeCampaign': (other) => [
    { ...campaign, siteId: other.siteId, campaignId: other.campaignId },
  ],
  'campaigns/getCampaign': (other) => [other.campaignId],
  'campaigns/listCampaigns': (other) => [{ siteId: other.siteId }],
  'campaigns/searchCampaigns': (other) => [other.mark, 10],

  'reading/startReading': (other) => [
    { prospectId: other.prospectId, url: `https://blog-${other.host}/post` },
  ],
  'reading/retryFetch': (other) => [{ noteId: other.noteId }],
  'reading/pastePage': (other) => [{ noteId: other.noteId, title: word, text: word }],
  'reading/recordReadingNote': (other) => [{ noteId: other.noteId, quote: word, struck: word, gap: '' }],
  'reading/keepDraft': (other) => [other.noteId, { quote: word, struck: word, gap: '' }],
  'reading/getReadingNote': (other) => [other.noteId],
  'reading/listReadingNotes': () => [pageList],
  'reading/listReadingNotesOfProspect': (other) => [other.prospectId],
  'reading/readingForPitch': (other) => [other.noteId],
  'reading/weighDraft': (other) => [other.noteId, { quote: 'and four good words stand here', gap: '' }],

  'ledger/logTouch': (other) => [
    { prospectId: other.prospectId, contactId: other.contactId, kind: 'met', note: word, url: '' },
  ],
  'ledger/findTouch': (other) => [other.touchId],
  'ledger/listTouchesOfProspect': (other) => [other.prospectId],
  'ledger/listProspectsAtHand': (other) => [other.mark],

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
    { q: '', state: null, closed: null, campaign: other.campaignId, writer: null, page: 1 },
  ],
  'pitches/listPitchesOfProspect': (other) => [other.prospectId],
  'pitches/listMessagesOfProspect': (other) => [other.prospectId],
  'pitches/listRevisions': (other) => [other.pitchId],
  'pitches/listWriters': () => [],
  'pitches/findProspectOf': (other) => [{ prospect: '', reading: other.noteId, contact: other.contactId }],
  'pitches/getNewPitchChoices': (other) => [other.prospectId],

  'trash/moveToTrash': (other) => ['prospect', other.prospectId],
  'trash/restoreFromTrash': (other) => [other.trashId],
  'trash/listTrash': () => [],

  'today/findFirstSteps': () => [],
  'today/listAnswersToWrite': () => [],
  'today/listDraftsWaiting': () => [],
  'today/listDueFollowUps': () => [],
  'today/listPitchesToReview': () => [],
  'today/listNewOutcomes': () => [],
  'today/listReadNotPitched': () => [],
}

/** What a viewer may do with their own workspace; everything else must refuse them, or show nothing of it. */
export const OPEN_TO_VIEWERS = new Set([
  'workspaces/leaveWorkspace',
  'sites/listSites',
  'sites/getSite',
  'mentions/listMentions',
  'mentions/getMention',
  'mentions/listPress',
])

/** A mention as somebody read it who decides on it. */
function asRead(other: FullWorkspace) {
  return { mentionId: other.mentionId, lookNumber: 1, reviewSince: null }
}

function draftRequest(): Request {
  return new Request('https://rapport.test/draft', {
    method: 'POST',
    body: new URLSearchParams({ subject: word, body: word, revision: '2', intent: 'save' }),
  })
}
