import type { VerdictKind } from '#lib/domain/link-check/link-verdict.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import type { CheckRunList } from './check-run-list.ts'
import { MENTION_OUTCOMES, OUTCOME_GROUPS, type OutcomeGroup, outcomesOf } from './outcome-groups.ts'

const RUNS_PER_PAGE = 25
const RESULTS_PER_PAGE = 50

/** The check that is under way, or null: a workspace has one at a time. */
export async function findRunningCheckRun(scope: WorkspaceScope) {
  authorizeToSee(scope, 'checks.read')
  return database().checkRun.findFirst({
    where: { workspaceId: scope.workspaceId, state: 'running' },
    select: { id: true, words: true },
  })
}

/** Checks of many mentions, newest first, with how far each came. `next` is where the following page begins. */
export async function listCheckRuns(scope: WorkspaceScope, after: string | null = null) {
  authorizeToSee(scope, 'checks.read')
  const { workspaceId } = scope
  const found = await database().checkRun.findMany({
    where: { workspaceId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: RUNS_PER_PAGE + 1,
    ...(after ? { cursor: { workspaceId_id: { workspaceId, id: after } }, skip: 1 } : {}),
    include: { askedBy: { select: { name: true } } },
  })
  const runs = found.slice(0, RUNS_PER_PAGE)
  const done = await database().checkRunItem.groupBy({
    by: ['runId'],
    where: { workspaceId, runId: { in: runs.map(({ id }) => id) }, state: 'done' },
    _count: true,
  })
  const doneOf = new Map(done.map((row) => [row.runId, row._count]))
  return {
    runs: runs.map((run) => ({ ...run, done: doneOf.get(run.id) ?? 0 })),
    next: found.length > RUNS_PER_PAGE ? (runs.at(-1)?.id ?? null) : null,
  }
}

/** How far a check has come, and what came of it: counted apart, never summed. @throws NotFound */
export async function getCheckRun(scope: WorkspaceScope, runId: string) {
  authorizeToSee(scope, 'checks.read')
  const { workspaceId } = scope
  const run = await database().checkRun.findFirst({
    where: { workspaceId, id: runId },
    include: { askedBy: { select: { name: true } } },
  })
  if (!run) throw new NotFound()
  const [byState, notAskedFor, byVerdict, changed] = await Promise.all([
    database().checkRunItem.groupBy({ by: ['state'], where: { workspaceId, runId }, _count: true }),
    database().checkRunItem.count({
      where: { workspaceId, runId, state: 'waiting', mention: { lookState: 'idle' } },
    }),
    database().linkCheck.groupBy({ by: ['verdict'], where: { workspaceId, runId }, _count: true }),
    database().linkCheck.count({ where: { workspaceId, runId, NOT: { changes: { equals: [] } } } }),
  ])
  const inState = (state: string) => byState.find((row) => row.state === state)?._count ?? 0
  const ofGroup = (group: OutcomeGroup) =>
    byVerdict.reduce((sum, row) => sum + (verdictsOf(group).includes(row.verdict) ? row._count : 0), 0)
  return {
    ...run,
    counts: { waiting: inState('waiting'), done: inState('done'), leftOut: inState('left-out'), notAskedFor },
    came: Object.fromEntries(OUTCOME_GROUPS.map((group) => [group, ofGroup(group)])) as Record<
      OutcomeGroup,
      number
    >,
    changed,
  }
}

export type CheckRunStanding = Awaited<ReturnType<typeof getCheckRun>>

type Result = {
  lookId: string
  at: Date
  verdict: VerdictKind
  sentence: string
  changes: { kind: string; words: string }[]
  mentionId: string
  url: string
  provenance: string
  isInTrash: boolean
}

/**
 * What the looks of a check saw, those first that found something changed, then the newest. SQL, because Prisma cannot
 * sort by whether a list is empty. `next` is where the following page begins.
 */
export async function listCheckRunResults(
  scope: WorkspaceScope,
  runId: string,
  list: Partial<CheckRunList> = {},
) {
  authorizeToSee(scope, 'checks.read')
  const { show = null, after = null } = list
  const verdicts = show === null || show === 'changed' ? verdictsOf(null) : verdictsOf(show)
  const found = await workspaceSql<Result>(database(), scope)`
    SELECT "look"."id" AS "lookId", "look"."at", "look"."verdict", "look"."sentence", "look"."changes",
           "mention"."id" AS "mentionId", "mention"."url", "mention"."provenance",
           "mention"."deletedAt" IS NOT NULL AS "isInTrash"
      FROM "LinkCheck" AS "look"
      JOIN "Mention" AS "mention"
        ON "mention"."workspaceId" = "look"."workspaceId" AND "mention"."id" = "look"."mentionId"
     WHERE "look"."workspaceId" = ${WORKSPACE} AND "look"."runId" = ${runId}
       AND "look"."verdict" = ANY (${verdicts})
       AND (NOT ${show === 'changed'} OR "look"."changes" <> '[]')
       AND (${after === null}
            OR ("look"."changes" = '[]') > ${after?.isChanged === false}
            OR (("look"."changes" = '[]') = ${after?.isChanged === false} AND "look"."id" < ${after?.lookId ?? ''}))
     ORDER BY "look"."changes" = '[]', "look"."id" DESC
     LIMIT ${RESULTS_PER_PAGE + 1}`
  const results = found.slice(0, RESULTS_PER_PAGE)
  const last = found.length > RESULTS_PER_PAGE ? results.at(-1) : undefined
  return { results, next: last ? { lookId: last.lookId, isChanged: last.changes.length > 0 } : null }
}

function verdictsOf(group: OutcomeGroup | null): string[] {
  return group === null ? [...MENTION_OUTCOMES] : outcomesOf(group)
}
