import { CAMPAIGN_ROUTES } from '#lib/domain/campaign-routes.ts'
import { CHANNEL_KINDS } from '#lib/domain/channel-kinds.ts'
import { MENTION_PROVENANCES } from '#lib/domain/mention-provenance.ts'
import { CLOSING_REASONS, PITCH_STATES } from '#lib/domain/pitch-states.ts'
import { PROSPECT_KINDS } from '#lib/domain/prospect-kinds.ts'
import { PROSPECT_STAGES } from '#lib/domain/prospect-stage.ts'
import { TOUCH_KINDS } from '#lib/domain/touch-kinds.ts'
import { MENTION_OUTCOMES } from '../mentions/outcome-groups.ts'
import { WRITES_AS } from '../prospects/contact-schema.ts'
import { outletsOfSites, peopleOfSites } from '../prospects/outlets-of-sites.ts'
import {
  dayOrNull,
  list,
  oneOf,
  oneOfOrNull,
  only,
  record,
  time,
  timeOrNull,
  uuid,
  uuidOrNull,
  whole,
  wholeOrNull,
  words,
  wordsOrNull,
  yes,
} from './api-field.ts'
import type { NounToRead } from './api-noun.ts'
import { STOPS_SCHEMA, stopsOfChannels, stopsOfContacts } from './stops-told.ts'

const within = (siteIds: readonly string[]) => ({ in: [...siteIds] })
const written = { createdAt: time(), updatedAt: time() }

const ofLivingOutlet = { prospect: { deletedAt: null } }
const ofOutletOf = (siteIds: readonly string[]) => ({ prospect: outletsOfSites(siteIds) })

export const SITE: NounToRead = {
  ...{ title: 'Site', noun: 'sites', table: 'site' },
  seen: (siteIds) => ({ id: within(siteIds) }),
  fields: {
    ...{ id: uuid(), name: words(), ownerName: words(), domains: list(), brandNames: list() },
    ...{ peopleNames: list(), timeZone: words(), createdAt: time() },
  },
}

export const CAMPAIGN: NounToRead = {
  ...{ title: 'Campaign', noun: 'campaigns', table: 'campaign' },
  seen: (siteIds) => ({ siteId: within(siteIds) }),
  fields: {
    ...{ id: uuid(), siteId: uuid(), name: words(), route: oneOf(CAMPAIGN_ROUTES), story: words() },
    ...{ targetUrls: list(), createdAt: time() },
  },
}

export const PROSPECT: NounToRead = {
  ...{ title: 'Prospect', noun: 'prospects', table: 'prospect' },
  seen: outletsOfSites,
  fields: {
    ...{ id: uuid(), kind: oneOf(PROSPECT_KINDS), name: words(), homepage: words(), outletKey: words() },
    ...{ stage: oneOf(PROSPECT_STAGES), whyCare: words(), note: words(), language: wordsOrNull() },
    ...{ country: wordsOrNull(), tags: list(), custom: record(), ownerId: uuidOrNull() },
    ...{ guidelines: oneOfOrNull(['seen', 'absent']), guidelinesUrl: wordsOrNull(), guidelinesNote: words() },
    ...{ notForUsAt: timeOrNull(), notForUsReason: words(), lastTouchAt: timeOrNull() },
    ...{ contactedAt: timeOrNull(), nextTouchOn: dayOrNull(), mentionCount: whole(), linkedCount: whole() },
    ...written,
  },
}

export const CONTACT: NounToRead = {
  ...{ title: 'Contact', noun: 'contacts', table: 'contact' },
  seen: peopleOfSites,
  fields: {
    ...{ id: uuid(), name: words(), role: words(), country: wordsOrNull(), timeZone: wordsOrNull() },
    ...{ writesAs: oneOf(WRITES_AS), note: words(), tags: list(), custom: record(), ...written },
  },
  beside: { schema: STOPS_SCHEMA, load: stopsOfContacts },
}

