import { CURRENCIES } from '../samples/sample-money.ts'
import { SAMPLE_STATES } from '../samples/sample-states.ts'
import { HOUSE } from './house-tables.ts'
import {
  addressOrNull,
  flag,
  line,
  looseRefOrNull,
  oneOf,
  ownId,
  type Row,
  ref,
  refOrNull,
  text,
  textOrNull,
  time,
  timeOrNull,
  wholeOrNull,
} from './table-fields.ts'
import type { WorkspaceTable } from './workspace-table.ts'

const trashed = { deletedAt: timeOrNull(), trashId: looseRefOrNull('TrashEntry') }
const MOST_IN_STOCK = 10_000_000

/** What was given away, to whom, and with which words. */
export const SAMPLE_TABLES = [
  {
    model: 'SampleItem',
    what: 'items to give away',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      siteId: ref('Site'),
      name: line(),
      pageUrl: addressOrNull(),
      costMinor: wholeOrNull(),
      currency: oneOf(['', ...CURRENCIES]),
      stock: wholeOrNull(-MOST_IN_STOCK, MOST_IN_STOCK),
      createdAt: time(),
      updatedAt: time(),
      ...trashed,
    },
    check: (row) => (row.costMinor !== null && row.currency === '' ? 'cost is in no currency' : null),
  },
  {
    model: 'Sample',
    what: 'samples',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      itemId: ref('SampleItem'),
      prospectId: ref('Prospect'),
      contactId: refOrNull('Contact'),
      campaignId: refOrNull('Campaign'),
      pitchId: refOrNull('Pitch'),
      state: oneOf(SAMPLE_STATES),
      words: text(),
      saidOtherwise: flag(),
      overruleReason: textOrNull(),
      carrier: line(),
      trackingNumber: line(),
      costMinor: wholeOrNull(),
      shippingMinor: wholeOrNull(),
      currency: oneOf(['', ...CURRENCIES]),
      counted: flag(),
      offeredAt: time(),
      acceptedAt: timeOrNull(),
      sentAt: timeOrNull(),
      arrivedAt: timeOrNull(),
      endedAt: timeOrNull(),
      askedAt: timeOrNull(),
      offeredById: ref('Member'),
      updatedAt: time(),
      ...trashed,
    },
    check: inOrder,
  },
] as const satisfies WorkspaceTable[]

/** What no command writes comes in by no file either. */
function inOrder(row: Row): string | null {
  if (row.counted === true && row.sentAt === null) return 'counted is true of what has not gone out'
  const hasCost = row.costMinor !== null || row.shippingMinor !== null
  return hasCost && row.currency === '' ? 'cost is in no currency' : null
}
