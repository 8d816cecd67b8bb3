import { CAMPAIGN_ROUTES } from '../campaign-routes.ts'
import { checkChannelAddress } from '../channel-address.ts'
import { CHANNEL_KINDS, type ChannelKind } from '../channel-kinds.ts'
import { isTimeZone } from '../local-date.ts'
import { PROSPECT_KINDS } from '../prospect-kinds.ts'
import { contactLinks, customValues } from './book-json.ts'
import { HOUSE } from './house-tables.ts'
import { jsonObject } from './plain-json.ts'
import type { Row } from './table-fields.ts'
import {
  addresses,
  addressOrEmpty,
  derived,
  emptyOrNullAddress,
  flag,
  json,
  key,
  line,
  lineOrNull,
  lines,
  looseRef,
  looseRefOrNull,
  oneOf,
  oneOfOrNull,
  ownId,
  ref,
  refOrNull,
  sinceThen,
  stays,
  text,
  textOrNull,
  time,
  timeOrNull,
  withIdsInside,
} from './table-fields.ts'
import type { WorkspaceTable } from './workspace-table.ts'

const NOUNS = ['prospect', 'contact'] as const
const BY_TRIGGERS = stays('Kept by triggers from what hangs on it')
const trashed = { deletedAt: timeOrNull(), trashId: looseRefOrNull('TrashEntry') }

/** Sites, outlets and people. */
export const BOOK_TABLES = [
  {
    model: 'Site',
    what: 'sites',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      name: line(),
      ownerName: line(),
      domains: lines(),
      brandNames: lines(),
      peopleNames: lines(),
      timeZone: line(100),
      createdAt: time(),
      ...trashed,
    },
    check: ({ timeZone }) => (isTimeZone(String(timeZone)) ? null : 'timeZone is no time zone'),
  },
  {
    model: 'Campaign',
    what: 'campaigns',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      siteId: ref('Site'),
      name: line(),
      route: oneOf(CAMPAIGN_ROUTES),
      story: text(),
      targetUrls: addresses(),
      readFirstAt: sinceThen(timeOrNull(), null),
      createdAt: time(),
      ...trashed,
    },
  },
] as const satisfies WorkspaceTable[]

