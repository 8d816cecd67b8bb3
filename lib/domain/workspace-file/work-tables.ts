import { z } from 'zod'
import { CONTRIBUTION_KINDS } from '../contributions/contribution-kinds.ts'
import { CONTRIBUTION_STATES } from '../contributions/contribution-states.ts'
import { fitSchema } from '../contributions/fit.ts'
import { isTimeZone } from '../local-date.ts'
import { HOUSE } from './house-tables.ts'
import { plainText } from './plain-json.ts'
import {
  address,
  addresses,
  addressOrNull,
  day,
  dayOrNull,
  derived,
  flag,
  json,
  key,
  line,
  lineOrNull,
  lines,
  looseRefOrNull,
  oneOf,
  ownId,
  type Row,
  ref,
  refOrNull,
  stays,
  text,
  time,
  timeOrNull,
  whole,
  withIdsInside,
} from './table-fields.ts'
import type { WorkspaceTable } from './workspace-table.ts'

const MOST_STORIES = 3
const LONGEST_STORY = 2_000
const trashed = { deletedAt: timeOrNull(), trashId: looseRefOrNull('TrashEntry') }

/** Work with outlets, and what was published for others to cite. */
export const WORK_TABLES = [
  {
    model: 'Contribution',
    what: 'work with outlets',
    check: outSomewhereAndInAZone,
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      kind: oneOf(CONTRIBUTION_KINDS),
      state: oneOf(CONTRIBUTION_STATES),
      title: line(),
      prospectId: ref('Prospect'),
      contactId: refOrNull('Contact'),
      siteId: ref('Site'),
      campaignId: refOrNull('Campaign'),
      pitchId: refOrNull('Pitch'),
      ownerId: ref('Member'),
      dueOn: dayOrNull(),
      recordingAt: timeOrNull(),
      recordingZone: lineOrNull(60),
      handedInOn: dayOrNull(),
      airsOn: dayOrNull(),
      publishedOn: dayOrNull(),
      publishedUrl: addressOrNull(),
      nextOn: day(),
      text: text(),
      revision: whole(1),
      bylineUrls: addresses(),
      wishUrl: addressOrNull(),
      isPaid: flag(),
      paidNote: line(),
      fit: json(fitSchema),
      hosts: line(),
      asked: text(),
      heard: text(),
      facts: text(),
      stories: {
        ...lines(),
        schema: z.array(plainText(LONGEST_STORY), 'is no list').max(MOST_STORIES, 'is too long a list'),
      },
      note: text(),
      notIt: withIdsInside(lines()),
      mentionId: refOrNull('Mention'),
      createdAt: time(),
      updatedAt: time(),
      ...trashed,
    },
  },
  {
    model: 'ContributionText',
    what: 'earlier texts given to outlets',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      contributionId: ref('Contribution'),
      number: whole(1),
      text: text(),
      savedById: ref('Member'),
      savedAt: time(),
    },
    unique: [['contributionId', 'number']],
  },
  {
    model: 'Insight',
    what: 'insights',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      siteId: ref('Site'),
      title: line(),
      url: address(),
      urlKey: key(),
      liveUrlKey: derived('It is the key of an insight that is not in the trash', (row) =>
        row.deletedAt === null ? row.urlKey : null,
      ),
      publishedOn: dayOrNull(),
      whatsNew: text(),
      citedAs: lines(),
      searchedAt: stays('When looks were last gone through on this installation', null),
      searchedTo: timeOrNull(),
      recordedById: ref('Member'),
      createdAt: time(),
      updatedAt: time(),
      ...trashed,
    },
    unique: [['siteId', 'liveUrlKey']],
  },
  {
    model: 'InsightMention',
    what: 'what cites insights',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      insightId: ref('Insight'),
      mentionId: ref('Mention'),
      state: oneOf(['cites', 'not']),
      how: oneOf(['link', 'words', 'person']),
      found: text(),
      byId: refOrNull('Member'),
      at: time(),
    },
    unique: [['insightId', 'mentionId']],
  },
] as const satisfies WorkspaceTable[]

function outSomewhereAndInAZone({ state, publishedUrl, recordingAt, recordingZone }: Row): string | null {
  if (state === 'published' && publishedUrl === null) return 'it has come out, and nowhere'
  if ((recordingAt === null) !== (recordingZone === null)) return 'its recording has a time without a zone'
  return recordingZone === null || isTimeZone(String(recordingZone))
    ? null
    : 'its recording is in no known zone'
}
