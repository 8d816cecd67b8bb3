import type { PitchState } from '#lib/domain/pitch-states.ts'
import { type ProspectStage, stageOf } from '#lib/domain/prospect-stage.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'

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

/** What a query selects so that `stageOfRow` can tell the stage. */
export const stageFacts = {
  notForUsAt: true,
  pitches: { where: sent, select: { state: true, sentAt: true } },
  _count: { select: { readingNotes: { where: live }, mentions: { where: live } } },
} as const satisfies Prisma.ProspectSelect

type StageRow = {
  notForUsAt: Date | null
  pitches: readonly { state: string; sentAt: Date | null }[]
  _count: { readingNotes: number; mentions: number }
}

export function stageOfRow({ notForUsAt, pitches, _count }: StageRow): ProspectStage {
  return stageOf({
    setAsideAt: notForUsAt,
    readingNoteCount: _count.readingNotes,
    mentionCount: _count.mentions,
    pitches: pitches.map(({ state, sentAt }) => ({ state: state as PitchState, sentAt })),
  })
}

function uncovered(pitches: Prisma.PitchListRelationFilter): Prisma.ProspectWhereInput {
  return { notForUsAt: null, mentions: { none: live }, pitches }
}
