import { z } from 'zod'
import { MENTION_PROVENANCES } from '#lib/domain/mention-provenance.ts'
import { PITCH_STATES } from '#lib/domain/pitch-states.ts'
import { PROMISE_SIDES, PROMISE_STATES } from '#lib/domain/promises.ts'
import { PROSPECT_KINDS } from '#lib/domain/prospect-kinds.ts'
import { PROSPECT_STAGES } from '#lib/domain/prospect-stage.ts'
import { REQUEST_STATES } from '#lib/domain/requests/request-states.ts'
import { SAMPLE_STATES } from '#lib/domain/samples/sample-states.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { likeText } from '../../like-text.ts'
import {
  MENTION_OUTCOMES,
  OUTCOME_GROUPS,
  type OutcomeChoice,
  outcomesOf,
} from '../../mentions/outcome-groups.ts'
import { prospectFacet } from '../../prospects/prospect-facet.ts'
import type { NounToRead } from '../api-noun.ts'
import {
  CAMPAIGN,
  CHANNEL,
  CONTACT,
  LOOK,
  MENTION,
  MESSAGE,
  PITCH,
  PROSPECT,
  SITE,
  TOUCH,
} from '../api-nouns.ts'
import { type ApiOperation, gets, lists, searched } from '../api-operation.ts'
import {
  CONTRIBUTION,
  INSIGHT,
  PROMISE,
  READING_NOTE,
  REPORT,
  REQUEST,
  SAMPLE,
  SAMPLE_ITEM,
  STOP,
} from '../api-work-nouns.ts'

/** Of one thing: where that may not be seen, there is nothing of it either. */
const by = (column: string, of: NounToRead) => ({
  ...{ schema: z.uuid(), of },
  where: (id: string) => ({ [column]: id }),
})
const state = (states: readonly string[]) => ({
  schema: z.enum(states),
  where: (is: string) => ({ state: is }),
})
/** By the index over facets, so that one which hardly any prospect has is found as fast as any. */
const faceted = (kind: 'kind' | 'stage', values: readonly string[]) => ({
  schema: z.enum(values),
  where: (is: string, { workspaceId }: WorkspaceScope) => ({
    ...{ [kind]: is, facets: { has: prospectFacet(workspaceId, kind, is) } },
  }),
})
const holds = (column: string, text: string) => ({
  [column]: { contains: likeText(text), mode: 'insensitive' },
})
const q = (...columns: string[]) => ({
  schema: searched(),
  where: (text: string) => ({ OR: columns.map((column) => holds(column, text)) }),
})
const outcome = {
  schema: z.enum([...OUTCOME_GROUPS, ...MENTION_OUTCOMES.filter((each) => each !== 'not-looked')]),
  where: (choice: string) => ({ outcome: { in: outcomesOf(choice as OutcomeChoice) } }),
}
const ofProspect = { prospectId: by('prospectId', PROSPECT) }
const ofSite = { siteId: by('siteId', SITE) }