export const OUTLET_TABLES = [
  {
    model: 'Prospect',
    what: 'prospects',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      kind: oneOf(PROSPECT_KINDS),
      name: line(),
      homepage: addressOrEmpty(),
      outletKey: key(),
      liveOutletKey: derived('It is the key of a prospect that is not in the trash', (row) =>
        row.deletedAt === null ? row.outletKey : null,
      ),
      whyCare: text(),
      note: text(),
      language: lineOrNull(100),
      tags: lines(),
      custom: json(customValues()),
      country: lineOrNull(100),
      guidelines: oneOfOrNull(['seen', 'absent']),
      guidelinesUrl: emptyOrNullAddress(),
      guidelinesNote: text(),
      ownerId: refOrNull('Member'),
      notForUsAt: timeOrNull(),
      notForUsReason: text(),
      createdAt: time(),
      updatedAt: time(),
      lastTouchAt: timeOrNull(),
      followedAt: timeOrNull(),
      feedSearch: lineOrNull(100),
      feedSearchedAt: timeOrNull(),
      mergedIntoId: refOrNull('Prospect'),
      importBatchId: refOrNull('ImportBatch'),
      ...trashed,
      nameKey: BY_TRIGGERS,
      stage: BY_TRIGGERS,
      readingNoteCount: BY_TRIGGERS,
      mentionCount: BY_TRIGGERS,
      linkedCount: BY_TRIGGERS,
      unlinkedCount: BY_TRIGGERS,
      pitchStanding: BY_TRIGGERS,
      contactedAt: BY_TRIGGERS,
      nextTouchOn: BY_TRIGGERS,
      siteIds: BY_TRIGGERS,
      campaignIds: BY_TRIGGERS,
      facets: BY_TRIGGERS,
    },
    // A search on its way is not on its way elsewhere.
    leaving: (row) =>
      row.feedSearch === 'waiting' || row.feedSearch === 'looking' ? { ...row, feedSearch: null } : row,
    unique: [['liveOutletKey']],
    check: mergedIsGone,
  },
  {
    model: 'Contact',
    what: 'contacts',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      name: line(),
      role: line(1_000),
      country: lineOrNull(100),
      timeZone: lineOrNull(100),
      writesAs: oneOf(['company', 'self', 'unknown']),
      note: text(),
      tags: lines(),
      custom: json(customValues()),
      links: json(contactLinks()),
      cardUid: lineOrNull(2_000),
      mergedIntoId: refOrNull('Contact'),
      importBatchId: refOrNull('ImportBatch'),
      createdAt: time(),
      updatedAt: time(),
      ...trashed,
      nameKey: BY_TRIGGERS,
    },
    check: (row) =>
      row.timeZone !== null && !isTimeZone(String(row.timeZone))
        ? 'timeZone is no time zone'
        : mergedIsGone(row),
  },
  {
    model: 'Affiliation',
    what: 'ties between people and outlets',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      prospectId: ref('Prospect'),
      contactId: ref('Contact'),
      role: line(1_000),
      since: timeOrNull(),
      until: timeOrNull(),
    },
    unique: [['prospectId', 'contactId']],
  },
  {
    model: 'Channel',
    what: 'addresses',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      contactId: ref('Contact'),
      kind: oneOf(CHANNEL_KINDS),
      address: line(2_000),
      addressKey: key(2_100),
      bouncedAt: timeOrNull(),
      bounceNote: text(),
      createdAt: time(),
      ...trashed,
    },
    check: ({ kind, address: written }) =>
      checkChannelAddress(kind as ChannelKind, String(written)).ok
        ? null
        : 'address is none of its kind, or none that may be opened',
  },
  {
    model: 'AddressOrigin',
    what: 'origins of addresses',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      channelId: ref('Channel'),
      page: addressOrEmpty(),
      seenOn: time(),
      words: text(),
      noUnsolicited: flag(),
      fitsRole: flag(),
    },
    unique: [['channelId']],
  },
  {
    model: 'OutletAlias',
    what: 'other keys of prospects',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      prospectId: ref('Prospect'),
      key: key(),
      why: oneOf(['merge', 'redirect', 'by-hand']),
      createdAt: time(),
    },
    unique: [['key']],
  },
  {
    model: 'Merge',
    what: 'merges',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      kind: oneOf(NOUNS),
      keptId: looseRef('Prospect or Contact'),
      goneId: looseRef('Prospect or Contact'),
      keptName: line(),
      goneName: line(),
      before: withIdsInside(json(jsonObject())),
      at: time(),
      byId: ref('Member'),
      undoneAt: timeOrNull(),
      undoneById: refOrNull('Member'),
    },
  },
  {
    model: 'NotSame',
    what: 'pairs that are not the same',
    sortedBy: ['kind', 'oneId', 'otherId'],
    fields: {
      workspaceId: HOUSE,
      kind: oneOf(NOUNS),
      oneId: looseRef('Prospect or Contact'),
      otherId: looseRef('Prospect or Contact'),
      byId: ref('Member'),
      at: time(),
    },
    unique: [['kind', 'oneId', 'otherId']],
    arriving: (row) =>
      String(row.oneId) < String(row.otherId) ? row : { ...row, oneId: row.otherId, otherId: row.oneId },
    check: ({ oneId, otherId }) => (String(oneId) < String(otherId) ? null : 'its two ids are out of order'),
  },
  {
    model: 'Vetting',
    what: 'answers about outlets',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      prospectId: ref('Prospect'),
      question: key(100),
      answer: oneOf(['yes', 'no', 'unsure']),
      evidence: text(),
      evidenceUrl: addressOrEmpty(),
      byId: ref('Member'),
      at: time(),
    },
    unique: [['prospectId', 'question']],
  },
  {
    model: 'EarlierVetting',
    what: 'earlier answers about outlets',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      prospectId: ref('Prospect'),
      question: key(100),
      answer: oneOf(['yes', 'no', 'unsure']),
      evidence: text(),
      evidenceUrl: addressOrEmpty(),
      byId: ref('Member'),
      at: time(),
      endedAt: time(),
      ending: oneOf(['changed', 'taken-back']),
    },
  },
  {
    model: 'OutletLook',
    what: 'looks at outlets',
    only: { state: { in: ['done', 'failed'] } },
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      prospectId: ref('Prospect'),
      state: oneOf(['done', 'failed']),
      requestedAt: time(),
      at: timeOrNull(),
      facts: json(jsonObject()),
      failure: textOrNull(),
      tries: stays('Counted while a look is under way, and only then'),
      nextTryAt: stays('Set while a look is under way, and only then'),
    },
    unique: [['prospectId']],
  },
] as const satisfies WorkspaceTable[]

function mergedIsGone({ mergedIntoId, deletedAt }: Row): string | null {
  return mergedIntoId !== null && deletedAt === null ? 'it is merged into another and yet not gone' : null
}
