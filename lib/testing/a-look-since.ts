import type { VerdictKind } from '#lib/domain/link-check/link-verdict.ts'
import { isLinkedOutcome } from '#lib/domain/link-check/review-rule.ts'
import { overruleOutcome } from '#lib/features/mentions/decision-commands.ts'
import type { OverruleInput } from '#lib/features/mentions/review-schema.ts'
import { writeLook } from '#lib/features/mentions/write-look.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aLook } from './a-look.ts'

/** A look at a mention's page that comes to this, as the fetcher writes it down. */
export async function aLookAt(scope: WorkspaceScope, mentionId: string, verdict: VerdictKind) {
  const { workspaceId } = scope
  const { url } = await database().mention.findFirstOrThrow({ where: { workspaceId, id: mentionId } })
  const facts = { linked: isLinkedOutcome(verdict) }
  await inTransaction((tx) => writeLook(tx, workspaceId, mentionId, aLook(scope, url, { verdict, facts })))
}

/** Somebody here says otherwise than the looks. */
export async function overruled(scope: WorkspaceScope, mentionId: string, outcome: string) {
  const { lookCount: lookNumber, reviewSince } = await database().mention.findFirstOrThrow({
    where: { workspaceId: scope.workspaceId, id: mentionId },
  })
  const reason = 'Their editor told us so.'
  await overruleOutcome(scope, { mentionId, lookNumber, reviewSince, outcome, reason } as OverruleInput)
}
