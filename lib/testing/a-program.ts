import { API_SCOPES, type ApiScope } from '#lib/domain/api/api-scopes.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { hashSecretToken, makeSecretToken } from '#lib/server/secret-tokens.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type Wanted = { scopes?: readonly ApiScope[]; siteIds?: string[]; days?: number }

/** A token straight into the table: also one that its member could not have made. */
export async function aToken(
  { workspaceId, memberId, now }: WorkspaceScope,
  { scopes = API_SCOPES, siteIds = [], days = 30 }: Wanted = {},
): Promise<{ tokenId: string; token: string }> {
  const token = `rapport_${makeSecretToken().token}`
  const { id } = await databaseAcrossWorkspaces().apiToken.create({
    data: {
      ...{ workspaceId, memberId, name: 'A program', prefix: token.slice(0, 13), siteIds },
      ...{ tokenHash: hashSecretToken(token), scopes: [...scopes], createdAt: now },
      expiresAt: new Date(now.getTime() + days * 24 * 60 * 60 * 1000),
    },
  })
  return { tokenId: id, token }
}

export type Asked = {
  method?: string
  body?: unknown
  /** As it is, whatever it is. */
  raw?: string
  headers?: Record<string, string>
}

/** A request as a program sends it. */
export function programRequest(
  token: string,
  path: string,
  { method = 'GET', body, raw, headers }: Asked = {},
) {
  const sent = raw ?? (body === undefined ? null : JSON.stringify(body))
  return new Request(`http://rapport.test/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(sent === null ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent === null ? {} : { body: sent }),
  })
}
