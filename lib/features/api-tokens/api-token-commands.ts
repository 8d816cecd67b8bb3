import { actionOf, isApiScope } from '#lib/domain/api/api-scopes.ts'
import { TOKEN_BEGINS, tokenPrefix } from '#lib/domain/api/token-life.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { can } from '#lib/domain/roles.ts'
import { inTransaction } from '#lib/server/database.ts'
import { hashSecretToken, makeSecretToken } from '#lib/server/secret-tokens.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { listSites } from '../sites/site-queries.ts'
import { lockWorkspace } from '../workspaces/member-locks.ts'
import { type MakeTokenInput, TOKENS_MAX } from './api-token-schema.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * A token for a program of one's own. It is in the answer and nowhere else: only its hash is kept.
 *
 * @throws Refusal for more than the person may, for Sites they do not see, or where there are too many tokens already
 */
export async function makeApiToken(
  scope: WorkspaceScope,
  { name, days, scopes, siteIds }: MakeTokenInput,
): Promise<{ tokenId: string; token: string }> {
  authorize(scope, 'tokens.make')
  if (scope.userId === null) throw new Refusal('Only somebody with an account can have a token.')
  const beyond = scopes.find((each) => !isApiScope(each) || !can(scope.role, actionOf(each), scope.grants))
  if (beyond) throw new Refusal('You may not do all of that yourself.', 'Tick less.', 'reads')
  await refuseStrangeSites(scope, siteIds)
  const { workspaceId, memberId, now } = scope
  const token = `${TOKEN_BEGINS}${makeSecretToken().token}`
  const { id } = await inTransaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const living = { workspaceId, memberId, revokedAt: null, expiresAt: { gt: now } }
    if ((await tx.apiToken.count({ where: living })) >= TOKENS_MAX)
      throw new Refusal(`${TOKENS_MAX} tokens are as many as one may have.`, 'Revoke one you do not use.')
    const made = await tx.apiToken.create({
      data: {
        ...{ workspaceId, memberId, name, prefix: tokenPrefix(token), tokenHash: hashSecretToken(token) },
        ...{ scopes: [...new Set(scopes)], siteIds: [...new Set(siteIds)] },
        ...{ createdAt: now, expiresAt: new Date(now.getTime() + Number(days) * DAY_MS) },
      },
      select: { id: true },
    })
    await recordAudit(tx, scope, 'token.made', { objectId: made.id, details: { may: scopes.map(asName) } })
    return made
  })
  return { tokenId: id, token }
}

/** It stops at once, for good. One's own; an owner may stop anybody's. Twice is once. @throws NotFound */
export async function revokeApiToken(scope: WorkspaceScope, { tokenId }: { tokenId: string }) {
  authorize(scope, 'tokens.make')
  const { workspaceId, memberId, now } = scope
  const mine = can(scope.role, 'members.manage') ? {} : { memberId }
  const it = { workspaceId, id: tokenId, ...mine }
  await inTransaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { ...it, revokedAt: null },
      data: { revokedAt: now, revokedById: memberId },
    })
    if (count === 0 && (await tx.apiToken.count({ where: it })) === 0) throw new NotFound()
    await tx.apiAnswer.deleteMany({ where: { workspaceId, tokenId } })
    if (count > 0) await recordAudit(tx, scope, 'token.ended', { objectId: tokenId, details: {} })
  })
}

async function refuseStrangeSites(scope: WorkspaceScope, siteIds: readonly string[]) {
  if (siteIds.length === 0) return
  const seen = new Set((await listSites(scope)).map(({ id }) => id))
  if (siteIds.every((id) => seen.has(id))) return
  throw new Refusal('One of these sites is not here any more.', 'Choose again.', 'siteIds')
}

/** "mentions:read" as the audit log writes names: "read-mentions". */
function asName(scope: string): string {
  return scope.split(':').toReversed().join('-')
}
