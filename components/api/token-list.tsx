import { ActionForm } from '#components/ui/action-form.tsx'
import { ToneBadge } from '#components/ui/badge.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { isApiScope, scopeRows } from '#lib/domain/api/api-scopes.ts'
import { revokeTokenAction } from '#lib/features/api-tokens/api-token-actions.ts'
import type { ListedToken } from '#lib/features/api-tokens/api-token-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type TokenListProps = { scope: WorkspaceScope; tokens: readonly ListedToken[] }

/** Tokens with what they may, when they were last used, and a way to stop each. */
export function TokenList({ scope, tokens }: TokenListProps) {
  const { now, timeZone } = scope
  const hasOthers = tokens.some(({ isMine }) => !isMine)
  return (
    <Table
      caption="Tokens"
      head={
        <>
          <Th>Token</Th>
          {hasOthers ? <Th>Whose</Th> : null}
          <Th>May</Th>
          <Th>Last used</Th>
          <Th>Until</Th>
          <Th>
            <span className="sr-only">Revoke</span>
          </Th>
        </>
      }
    >
      {tokens.map((token) => (
        <Tr key={token.id}>
          <Td>
            <span className="flex flex-col">
              <span className="font-semibold">{token.name}</span>
              <span className="text-sm text-ink-soft">{token.prefix}…</span>
            </span>
          </Td>
          {hasOthers ? <Td label="Whose">{token.isMine ? 'Yours' : token.memberName}</Td> : null}
          <Td label="May">
            <span className="flex flex-col">
              {maySay(token.scopes).map(({ way, nouns }) => (
                <span key={way}>
                  <span className="font-semibold">{way}:</span> {nouns}
                </span>
              ))}
              {token.siteNames.length > 0 ? (
                <span className="text-sm text-ink-soft">Only {token.siteNames.join(', ')}</span>
              ) : null}
            </span>
          </Td>
          <Td label="Last used">
            {token.lastUsedAt ? (
              <RelativeTime then={token.lastUsedAt} now={now} timeZone={timeZone} />
            ) : (
              'Never'
            )}
          </Td>
          <Td label="Until">
            {token.state === 'alive' ? (
              <RelativeTime then={token.expiresAt} now={now} timeZone={timeZone} />
            ) : (
              <ToneBadge tone="neutral">{token.state === 'expired' ? 'Expired' : 'Revoked'}</ToneBadge>
            )}
          </Td>
          <Td raised>
            <ActionForm
              action={revokeTokenAction}
              hidden={{ workspace: scope.workspaceSlug, tokenId: token.id }}
              id={`revoke-${token.id}`}
              label={`Revoke ${token.name}`}
            >
              {token.state === 'alive' ? (
                <ConfirmSubmit
                  title={`Revoke ${token.name}?`}
                  lead="Whatever uses it stands before a closed door at once. A new token can be made any time."
                  confirmLabel="Revoke it"
                >
                  Revoke
                </ConfirmSubmit>
              ) : null}
            </ActionForm>
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

/** Nouns that are only read, and those that are written as well, each by their names. */
function maySay(scopes: readonly string[]): { way: string; nouns: string }[] {
  const rows = scopeRows(scopes.filter(isApiScope))
  const named = (isWritten: boolean) =>
    rows
      .filter(({ write }) => (write !== null) === isWritten)
      .map(({ label }) => label)
      .join(', ')
  return [
    { way: 'Read', nouns: named(false) },
    { way: 'Read and write', nouns: named(true) },
  ].filter(({ nouns }) => nouns !== '')
}
