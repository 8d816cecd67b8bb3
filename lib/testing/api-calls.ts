import { closeRequest } from '#lib/features/requests/outcome-commands.ts'
import { acceptSample, shipSample } from '#lib/features/samples/sample-moves.ts'
import { shipSampleSchema } from '#lib/features/samples/sample-schema.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { FullWorkspace } from './a-full-workspace.ts'
import { anItem, anOffer, GOOD_WORDS } from './a-sample.ts'

export type ApiCallForTest = { ids?: Record<string, string>; query?: string; body?: Record<string, unknown> }
type Calls = Record<
  string,
  (scope: WorkspaceScope, of: FullWorkspace) => Promise<ApiCallForTest> | ApiCallForTest
>

let made = 0
const fresh = () => `fresh-${++made}`

/** A sample of its own, where a move can be made. */
async function sampleIn(scope: WorkspaceScope, of: FullWorkspace, state: 'offered' | 'accepted' | 'sent') {
  const itemId = await anItem(scope, of.siteId, { name: fresh() })
  const { prospectId, contactId } = of
  const sampleId = await anOffer(scope, { itemId, prospectId, contactId })
  if (state !== 'offered') await acceptSample(scope, { sampleId })
  if (state === 'sent') await shipSample(scope, shipSampleSchema.parse({ sampleId }))
  return { ids: { sampleId } }
}

async function aRequestTaken(scope: WorkspaceScope, close = false) {
  const textHash = fresh()
  const { id } = await databaseAcrossWorkspaces().request.create({
    data: {
      ...{
        workspaceId: scope.workspaceId,
        textHash,
        liveTextKey: textHash,
        text: 'Who lends tents?',
        topic: 'Tents',
      },
      ...{ state: 'open', createdAt: scope.now, updatedAt: scope.now },
    },
  })
  if (close) await closeRequest(scope, { requestId: id, reason: 'let-be' })
  return { requestId: id }
}

const pages: Calls = Object.fromEntries(
  [
    ...[
      'listSites',
      'listCampaigns',
      'listProspects',
      'listContacts',
      'listTouches',
      'listPromises',
      'getMe',
    ],
    ...['listReadingNotes', 'listPitches', 'listMentions', 'listSampleItems', 'listSamples', 'listRequests'],
    ...['listContributions', 'listInsights', 'getToday', 'getNumbers', 'listReports', 'listStops'],
  ].map((id) => [id, () => ({})]),
)
const byId =
  (...names: (keyof FullWorkspace & string)[]) =>
  (_: WorkspaceScope, of: FullWorkspace) => ({
    ids: Object.fromEntries(names.map((name) => [name, String(of[name])])),
  })

