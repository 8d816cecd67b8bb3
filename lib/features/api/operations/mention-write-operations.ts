import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { lookNow } from '../../mentions/look-commands.ts'
import { changeMention, recordMention } from '../../mentions/mention-commands.ts'
import { changeMentionSchema, recordMentionSchema } from '../../mentions/mention-schema.ts'
import { changeSample, offerSample } from '../../samples/sample-commands.ts'
import {
  acceptSample,
  closeWithNothing,
  declineSample,
  markArrived,
  markCameBack,
  shipSample,
  takeBackSample,
  unshipSample,
} from '../../samples/sample-moves.ts'
import { changeSampleSchema, offerSampleSchema, shipSampleSchema } from '../../samples/sample-schema.ts'
import { presentOf } from '../api-noun.ts'
import { CAMPAIGN, CONTACT, MENTION, PITCH, PROSPECT, SITE } from '../api-nouns.ts'
import { type ApiOperation, changes, moves } from '../api-operation.ts'
import { SAMPLE, SAMPLE_ITEM } from '../api-work-nouns.ts'

/** A person says these with their own name: that words mean what they do not say, and that a rule may be passed over. */
const aPersonsWord = ['saidOtherwise', 'overruleReason']
const aSample = { noun: SAMPLE, scope: 'samples:write', sees: { sampleId: SAMPLE } } as const

/** Pages, and what was given. What a page comes to is what a look finds: no program says it. */
export const MENTION_WRITE_OPERATIONS: readonly ApiOperation[] = [
  changes({
    ...{ id: 'recordMention', method: 'POST', path: '/mentions', makes: true },
    summary: 'Write down a page that names us or should',
    description: 'It is looked at as soon as a worker is free. What it comes to is what the look finds.',
    ...{ noun: MENTION, scope: 'mentions:write', form: recordMentionSchema },
    sees: { siteId: SITE, prospectId: PROSPECT, campaignId: CAMPAIGN, pitchId: PITCH, sampleId: SAMPLE },
    does: async (scope, input) => {
      const { mentionId } = await recordMention(scope, input)
      // Where too many looks were asked for this hour, the clock asks for it later: the page is kept all the same.
      await lookNow(scope, mentionId).catch((error: unknown) => {
        if (!(error instanceof Refusal || error instanceof NotFound)) throw error
      })
      return mentionId
    },
  }),
  changes({
    ...{ id: 'changeMention', method: 'PATCH', path: '/mentions/{mentionId}', summary: 'Correct a mention' },
    ...{ noun: MENTION, scope: 'mentions:write', sees: { mentionId: MENTION, campaignId: CAMPAIGN } },
    ...{ form: changeMentionSchema, words: { leftOut: ['aboutUs'] } },
    present: presentOf(MENTION, 'mentionId', ({ url, provenance, targetUrl, campaignId, note, aboutUs }) => ({
      ...{ url, provenance, targetUrl: targetUrl ?? '', campaignId: campaignId ?? '', note },
      aboutUs: aboutUs ? 'on' : '',
    })),
    does: async (scope, input, named) => {
      await changeMention(scope, input, named)
      return input.mentionId
    },
  }),
  moves(
    MENTION,
    {
      ...{ id: 'lookNow', path: '/mentions/{mentionId}/look-now', scope: 'mentions:write' },
      summary: 'Ask for a look at the page',
    },
    lookNow,
  ),
  changes({
    ...{ id: 'offerSample', method: 'POST', path: '/samples', makes: true },
    summary: 'Note that somebody was offered a thing, with the words that went with it',
    description: 'Nothing is sent by this. Words that tie it to a condition are refused.',
    ...{ noun: SAMPLE, scope: 'samples:write', form: offerSampleSchema },
    sees: {
      ...{ itemId: SAMPLE_ITEM, prospectId: PROSPECT, contactId: CONTACT },
      ...{ campaignId: CAMPAIGN, pitchId: PITCH },
    },
    words: { flags: ['again'], leftOut: aPersonsWord },
    does: async (scope, input) => (await offerSample(scope, input)).sampleId,
  }),
  changes({
    ...{ id: 'changeSample', method: 'PATCH', path: '/samples/{sampleId}' },
    summary: 'Other words, as long as it has not gone out',
    ...{ ...aSample, form: changeSampleSchema, words: { leftOut: aPersonsWord } },
    does: async (scope, input) => {
      await changeSample(scope, input)
      return input.sampleId
    },
  }),
  changes({
    ...{ id: 'shipSample', method: 'POST', path: '/samples/{sampleId}/ship', summary: 'It went out' },
    ...{ ...aSample, form: shipSampleSchema, words: { flags: ['anyway'] } },
    does: async (scope, input) => {
      await shipSample(scope, input)
      return input.sampleId
    },
  }),
  ...(
    [
      ['acceptSample', 'accept', 'They would like it', acceptSample],
      ['declineSample', 'decline', 'They would rather not', declineSample],
      ['takeBackSample', 'take-back', 'The offer is taken back', takeBackSample],
      ['markSampleArrived', 'arrive', 'It arrived', markArrived],
      ['markSampleCameBack', 'came-back', 'The parcel came back', markCameBack],
      ['unshipSample', 'unship', 'It did not go out after all', unshipSample],
      ['closeSampleWithNothing', 'nothing-came', 'Nothing came of it, and that is fine', closeWithNothing],
    ] as const
  ).map(([id, way, summary, move]) =>
    moves(
      SAMPLE,
      { id, path: `/samples/{sampleId}/${way}`, summary, scope: 'samples:write' },
      (scope, sampleId) => move(scope, { sampleId }),
    ),
  ),
]
