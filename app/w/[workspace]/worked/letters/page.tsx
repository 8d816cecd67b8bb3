import { PenLine } from 'lucide'
import type { Metadata } from 'next'
import { LetterTable } from '#components/reports/letter-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { CAMPAIGN_ROUTE_TABLE } from '#lib/domain/campaign-routes.ts'
import { PROSPECT_KIND_TABLE } from '#lib/domain/prospect-kinds.ts'
import { listCampaignChoices } from '#lib/features/campaigns/campaign-queries.ts'
import { listWorkedLetters } from '#lib/features/reports/worked-letter-queries.ts'
import {
  readWorkedLetters,
  type WorkedLetters,
  type WorkedMark,
  workedHref,
} from '#lib/features/reports/worked-list.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Letters behind a number' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function WorkedLettersPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'pitches.read')
  const asked = readWorkedLetters(await searchParams)
  const [{ letters, before, after }, campaigns, sites] = await Promise.all([
    listWorkedLetters(scope, asked),
    listCampaignChoices(scope),
    listSites(scope),
  ])
  const home = `/w/${workspace}`
  const back = workedHref(`${home}/worked`, { from: asked.from, to: asked.to, site: asked.site })
  const hrefOf = (place: { after?: string; before?: string }) =>
    workedHref(`${home}/worked/letters`, { ...asked, after: '', before: '', ...place })
  const of = [
    campaigns.find(({ id }) => id === asked.campaign)?.name,
    asked.route ? CAMPAIGN_ROUTE_TABLE[asked.route].label : undefined,
    asked.kind ? PROSPECT_KIND_TABLE[asked.kind].plural : undefined,
    sites.find(({ id }) => id === asked.site)?.name,
    daysOf(asked),
  ].filter(Boolean)
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'What worked', href: back }]}
        title={TITLES[asked.what]}
        lead={
          of.length > 0 ? <span className="wrap-anywhere">{of.join(' · ')}</span> : 'Of all that were sent.'
        }
      />
      {letters.length === 0 ? (
        <EmptyState
          icon={PenLine}
          title="None like that"
          actions={<ButtonLink href={back}>Back to what worked</ButtonLink>}
        >
          No letter fits what was asked for. It may have moved to the trash, or somebody answered meanwhile.
        </EmptyState>
      ) : (
        <>
          <LetterTable letters={letters} home={home} now={scope.now} timeZone={scope.timeZone} />
          <Pagination
            summary="Last sent first"
            previousHref={before ? hrefOf({ before }) : undefined}
            nextHref={after ? hrefOf({ after }) : undefined}
          />
        </>
      )}
    </>
  )
}

const TITLES: Readonly<Record<WorkedMark, string>> = {
  sent: 'Letters that were sent',
  answered: 'Letters that were answered',
  linked: 'Letters that a link came of',
  named: 'Letters that named us, without a link',
  waiting: 'Letters that still wait for an answer',
}

function daysOf({ from, to }: WorkedLetters): string {
  if (from && to) return `sent from ${from} to ${to}`
  if (from) return `sent since ${from}`
  return to ? `sent up to ${to}` : ''
}
