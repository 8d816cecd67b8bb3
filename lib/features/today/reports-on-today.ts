import { mayApproveReport } from '#lib/domain/roles.ts'
import { writeDay } from '#lib/domain/written-dates.ts'
import { database } from '#lib/server/database.ts'
import { readerLanguage } from '#lib/server/reader-language.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { type NarrowList, onlyThese } from '../narrow-list.ts'
import type { TodayItem } from './today-kinds.ts'

const SHOWN = 25

/** Reports for customers that wait to be read before they go out, the longest waiting first. What one wrote is left to others by those who may not approve their own. */
export async function reportsToReview(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  authorizeToSee(scope, 'reports.approve')
  const { workspaceId, memberId, role, grants } = scope
  const reports = await database().customerReport.findMany({
    where: {
      ...{
        workspaceId,
        deletedAt: null,
        state: 'in-review',
        site: { deletedAt: null },
        ...onlyThese(narrow),
      },
      ...(mayApproveReport(role, { isOwn: true }, grants)
        ? {}
        : { writerId: { not: memberId }, NOT: { handIds: { has: memberId } } }),
    },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: narrow.take ?? SHOWN,
    select: {
      ...{ id: true, title: true, fromDay: true, toDay: true, askedAt: true },
      ...{ site: { select: { name: true } }, askedBy: { select: { name: true } } },
    },
  })
  return reports.map(({ id, title, fromDay, toDay, askedAt, site, askedBy }) => {
    const path = `/customer-reports/${id}`
    return {
      ...{ id, path, who: title, of: site.name, mark: askedAt?.toISOString() ?? '' },
      ...(askedBy ? { note: `asked by ${askedBy.name}` } : {}),
      ...(askedAt ? { when: { words: 'waiting since', at: askedAt } } : {}),
      line: `${day(fromDay)} to ${day(toDay)}. It goes out once somebody has read it.`,
      step: { does: 'go', label: 'Review', path, isNext: true },
    }
  })
}

function day(date: Date): string {
  return writeDay(date, 'long', readerLanguage())
}