/** Everything there is to read, table by table. */
export const READ_OPERATIONS: readonly ApiOperation[] = [
  lists(SITE, { id: 'listSites', path: '/sites', summary: 'Sites we earn links for' }),
  gets(SITE, { id: 'getSite', path: '/sites/{siteId}', summary: 'One site' }),
  lists(CAMPAIGN, { id: 'listCampaigns', path: '/campaigns', summary: 'Campaigns' }, ofSite),
  gets(CAMPAIGN, { id: 'getCampaign', path: '/campaigns/{campaignId}', summary: 'One campaign' }),
  lists(
    PROSPECT,
    { id: 'listProspects', path: '/prospects', summary: 'Outlets: blogs, papers, podcasts' },
    {
      q: q('name', 'outletKey'),
      kind: faceted('kind', PROSPECT_KINDS),
      stage: faceted('stage', PROSPECT_STAGES),
    },
  ),
  gets(PROSPECT, { id: 'getProspect', path: '/prospects/{prospectId}', summary: 'One prospect' }),
  lists(
    CONTACT,
    { id: 'listContacts', path: '/contacts', summary: 'People' },
    {
      q: q('name'),
      prospectId: {
        ...by('prospectId', PROSPECT),
        where: (prospectId: string) => ({ affiliations: { some: { prospectId } } }),
      },
    },
  ),
  gets(CONTACT, { id: 'getContact', path: '/contacts/{contactId}', summary: 'One person' }),
  lists(
    CHANNEL,
    { id: 'listChannels', path: '/contacts/{contactId}/channels', summary: 'How one reaches a person' },
    {},
    ({ contactId }) => ({ contactId }),
    { id: 'contactId', noun: CONTACT },
  ),
  lists(TOUCH, { id: 'listTouches', path: '/touches', summary: 'Contacts outside mail' }, ofProspect),
  gets(TOUCH, { id: 'getTouch', path: '/touches/{touchId}', summary: 'One touch' }),
  lists(
    PROMISE,
    { id: 'listPromises', path: '/promises', summary: 'What is owed, either way' },
    {
      ...ofProspect,
      ...{ state: state(PROMISE_STATES) },
      whose: { schema: z.enum(PROMISE_SIDES), where: (whose) => ({ whose }) },
    },
  ),
  gets(PROMISE, { id: 'getPromise', path: '/promises/{promiseId}', summary: 'One promise' }),
  lists(
    READING_NOTE,
    { id: 'listReadingNotes', path: '/reading-notes', summary: 'What was read of them' },
    ofProspect,
  ),
  gets(READING_NOTE, { id: 'getReadingNote', path: '/reading-notes/{noteId}', summary: 'One reading note' }),
  lists(
    PITCH,
    { id: 'listPitches', path: '/pitches', summary: 'Conversations' },
    { ...ofProspect, campaignId: by('campaignId', CAMPAIGN), state: state(PITCH_STATES) },
  ),
  gets(PITCH, { id: 'getPitch', path: '/pitches/{pitchId}', summary: 'One pitch, as it stands or went out' }),
  lists(
    MESSAGE,
    { id: 'listMessages', path: '/pitches/{pitchId}/messages', summary: 'Mails of a conversation' },
    {},
    ({ pitchId }) => ({ pitchId }),
    { id: 'pitchId', noun: PITCH },
  ),
  lists(
    MENTION,
    { id: 'listMentions', path: '/mentions', summary: 'Pages that name us or should' },
    {
      ...ofSite,
      ...{ prospectId: by('prospectId', PROSPECT), campaignId: by('campaignId', CAMPAIGN), outcome },
      provenance: { schema: z.enum(MENTION_PROVENANCES), where: (provenance) => ({ provenance }) },
    },
  ),
  gets(MENTION, { id: 'getMention', path: '/mentions/{mentionId}', summary: 'One mention with its outcome' }),
  lists(
    LOOK,
    { id: 'listLooks', path: '/mentions/{mentionId}/looks', summary: 'What looks at the page found' },
    {},
    ({ mentionId }) => ({ mentionId }),
    { id: 'mentionId', noun: MENTION },
  ),
  lists(
    SAMPLE_ITEM,
    { id: 'listSampleItems', path: '/sample-items', summary: 'What may be given away' },
    ofSite,
  ),
  lists(
    SAMPLE,
    { id: 'listSamples', path: '/samples', summary: 'What was given to whom' },
    { ...ofProspect, itemId: by('itemId', SAMPLE_ITEM), state: state(SAMPLE_STATES) },
  ),
  gets(SAMPLE, { id: 'getSample', path: '/samples/{sampleId}', summary: 'One sample' }),
  lists(
    REQUEST,
    { id: 'listRequests', path: '/requests', summary: 'Calls for sources' },
    { ...ofSite, state: state(REQUEST_STATES) },
  ),
  gets(REQUEST, { id: 'getRequest', path: '/requests/{requestId}', summary: 'One request' }),
  lists(
    CONTRIBUTION,
    { id: 'listContributions', path: '/contributions', summary: 'Work with outlets' },
    { ...ofSite, ...ofProspect },
  ),
  gets(CONTRIBUTION, {
    ...{ id: 'getContribution', path: '/contributions/{contributionId}', summary: 'One contribution' },
  }),
  lists(INSIGHT, { id: 'listInsights', path: '/insights', summary: 'What others may cite' }, ofSite),
  gets(INSIGHT, { id: 'getInsight', path: '/insights/{insightId}', summary: 'One insight' }),
  lists(REPORT, { id: 'listReports', path: '/reports', summary: 'Reports approved for customers' }, ofSite),
  lists(
    STOP,
    {
      ...{ id: 'listStops', path: '/stops', summary: 'Who is not written to any more' },
      description:
        'Lifted ones too, with why. Addresses and domains are kept as hashes, so no answer can name them; whether one is stopped stands with each contact and channel.',
    },
    {
      contactId: by('contactId', CONTACT),
      state: {
        schema: z.enum(['standing', 'lifted']),
        where: (is) => ({ liftedAt: is === 'standing' ? null : { not: null } }),
      },
    },
  ),
  gets(STOP, { id: 'getStop', path: '/stops/{stopId}', summary: 'One stop' }),
]
