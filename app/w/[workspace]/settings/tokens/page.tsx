import { KeyRound } from 'lucide'
import type { Metadata } from 'next'
import { MakeTokenForm } from '#components/api/make-token-form.tsx'
import { TokenList } from '#components/api/token-list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { scopesFor } from '#lib/domain/api/api-scopes.ts'
import { can } from '#lib/domain/roles.ts'
import { listApiTokens } from '#lib/features/api-tokens/api-token-queries.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Tokens' }

type Props = { params: Promise<{ workspace: string }> }

export default async function TokensPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'tokens.make')
  const [tokens, sites] = await Promise.all([listApiTokens(scope), listSites(scope)])
  return (
    <>
      <PageHeader
        title="Tokens"
        lead="What your own programs come in with: a sheet, a script, an assistant. A token never may more than you may at that moment, and stops when you leave."
        crumbs={
          can(scope.role, 'workspace.settings')
            ? [{ label: 'Settings', href: `/w/${workspace}/settings` }]
            : [{ label: 'Sites', href: `/w/${workspace}/sites` }]
        }
        actions={
          <ButtonLink href={`/w/${workspace}/settings/tokens/reference`}>What programs may ask</ButtonLink>
        }
      />
      <div className="flex flex-col gap-8">
        {tokens.length > 0 ? (
          <TokenList scope={scope} tokens={tokens} />
        ) : (
          <EmptyState icon={KeyRound} title="No program of yours comes in here yet">
            Make a token below, and give it to the one program it is for.
          </EmptyState>
        )}
        <div className="max-w-form">
          <Panel
            title="Make a token"
            lead="It is shown once. One for each program, so that each can be stopped alone."
          >
            <MakeTokenForm workspace={workspace} scopes={scopesFor(scope.role, scope.grants)} sites={sites} />
          </Panel>
        </div>
      </div>
    </>
  )
}