export const CHANNEL: NounToRead = {
  ...{ title: 'Channel', noun: 'contacts', table: 'channel' },
  alive: { contact: { deletedAt: null } },
  seen: (siteIds) => ({ contact: CONTACT.seen(siteIds) }),
  fields: {
    ...{ id: uuid(), contactId: uuid(), kind: oneOf(CHANNEL_KINDS), address: words() },
    ...{ bouncedAt: timeOrNull(), bounceNote: words(), createdAt: time() },
  },
  beside: { schema: STOPS_SCHEMA, columns: ['addressKey'], load: stopsOfChannels },
}

export const TOUCH: NounToRead = {
  ...{ title: 'Touch', noun: 'touches', table: 'touch', alive: ofLivingOutlet, seen: ofOutletOf },
  fields: {
    ...{ id: uuid(), prospectId: uuid(), contactId: uuidOrNull(), kind: oneOf(TOUCH_KINDS), note: words() },
    ...{ url: words(), at: time(), authorId: uuid() },
  },
}

export const PITCH: NounToRead = {
  ...{ title: 'Pitch', noun: 'pitches', table: 'pitch' },
  seen: (siteIds) => ({ campaign: { siteId: within(siteIds) } }),
  fields: {
    ...{ id: uuid(), campaignId: uuid(), prospectId: uuid(), contactId: uuid(), readingNoteId: uuidOrNull() },
    ...{ state: oneOf(PITCH_STATES), subject: words(), body: words(), revision: whole(), writerId: uuid() },
    ...{ sentAt: timeOrNull(), sentVia: wordsOrNull(), answeredAt: timeOrNull(), closedAt: timeOrNull() },
    ...{ closedReason: oneOfOrNull(CLOSING_REASONS), lastMessageAt: timeOrNull(), ...written },
  },
}

export const MESSAGE: NounToRead = {
  ...{ title: 'Message', noun: 'pitches', table: 'message', hasNoTrash: true },
  alive: { pitch: { deletedAt: null } },
  seen: (siteIds) => ({ pitch: PITCH.seen(siteIds) }),
  fields: {
    ...{ id: uuid(), pitchId: uuid(), contactId: uuid(), direction: oneOf(['out', 'in']), purpose: words() },
    ...{ via: words(), subject: words(), body: words(), at: time(), authorId: uuid() },
  },
}

/** Whom we pitched, and our notes, are the house's; a customer who may look sees the page and what was found there. */
export const MENTION: NounToRead = {
  ...{ title: 'Mention', noun: 'mentions', table: 'mention' },
  seen: (siteIds) => ({ siteId: within(siteIds) }),
  fields: {
    ...{ id: uuid(), siteId: uuid(), prospectId: only('prospects.read', uuidOrNull()) },
    ...{ campaignId: only('campaigns.read', uuidOrNull()), pitchId: only('pitches.read', uuidOrNull()) },
    ...{ sampleId: only('samples.read', uuidOrNull()), url: words(), targetUrl: wordsOrNull() },
    ...{ provenance: oneOf(MENTION_PROVENANCES), aboutUs: yes(), note: only('prospects.read', words()) },
    ...{ outcome: oneOf(MENTION_OUTCOMES), outcomeAt: timeOrNull(), everLinked: yes(), lookCount: whole() },
    ...{ lastLookAt: timeOrNull(), publishedOn: dayOrNull(), ...written },
  },
}

/** A look, with what its verdict says in plain words. */
export const LOOK: NounToRead = {
  ...{ title: 'Look', noun: 'mentions', table: 'linkCheck', hasNoTrash: true },
  alive: { mention: { deletedAt: null } },
  seen: (siteIds) => ({ mention: MENTION.seen(siteIds) }),
  fields: {
    ...{ id: uuid(), mentionId: uuid(), number: whole(), kind: words(), at: time(), verdict: words() },
    ...{ sentence: words(), note: words(), finalUrl: wordsOrNull(), httpStatus: wholeOrNull() },
    ...{ linkHtml: wordsOrNull(), hash: wordsOrNull() },
  },
}
