import { z } from 'zod'
import { id, optionalId, optionalLine, optionalText, text, tick } from '../form-fields.ts'

export const WORDS_MAX_CHARACTERS = 4_000
const REASON_MAX_CHARACTERS = 500
const CARRIER_MAX_CHARACTERS = 100
const TRACKING_MAX_CHARACTERS = 100

const words = {
  words: text('the words that go with it', { max: WORDS_MAX_CHARACTERS }),
  saidOtherwise: tick(),
  overruleReason: optionalText(REASON_MAX_CHARACTERS),
}

export const offerSampleSchema = z.object({
  itemId: id('what you offer'),
  prospectId: id('a prospect'),
  contactId: id('whom you offer it to'),
  campaignId: optionalId(),
  pitchId: optionalId(),
  ...words,
  again: tick(),
})

export const changeSampleSchema = z.object({ sampleId: id('a sample'), ...words })

export const sampleIdSchema = z.object({ sampleId: id('a sample') })

/** `shipping` is read with the currency of the item, by the command. */
export const shipSampleSchema = z.object({
  sampleId: id('a sample'),
  carrier: optionalLine(CARRIER_MAX_CHARACTERS),
  trackingNumber: optionalLine(TRACKING_MAX_CHARACTERS),
  shipping: optionalLine(30),
  anyway: tick(),
})

export type OfferSampleInput = z.output<typeof offerSampleSchema>
export type ChangeSampleInput = z.output<typeof changeSampleSchema>
export type ShipSampleInput = z.output<typeof shipSampleSchema>
