import { ShieldOff } from 'lucide'
import type { Metadata } from 'next'
import { AskStoppedForm } from '#components/prospects/ask-stopped-form.tsx'
import { LiftForm } from '#components/prospects/stop-panel.tsx'
import { SuppressForm } from '#components/prospects/suppress-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { can } from '#lib/domain/roles.ts'
import { listSuppressions } from '#lib/features/prospects/suppression-list-queries.ts'
import {
  ERASED_REASON_LABEL,
  SUPPRESSION_REASON_LABELS,
  SUPPRESSION_REASONS,
  suppressionListSchema,
} from '#lib/features/prospects/suppression-schema.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Never write to' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function StoppedPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const { suppressions, before, after } = await listSuppressions(
    scope,
    suppressionListSchema.parse(await searchParams),
  )
  const home = `/w/${workspace}`
  const base = `${home}/prospects/stopped`
  const mayLift = can(scope.role, 'suppressions.lift')

  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Prospects', href: `${home}/prospects` }]}
        title="Never write to"
        lead="Who asked us to stop, and addresses and domains nobody here writes to. No pitch to them can be sent, by anybody."
      />
      <div className="flex flex-col gap-6">
        {suppressions.length === 0 ? (
          <EmptyState icon={ShieldOff} title="Nobody on this list">
            When somebody asks you to stop, say so on their page or in the conversation. It is final, and they
            land here.
          </EmptyState>
        ) : (
          <div>
            <Table
              caption="Never write to"
              head={
                <>
                  <Th>Who</Th>
                  <Th>Why</Th>
                  <Th>Since</Th>
                  {mayLift ? (
                    <Th>
                      <span className="sr-only">Lift</span>
                    </Th>
                  ) : null}
                </>
              }
            >
              {suppressions.map((each) => (
                <Tr key={each.id} quiet={each.liftedAt !== null}>
                  <Td>
                    <Who {...each} home={home} />
                    {each.liftedAt ? <Badge>Lifted</Badge> : null}
                  </Td>
                  <Td label="Why">
                    {reasonWords(each.reason)}
                    {each.words ? (
                      <p dir="auto" className="line-clamp-4 font-serif whitespace-pre-line wrap-anywhere">
                        “{each.words}”
                      </p>
                    ) : null}
                    {each.liftedAt ? (
                      <p className="text-sm wrap-anywhere">
                        Lifted by {each.liftedBy?.name}: <bdi>{each.liftReason}</bdi>
                      </p>
                    ) : null}
                  </Td>
                  <Td label="Since">
                    <RelativeTime then={each.at} now={scope.now} timeZone={scope.timeZone} />
                    <span className="text-sm text-ink-soft"> by {each.by.name}</span>
                  </Td>
                  {mayLift ? (
                    <Td raised>
                      {each.liftedAt ? null : <LiftForm workspace={workspace} suppressionId={each.id} />}
                    </Td>
                  ) : null}
                </Tr>
              ))}
            </Table>
            {before || after ? (
              <Pagination
                summary="Newest first, and what was lifted at the end"
                previousHref={before ? `${base}?before=${before}` : undefined}
                nextHref={after ? `${base}?after=${after}` : undefined}
              />
            ) : null}
          </div>
        )}
        <Panel
          title="Is this address stopped?"
          lead="The list holds no addresses, only hashes of them, so it can be asked but not read."
        >
          <AskStoppedForm workspace={workspace} />
        </Panel>
        {can(scope.role, 'contacts.write') ? (
          <Panel
            title="Add an address or a domain"
            lead="For a person who is here already, open their page instead: a stop counts for all their addresses."
          >
            <SuppressForm workspace={workspace} />
          </Panel>
        ) : null}
      </div>
    </>
  )
}

type WhoProps = {
  home: string
  contact: { id: string; name: string; deletedAt: Date | null } | null
  covers: 'person' | 'address' | 'domain'
}

function Who({ home, contact, covers }: WhoProps) {
  if (!contact) {
    return <span className="font-semibold">{covers === 'domain' ? 'A whole domain' : 'One address'}</span>
  }
  if (covers === 'address') {
    return (
      <>
        One address of <Who home={home} contact={contact} covers="person" />
      </>
    )
  }
  const name = <bdi className="font-semibold wrap-anywhere">{contact.name}</bdi>
  if (contact.deletedAt) return <>{name} (in the trash)</>
  return (
    <Link href={`${home}/contacts/${contact.id}`} data-row-link className="ink-link">
      {name}
    </Link>
  )
}

function reasonWords(reason: string): string {
  if (reason === 'erased') return ERASED_REASON_LABEL
  const known = SUPPRESSION_REASONS.find((each) => each === reason)
  return known ? SUPPRESSION_REASON_LABELS[known] : reason
}
