import { ASK_WITHIN_DAYS, type AskFacts, type AskStanding, askStanding } from '#lib/domain/link-ask.ts'
import { addDays, type LocalDate, localDateOf } from '#lib/domain/local-date.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { type NarrowList, onlyThese } from '../narrow-list.ts'
import { mentionsWithNobodyToAsk } from './nobody-to-ask-queries.ts'
import { owedBeforeAsking } from './owed-before-queries.ts'

/** Few are open at a time: each was written by a person and closes within weeks. */
const ASKS_LOOKED_THROUGH = 50

type Asked = {
  id: string
  url: string
  outcome: string
  publishedOn: Date | null
  askState: string
  askedAt: Date | null
  prospectId: string | null
  pitchId: string | null
}

/** Whether the one polite ask is open for this mention, and how it stands where it was made. */
export async function getAskStanding(scope: WorkspaceScope, mention: Asked): Promise<AskStanding> {
  authorizeToSee(scope, 'prospects.read')
  if (mention.askState !== 'none') return standingOf(scope, mention)
  const [nobody, owed] = await Promise.all([
    mentionsWithNobodyToAsk(scope, [mention]),
    owedBeforeAsking(scope, [mention]),
  ])
  return standingOf(scope, mention, {
    isStopped: nobody.has(mention.id),
    promiseOverdue: owed.get(mention.id) ?? null,
  })
}

/** Asks whose answer is plain by now and that nobody has closed, oldest first. */
export async function listAsksToClose(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'prospects.read')
  const asked = await database().mention.findMany({
    where: { workspaceId: scope.workspaceId, askState: 'asked', deletedAt: null, ...onlyThese(narrow) },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: Math.max(narrow.take ?? 0, ASKS_LOOKED_THROUGH),
    select: pageToAskAbout,
  })
  return asked.flatMap((mention) => {
    const { suggests } = standingOf(scope, mention)
    return suggests ? [{ ...mention, suggests }] : []
  })
}

/** Mentions without a link that one may still ask about, and whom we owe nothing first; the one whose last day comes first at the top. */
export async function listAsksOpen(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'prospects.read')
  const firstDay = addDays(localDateOf(scope.now, scope.timeZone), -ASK_WITHIN_DAYS)
  const mentions = await database().mention.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      askState: 'none',
      outcome: 'mentioned-unlinked',
      publishedOn: { gte: new Date(`${firstDay}T00:00:00Z`) },
      ...onlyThese(narrow),
    },
    orderBy: [{ publishedOn: 'asc' }, { id: 'asc' }],
    take: Math.max(narrow.take ?? 0, ASKS_LOOKED_THROUGH),
    select: pageToAskAbout,
  })
  const [nobody, owed] = await Promise.all([
    mentionsWithNobodyToAsk(scope, mentions),
    owedBeforeAsking(scope, mentions),
  ])
  return mentions.flatMap((mention) => {
    const { kind, lastDay } = standingOf(scope, mention, {
      isStopped: nobody.has(mention.id),
      promiseOverdue: owed.get(mention.id) ?? null,
    })
    return kind === 'open' && lastDay !== null ? [{ ...mention, lastDay }] : []
  })
}

const pageToAskAbout = {
  id: true,
  url: true,
  outcome: true,
  publishedOn: true,
  askState: true,
  askedAt: true,
  prospectId: true,
  pitchId: true,
  prospect: { select: { name: true } },
} satisfies Prisma.MentionSelect

function standingOf(
  { now, timeZone }: WorkspaceScope,
  mention: Asked,
  inTheWay: Pick<AskFacts, 'isStopped' | 'promiseOverdue'> = { isStopped: false, promiseOverdue: null },
): AskStanding {
  return askStanding({
    outcome: mention.outcome,
    publishedOn: mention.publishedOn && dayOf(mention.publishedOn),
    today: localDateOf(now, timeZone),
    askState: mention.askState as AskFacts['askState'],
    askedOn: mention.askedAt && localDateOf(mention.askedAt, timeZone),
    ...inTheWay,
  })
}

/** A date of the database: midnight, UTC. */
function dayOf(date: Date): LocalDate {
  return date.toISOString().slice(0, 10)
}
