import type { Happening } from '#lib/domain/notifications/happenings.ts'
import { database } from '#lib/server/database.ts'
import type { Stretch } from './happenings-queries.ts'

/** Of each sort at most. */
const MOST = 500

/** Letters and reports that wait for somebody's eyes, and those that came back from them. */
export async function reviewHappenings(stretch: Stretch): Promise<Happening[]> {
  return (await Promise.all([letters(stretch), reports(stretch)])).flat()
}

async function letters({ workspaceId, from, to }: Stretch): Promise<Happening[]> {
  const pitches = await database().pitch.findMany({
    where: {
      ...{ workspaceId, deletedAt: null, state: { in: ['in-review', 'ready', 'draft'] } },
      updatedAt: { gte: from, lte: to },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: {
      ...{ id: true, state: true, writerId: true, passedById: true, passedAt: true, updatedAt: true },
      remarks: { orderBy: { at: 'desc' }, take: 1, select: { id: true, byId: true } },
    },
  })
  return pitches.flatMap(({ id, state, writerId, passedById, passedAt, updatedAt, remarks }): Happening[] => {
    const whose = { thingId: id, byMembers: [writerId], siteId: null }
    const toWriter = { ...whose, toMembers: [writerId] }
    const remark = remarks[0]
    if (state === 'in-review') {
      // Its text stands still meanwhile, so the row's last change is since when it waits.
      const key = `pitch-review ${id} ${updatedAt.toISOString()}`
      return [{ ...whose, what: 'pitch-review', key, toMembers: null }]
    }
    if (state === 'ready' && passedAt && passedById !== writerId)
      return [{ ...toWriter, what: 'pitch-passed', key: `passed ${id} ${passedAt.toISOString()}` }]
    if (state === 'draft' && remark && remark.byId !== writerId)
      return [{ ...toWriter, what: 'pitch-remarks', key: `remarks ${id} ${remark.id}` }]
    return []
  })
}

async function reports({ workspaceId, from, to }: Stretch): Promise<Happening[]> {
  const within = { gte: from, lte: to }
  const states = ['in-review', 'given-back', 'approved'] as const
  const found = await Promise.all(
    states.map((state) =>
      database().customerReport.findMany({
        where: {
          ...{ workspaceId, deletedAt: null, state },
          ...(state === 'in-review' ? { askedAt: within } : { decidedAt: within }),
        },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: MOST,
        select: {
          ...{ id: true, state: true, siteId: true, writerId: true, editedById: true, decidedById: true },
          ...{ askedAt: true, decidedAt: true },
        },
      }),
    ),
  )
  return found.flat().map((report) => {
    const { id, state, siteId, writerId, editedById, decidedById } = report
    const whose = { thingId: id, siteId, byMembers: [writerId, editedById] }
    const decided = report.decidedAt?.toISOString()
    const toWriter = { ...whose, toMembers: decidedById === writerId ? [] : [writerId] }
    if (state === 'approved') return { ...toWriter, what: 'report-approved', key: `approved ${id}` }
    if (state === 'given-back') return { ...toWriter, what: 'report-back', key: `back ${id} ${decided}` }
    const key = `report-review ${id} ${report.askedAt?.toISOString()}`
    return { ...whose, what: 'report-review', key, toMembers: null }
  })
}
