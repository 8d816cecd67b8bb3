import { z } from 'zod'
import { CONDITION_KINDS } from '../requests/condition-kinds.ts'
import { FACT_KINDS } from '../requests/fact-kinds.ts'
import { ANSWER_WAYS, REQUEST_ENDINGS, REQUEST_STATES } from '../requests/request-states.ts'
import { HOUSE } from './house-tables.ts'
import { plainText } from './plain-json.ts'
import {
  addressOrEmpty,
  dayOrNull,
  derived,
  json,
  key,
  line,
  lineOrNull,
  lines,
  looseRefOrNull,
  oneOf,
  oneOfOrNull,
  ownId,
  type Row,
  ref,
  refOrNull,
  text,
  textOrNull,
  time,
  timeOrNull,
  whole,
} from './table-fields.ts'
import type { WorkspaceTable } from './workspace-table.ts'

const conditions = z
  .array(z.object({ kind: z.enum(CONDITION_KINDS), words: plainText(500) }), 'is no list of conditions')
  .max(50, 'is too long a list')

/** Fact sheets, what journalists asked for, and what was answered. */
export const REQUEST_TABLES = [
  {
    model: 'SiteFact',
    what: 'lines of fact sheets',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      siteId: ref('Site'),
      kind: oneOf(FACT_KINDS),
      title: line(),
      text: text(),
      person: line(),
      source: line(),
      sourceUrl: addressOrEmpty(),
      saidOn: dayOrNull(),
      createdAt: time(),
      updatedAt: time(),
      deletedAt: timeOrNull(),
    },
  },
  {
    model: 'RequestDigest',
    what: 'digests of requests',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      textHash: key(64),
      text: text(400_000),
      subject: line(),
      fromName: line(),
      fromAddress: line(),
      sentAt: time(),
      takenById: ref('Member'),
      createdAt: time(),
      keptAt: timeOrNull(),
    },
    unique: [['textHash']],
  },
  {
    model: 'Request',
    what: 'requests of journalists',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      digestId: refOrNull('RequestDigest'),
      textHash: key(64),
      liveTextKey: derived('It is the key of a request that is not in the trash', (row) =>
        row.deletedAt === null ? row.textHash : null,
      ),
      text: text(400_000),
      outlet: line(),
      journalist: line(),
      replyTo: line(),
      topic: line(),
      question: text(),
      conditions: json(conditions),
      deadlineWords: line(),
      deadlineAt: timeOrNull(),
      deadlineZone: lineOrNull(60),
      deadlineDoubts: lines(20),
      siteId: refOrNull('Site'),
      prospectId: refOrNull('Prospect'),
      contactId: refOrNull('Contact'),
      state: oneOf(REQUEST_STATES),
      subject: line(2_000),
      body: text(),
      revision: whole(1),
      writerId: refOrNull('Member'),
      overruleReason: textOrNull(),
      overruledRules: lines(),
      sentAt: timeOrNull(),
      sentVia: oneOfOrNull([...ANSWER_WAYS, 'elsewhere']),
      sentById: refOrNull('Member'),
      mentionId: refOrNull('Mention'),
      closedAt: timeOrNull(),
      closedReason: oneOfOrNull(REQUEST_ENDINGS),
      searchText: line(1_000),
      createdAt: time(),
      updatedAt: time(),
      deletedAt: timeOrNull(),
      trashId: looseRefOrNull('TrashEntry'),
    },
    unique: [['liveTextKey']],
    check: standsAsItSays,
  },
  {
    model: 'RequestTick',
    what: 'words on conditions',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      requestId: ref('Request'),
      conditionHash: key(64),
      answer: oneOf(['met', 'unmet']),
      factId: refOrNull('SiteFact'),
      evidence: text(),
      byId: ref('Member'),
      at: time(),
    },
    unique: [['requestId', 'conditionHash']],
  },
] as const satisfies WorkspaceTable[]

/** What the database refuses is told with its line. */
function standsAsItSays({ state, closedReason, sentAt, sentVia, sentById }: Row): string | null {
  if ((state === 'closed') !== (closedReason !== null)) return 'it is closed for no reason, or open for one'
  const told = [sentAt, sentVia, sentById].filter((each) => each !== null).length
  return told === 0 || told === 3 ? null : 'it was sent at no time, no way or by nobody'
}
