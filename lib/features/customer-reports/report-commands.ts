import { asDay } from '#lib/domain/calendar-day.ts'
import { OPEN_STATES } from '#lib/domain/customer-reports/report-states.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction, isTaken } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import type { AddReportInput, ChangeReportInput } from './report-schema.ts'

/** Begins a report for a customer. Pressed twice, it is one. @throws NotFound for a Site that is not here */
export async function addReport(scope: WorkspaceScope, input: AddReportInput): Promise<{ reportId: string }> {
  authorize(scope, 'customer-reports.write')
  const { workspaceId, memberId, now } = scope
  const { siteId, title, sections, words, once: onceKey } = input
  const site = await database().site.findFirst({
    where: { workspaceId, id: siteId, deletedAt: null },
    select: { id: true },
  })
  if (!site) throw new NotFound()
  try {
    const { id: reportId } = await database().customerReport.create({
      data: {
        ...{ workspaceId, siteId, title, sections, words, onceKey, state: 'draft' },
        ...{ fromDay: asDay(input.from), toDay: asDay(input.to) },
        ...{ writerId: memberId, editedById: memberId, handIds: [memberId] },
        ...{ createdAt: now, updatedAt: now },
      },
      select: { id: true },
    })
    return { reportId }
  } catch (error) {
    if (!isTaken(error)) throw error
    const first = await database().customerReport.findFirst({
      where: { workspaceId, onceKey },
      select: { id: true },
    })
    if (!first) throw error
    return { reportId: first.id }
  }
}

/**
 * Writes in a report that is a draft, or was given back. Its Site stays.
 *
 * @throws NotFound; Refusal when it is in review or approved, or somebody else has changed it meanwhile
 */
export async function changeReport(scope: WorkspaceScope, input: ChangeReportInput) {
  authorize(scope, 'customer-reports.write')
  const { workspaceId, memberId, now } = scope
  const { reportId, version, title, sections, words } = input
  const isWritten = await inTransaction(async (tx) => {
    const here = { workspaceId, id: reportId }
    const { count } = await tx.customerReport.updateMany({
      where: { ...here, deletedAt: null, state: { in: [...OPEN_STATES] }, version },
      data: {
        ...{ title, sections, words, fromDay: asDay(input.from), toDay: asDay(input.to) },
        ...{ editedById: memberId, updatedAt: now, version: { increment: 1 } },
      },
    })
    // Whoever wrote any of it stays one of its hands, whoever saves it after them.
    if (count > 0)
      await tx.customerReport.updateMany({
        where: { ...here, NOT: { handIds: { has: memberId } } },
        data: { handIds: { push: memberId } },
      })
    return count > 0
  })
  if (isWritten) return
  const report = await database().customerReport.findFirst({
    where: { workspaceId, id: reportId, deletedAt: null },
    select: { state: true },
  })
  if (!report) throw new NotFound()
  if (report.state === 'approved')
    throw new Refusal('It is approved, and says for good what it says.', 'Write a new one.')
  if (report.state === 'in-review')
    throw new Refusal('Somebody is about to read it.', 'Take it back into your hands first.')
  throw new Refusal(
    'Somebody else has changed it meanwhile.',
    'Copy what you wrote, load this page again, and add it there.',
  )
}