/** One good call of every operation. The contract test fails for an operation that is missing here. */
export const API_CALLS: Calls = {
  ...pages,
  getSite: byId('siteId'),
  getCampaign: byId('campaignId'),
  getProspect: byId('prospectId'),
  getStory: byId('prospectId'),
  getContact: byId('contactId'),
  listChannels: byId('contactId'),
  getTouch: byId('touchId'),
  getPromise: byId('promiseId'),
  getReadingNote: byId('noteId'),
  getPitch: byId('pitchId'),
  listMessages: byId('pitchId'),
  getMention: byId('mentionId'),
  listLooks: byId('mentionId'),
  getSample: byId('sampleId'),
  getRequest: byId('requestId'),
  getContribution: byId('contributionId'),
  getInsight: byId('insightId'),
  getReport: (_, { sharedReportId }) => ({ ids: { reportId: sharedReportId } }),
  getStop: (_, { suppressionId }) => ({ ids: { stopId: suppressionId } }),

  addProspect: () => ({
    body: {
      ...{ kind: 'blogger', address: `https://${fresh()}.example`, name: 'Packlight', whyCare: 'Light bags' },
      ...{ tags: ['light', 'bags'], anotherOutlet: false, country: null },
    },
  }),
  changeProspect: (_, { prospectId }) => ({ ids: { prospectId }, body: { whyCare: 'They walk far' } }),
  addProspectNote: (_, { prospectId }) => ({ ids: { prospectId }, body: { words: `Likes ${fresh()}` } }),
  setGuidelines: (_, { prospectId }) => ({ ids: { prospectId }, body: { guidelines: 'absent' } }),
  markNotForUs: (_, { mergeableId }) => ({ ids: { prospectId: mergeableId }, body: { reason: 'Off topic' } }),
  takeUpAgain: (_, { mergeableId }) => ({ ids: { prospectId: mergeableId } }),
  addContact: (_, { prospectId }) => ({
    body: {
      ...{
        prospectId,
        name: `Ida ${fresh()}`,
        channelKind: 'email',
        address: `${fresh()}@packlight.example`,
      },
      ...{ originPage: 'https://packlight.example/about', originWords: 'Write to me', fitsRole: true },
    },
  }),
  changeContact: (_, { contactId }) => ({ ids: { contactId }, body: { role: 'Editor' } }),
  addChannel: (_, { contactId }) => ({
    ids: { contactId },
    body: { channelKind: 'form', address: `https://${fresh()}.example/contact`, fitsRole: true },
  }),
  logTouch: (_, { prospectId, contactId }) => ({
    body: { prospectId, contactId, kind: 'commented', note: fresh() },
  }),
  recordMention: (_, { siteId, prospectId, campaignId }) => ({
    body: { siteId, prospectId, campaignId, url: `https://${fresh()}.example/post`, provenance: 'earned' },
  }),
  changeMention: (_, { mentionId }) => ({ ids: { mentionId }, body: { note: 'Seen in print as well' } }),
  lookNow: (_, { mentionId }) => ({ ids: { mentionId } }),
  offerSample: async (scope, { siteId, prospectId, contactId }) => ({
    body: {
      ...{ itemId: await anItem(scope, siteId, { name: fresh() }), prospectId, contactId, words: GOOD_WORDS },
    },
  }),
  changeSample: async (scope, of) => ({
    ...(await sampleIn(scope, of, 'offered')),
    body: { words: GOOD_WORDS },
  }),
  acceptSample: (scope, of) => sampleIn(scope, of, 'offered'),
  declineSample: (scope, of) => sampleIn(scope, of, 'offered'),
  takeBackSample: (scope, of) => sampleIn(scope, of, 'offered'),
  shipSample: async (scope, of) => ({
    ...(await sampleIn(scope, of, 'accepted')),
    body: { carrier: 'Post' },
  }),
  markSampleArrived: (scope, of) => sampleIn(scope, of, 'sent'),
  markSampleCameBack: (scope, of) => sampleIn(scope, of, 'sent'),
  unshipSample: (scope, of) => sampleIn(scope, of, 'sent'),
  closeSampleWithNothing: (scope, of) => sampleIn(scope, of, 'sent'),
  takeRequests: () => ({
    body: {
      text: `Summary: Tents to lend ${fresh()}\nName: Noor Haan\nEmail: noor@paper.example\nMedia Outlet: Paper\nDeadline: 2027-01-12 17:00 UTC\nQuery: Who lends tents?\nRequirements: UK only.`,
    },
  }),
  changeRequest: (_, { requestId }) => ({
    ids: { requestId },
    body: { topic: 'Tents', conditions: ['In the UK only.'] },
  }),
  chooseSiteOfRequest: async (scope, { siteId }) => ({ ids: await aRequestTaken(scope), body: { siteId } }),
  tieOutletOfRequest: async (scope, { prospectId, contactId }) => ({
    ids: await aRequestTaken(scope),
    body: { prospectId, contactId },
  }),
  closeRequest: async (scope) => ({ ids: await aRequestTaken(scope), body: { reason: 'let-be' } }),
  takeUpRequest: async (scope) => ({ ids: await aRequestTaken(scope, true) }),
}
