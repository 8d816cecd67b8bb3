import { reportContent } from '../customer-reports/report-content.ts'
import { REPORT_STATES } from '../customer-reports/report-states.ts'
import { HOUSE } from './house-tables.ts'
import { jsonObject } from './plain-json.ts'
import type { Row } from './table-fields.ts'
import {
  day,
  jsonOrNull,
  key,
  line,
  lines,
  looseRefOrNull,
  oneOf,
  ownId,
  ref,
  refOrNull,
  sinceThen,
  text,
  time,
  timeOrNull,
  whole,
  withIdsInside,
} from './table-fields.ts'
import type { WorkspaceTable } from './workspace-table.ts'

/** What customers were told. The links to it stay: one that travelled would open two doors. */
export const REPORT_TABLES = [
  {
    model: 'CustomerReport',
    what: 'reports for customers',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      siteId: ref('Site'),
      title: line(),
      fromDay: day(),
      toDay: day(),
      sections: lines(),
      words: text(),
      state: oneOf(REPORT_STATES),
      version: whole(1),
      writerId: ref('Member'),
      editedById: ref('Member'),
      handIds: sinceThen(withIdsInside(lines()), []),
      askedById: refOrNull('Member'),
      askedAt: timeOrNull(),
      decidedById: refOrNull('Member'),
      decidedAt: timeOrNull(),
      remark: text(),
      waitingReason: text(),
      snapshot: withIdsInside(jsonOrNull(keptReport())),
      onceKey: key(),
      createdAt: time(),
      updatedAt: time(),
      deletedAt: timeOrNull(),
      trashId: looseRefOrNull('TrashEntry'),
    },
    unique: [['onceKey']],
    check: saysWhatItIs,
  },
] as const satisfies WorkspaceTable[]

function keptReport() {
  return jsonObject().refine((kept) => reportContent.safeParse(kept).success, { error: 'is no report' })
}

function saysWhatItIs({ state, snapshot, decidedAt, decidedById, fromDay, toDay }: Row): string | null {
  if (String(fromDay) > String(toDay)) return 'it ends before it begins'
  if ((state === 'approved') !== (snapshot !== null))
    return 'it is approved without saying what, or says it too soon'
  return state === 'approved' && (decidedAt === null || decidedById === null) ? 'nobody approved it' : null
}
