import type { PitchState } from '#lib/domain/pitch-states.ts'
import { type ProspectStage, stageOf } from '#lib/domain/prospect-stage.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

const live = { deletedAt: null } as const
const sent = { deletedAt: null, sentAt: { not: null } } as const

/**
 * `stageOf` of the domain, said as a filter. prospect-stage.test.ts asks both about the same random prospects, so that
 * they cannot part.
 */
export const stageWhere: Readonly<Record<ProspectStage, Prisma.ProspectWhereInput>> = {
  'not-for-us': { notForUsAt: { not: null } },
  covered: { notForUsAt: null, mentions: { some: live } },
  talking: uncovered({ some: { ...sent, state: 'answered' } }),
  pitched: uncovered({
    none: { ...sent, state: 'answered' },
    some: { ...sent, state: { notIn: ['answered', 'closed'] } },
  }),
  resting: uncovered({ none: { ...sent, state: { not: 'closed' } }, some: sent }),
  read: { ...uncovered({ none: sent }), readingNotes: { some: live } },
  'to-read': { ...uncovered({ none: sent }), readingNotes: { none: live } },
}

/**
 * The stage of each of these prospects, with what it was told from. Asked by their ids: a `_count` inside the list's own
 * query would count through the whole workspace for every page.
 */
export async function standingsOf(
  { workspaceId }: WorkspaceScope,
  prospects: readonly { id: string; notForUsAt: Date | null }[],
): Promise<Map<string, Standing>> {
  const of = { workspaceId, prospectId: { in: prospects.map((prospect) => prospect.id) } }
  const [readings, mentions, pitches] = await Promise.all([
    database().readingNote.groupBy({ by: ['prospectId'], where: { ...of, ...live }, _count: true }),
    database().mention.groupBy({ by: ['prospectId'], where: { ...of, ...live }, _count: true }),
    database().pitch.findMany({
      where: { ...of, ...sent },
      select: { prospectId: true, state: true, sentAt: true },
    }),
  ])
  const readingsOf = new Map(readings.map((row) => [row.prospectId, row._count]))
  const mentionsOf = new Map(mentions.map((row) => [row.prospectId, row._count]))
  const pitchesOf = Map.groupBy(pitches, (pitch) => pitch.prospectId)
  return new Map(
    prospects.map(({ id, notForUsAt }) => {
      const readingNoteCount = readingsOf.get(id) ?? 0
      const mentionCount = mentionsOf.get(id) ?? 0
      const sentTo = (pitchesOf.get(id) ?? []).map((pitch) => ({
        ...pitch,
        state: pitch.state as PitchState,
      }))
      const stage = stageOf({ setAsideAt: notForUsAt, readingNoteCount, mentionCount, pitches: sentTo })
      return [id, { stage, readingNoteCount, mentionCount }]
    }),
  )
}

export type Standing = { stage: ProspectStage; readingNoteCount: number; mentionCount: number }

function uncovered(pitches: Prisma.PitchListRelationFilter): Prisma.ProspectWhereInput {
  return { notForUsAt: null, mentions: { none: live }, pitches }
}
