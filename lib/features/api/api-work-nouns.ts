import { z } from 'zod'
import { CONTRIBUTION_KINDS } from '#lib/domain/contributions/contribution-kinds.ts'
import { CONTRIBUTION_STATES } from '#lib/domain/contributions/contribution-states.ts'
import { PROMISE_SIDES, PROMISE_STATES } from '#lib/domain/promises.ts'
import { REQUEST_ENDINGS, REQUEST_STATES } from '#lib/domain/requests/request-states.ts'
import { SAMPLE_STATES } from '#lib/domain/samples/sample-states.ts'
import {
  conditions,
  day,
  dayOrNull,
  list,
  oneOf,
  oneOfOrNull,
  time,
  timeOrNull,
  uuid,
  uuidOrNull,
  wholeOrNull,
  words,
  wordsOrNull,
  yes,
} from './api-field.ts'
import type { NounToRead } from './api-noun.ts'
import { CONTACT, PROSPECT } from './api-nouns.ts'
import { STOP_COVERS } from './stops-told.ts'

const within = (siteIds: readonly string[]) => ({ in: [...siteIds] })
const written = { createdAt: time(), updatedAt: time() }
const ofOutlet = {
  alive: { prospect: { deletedAt: null } },
  seen: (siteIds: readonly string[]) => ({ prospect: PROSPECT.seen(siteIds) }),
}

export const PROMISE: NounToRead = {
  ...{ title: 'Promise', noun: 'promises', table: 'promiseMade', ...ofOutlet },
  fields: {
    ...{ id: uuid(), prospectId: uuid(), contactId: uuidOrNull(), pitchId: uuidOrNull() },
    ...{ whose: oneOf(PROMISE_SIDES), words: words(), dueOn: day(), state: oneOf(PROMISE_STATES) },
    ...{ madeAt: time(), settledAt: timeOrNull(), settledWhy: words() },
  },
}

export const READING_NOTE: NounToRead = {
  ...{ title: 'ReadingNote', noun: 'reading-notes', table: 'readingNote', ...ofOutlet },
  fields: {
    ...{ id: uuid(), prospectId: uuid(), url: words(), quote: words(), struck: words(), gap: words() },
    ...{ authorId: uuid(), ...written },
  },
}

export const SAMPLE_ITEM: NounToRead = {
  ...{ title: 'SampleItem', noun: 'samples', table: 'sampleItem' },
  seen: (siteIds) => ({ siteId: within(siteIds) }),
  fields: {
    ...{ id: uuid(), siteId: uuid(), name: words(), pageUrl: wordsOrNull(), costMinor: wholeOrNull() },
    ...{ currency: words(), stock: wholeOrNull(), ...written },
  },
}

export const SAMPLE: NounToRead = {
  ...{ title: 'Sample', noun: 'samples', table: 'sample' },
  seen: (siteIds) => ({ item: { siteId: within(siteIds) } }),
  fields: {
    ...{ id: uuid(), itemId: uuid(), prospectId: uuid(), contactId: uuidOrNull(), campaignId: uuidOrNull() },
    ...{ pitchId: uuidOrNull(), state: oneOf(SAMPLE_STATES), words: words(), carrier: words() },
    ...{ trackingNumber: words(), costMinor: wholeOrNull(), shippingMinor: wholeOrNull(), currency: words() },
    ...{ offeredAt: time(), acceptedAt: timeOrNull(), sentAt: timeOrNull(), arrivedAt: timeOrNull() },
    ...{ endedAt: timeOrNull(), updatedAt: time() },
  },
}

/** A journalist's call. What we answer is written by a person; it is only read here. */
export const REQUEST: NounToRead = {
  ...{ title: 'Request', noun: 'requests', table: 'request' },
  seen: (siteIds) => ({ OR: [{ siteId: null }, { siteId: within(siteIds) }] }),
  fields: {
    ...{ id: uuid(), state: oneOf(REQUEST_STATES), outlet: words(), journalist: words(), replyTo: words() },
    ...{ topic: words(), question: words(), text: words(), deadlineWords: words(), deadlineAt: timeOrNull() },
    ...{
      deadlineDoubts: list(),
      conditions: conditions(),
      siteId: uuidOrNull(),
      prospectId: uuidOrNull(),
      contactId: uuidOrNull(),
    },
    ...{ subject: words(), body: words(), sentAt: timeOrNull(), mentionId: uuidOrNull() },
    ...{ closedAt: timeOrNull(), closedReason: oneOfOrNull(REQUEST_ENDINGS), ...written },
  },
}

export const CONTRIBUTION: NounToRead = {
  ...{ title: 'Contribution', noun: 'contributions', table: 'contribution' },
  seen: (siteIds) => ({ siteId: within(siteIds) }),
  fields: {
    ...{ id: uuid(), kind: oneOf(CONTRIBUTION_KINDS), state: oneOf(CONTRIBUTION_STATES), title: words() },
    ...{ prospectId: uuid(), contactId: uuidOrNull(), siteId: uuid(), campaignId: uuidOrNull() },
    ...{ pitchId: uuidOrNull(), mentionId: uuidOrNull(), dueOn: dayOrNull(), recordingAt: timeOrNull() },
    ...{
      handedInOn: dayOrNull(),
      airsOn: dayOrNull(),
      publishedOn: dayOrNull(),
      publishedUrl: wordsOrNull(),
    },
    ...{ text: words(), isPaid: yes(), note: words(), ...written },
  },
}

export const INSIGHT: NounToRead = {
  ...{ title: 'Insight', noun: 'insights', table: 'insight' },
  seen: (siteIds) => ({ siteId: within(siteIds) }),
  fields: {
    ...{ id: uuid(), siteId: uuid(), title: words(), url: words(), publishedOn: dayOrNull() },
    ...{ whatsNew: words(), citedAs: list(), ...written },
  },
}

/** What was approved for a customer. What it says is asked for one by one. */
export const REPORT: NounToRead = {
  ...{ title: 'Report', noun: 'reports', table: 'customerReport' },
  alive: { state: 'approved', site: { deletedAt: null } },
  seen: (siteIds) => ({ siteId: within(siteIds) }),
  fields: {
    ...{ id: uuid(), siteId: uuid(), title: words(), fromDay: day(), toDay: day(), sections: list() },
    ...{ decidedAt: timeOrNull(), createdAt: time() },
  },
}

/** Who is not written to any more. Addresses and domains are kept as hashes, so nobody can say which. */
export const STOP: NounToRead = {
  ...{ title: 'Stop', noun: 'stops', table: 'suppression', hasNoTrash: true },
  // One row for a person, whatever addresses went with them.
  alive: { withPerson: false },
  // One that stands against no person of theirs is of nobody's Site.
  seen: (siteIds) => ({ contact: CONTACT.seen(siteIds) }),
  fields: {
    ...{ id: uuid(), contactId: uuidOrNull(), reason: words(), words: words(), at: time() },
    ...{ liftedAt: timeOrNull(), liftReason: wordsOrNull() },
  },
  beside: {
    schema: { covers: z.enum(STOP_COVERS) },
    columns: ['addressHash', 'domainHash'],
    load: async (_, rows) =>
      rows.map(({ addressHash, domainHash }) => ({
        covers: addressHash ? 'address' : domainHash ? 'domain' : 'person',
      })),
  },
}
