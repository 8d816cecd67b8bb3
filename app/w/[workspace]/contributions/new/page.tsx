import { Globe } from 'lucide'
import type { Metadata } from 'next'
import { WithWhom } from '#components/contributions/with-whom.tsx'
import { WorkForm } from '#components/contributions/work-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { CONTRIBUTION_KINDS } from '#lib/domain/contributions/contribution-kinds.ts'
import { can } from '#lib/domain/roles.ts'
import { addContributionAction } from '#lib/features/contributions/contribution-actions.ts'
import { getWorkChoices } from '#lib/features/contributions/contribution-queries.ts'
import { searchText } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Plan something' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function NewContributionPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'contributions.write')
  const asked = await searchParams
  const search = searchText(asked.q)
  const prospectId = searchText(asked.prospect) || null
  const found = await getWorkChoices(scope, { prospectId, search })
  // A prospect that is not here is one still to be chosen.
  const choices = prospectId && !found.prospect ? await getWorkChoices(scope, { prospectId: null }) : found
  const { prospect, sites, pitches } = choices
  const home = `/w/${workspace}`
  const crumbs = [{ label: 'Work with outlets', href: `${home}/contributions` }]
  if (sites.length === 0) {
    const add = can(scope.role, 'sites.write') ? (
      <ButtonLink href={`${home}/sites/new`} tone="primary">
        Add a site
      </ButtonLink>
    ) : null
    return (
      <>
        <PageHeader crumbs={crumbs} title="Plan something" />
        <EmptyState icon={Globe} title="First, a site" actions={add}>
          What you do for others is for one of your sites: its names and domains are what an episode is
          searched for.
        </EmptyState>
      </>
    )
  }
  if (!prospect) {
    return (
      <>
        <PageHeader crumbs={crumbs} title="With whom?" lead="Choose the show, paper, blog or directory." />
        <WithWhom home={home} prospects={choices.prospects} search={search} />
      </>
    )
  }
  const pitch = pitches.find(({ id }) => id === searchText(asked.pitch))
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={
          <>
            Plan something with <bdi className="wrap-anywhere">{prospect.name}</bdi>
          </>
        }
        lead="Only a title and how far it is are needed. Days can come later."
      />
      <WorkForm
        action={addContributionAction}
        workspace={workspace}
        hidden={{ prospectId: prospect.id }}
        choices={choices}
        known={{
          kind: kindFor(searchText(asked.kind), prospect.kind),
          siteId: sites.length === 1 ? sites[0]?.id : undefined,
          pitchId: pitch?.id,
          contactId: pitch?.contactId,
          campaignId: pitch?.campaignId,
        }}
        back={`${home}/prospects/${prospect.id}`}
        submitLabel="Write it down"
      />
    </>
  )
}

const KIND_OF_PROSPECT: Readonly<Record<string, string>> = {
  podcast: 'podcast',
  journalist: 'interview',
  roundup: 'roundup',
  directory: 'directory',
  blogger: 'guest-post',
}

function kindFor(asked: string, prospectKind: string): string | undefined {
  return CONTRIBUTION_KINDS.find((kind) => kind === asked) ?? KIND_OF_PROSPECT[prospectKind]
}
