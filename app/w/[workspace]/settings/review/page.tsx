import { Eye, Minus } from 'lucide'
import type { Metadata } from 'next'
import { ReadFirstForm } from '#components/review/read-first-form.tsx'
import { WritersReviewForm } from '#components/review/writers-review-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { can, ROLE_LABELS } from '#lib/domain/roles.ts'
import { readCampaignFirstAction } from '#lib/features/campaigns/campaign-actions.ts'
import { listCampaignChoices } from '#lib/features/campaigns/campaign-queries.ts'
import { readWriterFirstAction } from '#lib/features/workspaces/read-first-actions.ts'
import { listWritersReadFirst } from '#lib/features/workspaces/read-first-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

export const metadata: Metadata = { title: 'A second pair of eyes' }

type Props = { params: Promise<{ workspace: string }> }

export default async function ReadFirstPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'workspace.settings')
  const [writers, campaigns] = await Promise.all([listWritersReadFirst(scope), listCampaignChoices(scope)])
  return (
    <>
      <PageHeader
        title="A second pair of eyes"
        lead="Whose letters, and in which campaigns, somebody else reads before they go. Nobody passes what they wrote themselves then, and letters that are ready already wait too."
        crumbs={[{ label: 'Settings', href: `/w/${workspace}/settings` }]}
      />
      <div className="flex flex-col gap-8">
        {can(scope.role, 'members.manage') ? (
          <div className="max-w-form">
            <WritersReviewForm
              workspace={workspace}
              writersMayReview={scope.grants.writersMayReview === true}
            />
          </div>
        ) : null}
        <Section title="By writer">
          <Table
            caption="Writers, and whether somebody reads their letters first"
            head={
              <>
                <Th>Writer</Th>
                <Th>Role</Th>
                <Th>Before a letter goes</Th>
                <Th>Change</Th>
              </>
            }
          >
            {writers.map((writer) => (
              <Tr key={writer.id}>
                <Td>
                  <bdi className="font-semibold wrap-anywhere">{writer.name}</bdi>
                </Td>
                <Td label="Role">{ROLE_LABELS[writer.role].label}</Td>
                <Td label="Before a letter goes">
                  <Standing scope={scope} since={writer.readFirstAt} />
                </Td>
                <Td raised>
                  <ReadFirstForm
                    action={readWriterFirstAction}
                    hidden={{ workspace, memberId: writer.id }}
                    isReadFirst={writer.readFirstAt !== null}
                    what={`${writer.name}’s letters`}
                  />
                </Td>
              </Tr>
            ))}
          </Table>
        </Section>
        <Section title="By campaign">
          {campaigns.length === 0 ? (
            <p className="text-ink-soft">No campaigns yet.</p>
          ) : (
            <Table
              caption="Campaigns, and whether somebody reads their letters first"
              head={
                <>
                  <Th>Campaign</Th>
                  <Th>Site</Th>
                  <Th>Before a letter goes</Th>
                  <Th>Change</Th>
                </>
              }
            >
              {campaigns.map((campaign) => (
                <Tr key={campaign.id}>
                  <Td>
                    <Link
                      href={`/w/${workspace}/campaigns/${campaign.id}`}
                      className="ink-link wrap-anywhere"
                    >
                      <bdi>{campaign.name}</bdi>
                    </Link>
                  </Td>
                  <Td label="Site">
                    <bdi className="wrap-anywhere">{campaign.site.name}</bdi>
                  </Td>
                  <Td label="Before a letter goes">
                    <Standing scope={scope} since={campaign.readFirstAt} />
                  </Td>
                  <Td raised>
                    <ReadFirstForm
                      action={readCampaignFirstAction}
                      hidden={{ workspace, campaignId: campaign.id }}
                      isReadFirst={campaign.readFirstAt !== null}
                      what={`Letters of ${campaign.name}`}
                    />
                  </Td>
                </Tr>
              ))}
            </Table>
          )}
        </Section>
      </div>
    </>
  )
}

function Standing({ scope, since }: { scope: WorkspaceScope; since: Date | null }) {
  if (!since) return <Badge icon={Minus}>Their own eyes are enough</Badge>
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge icon={Eye}>Somebody else reads it</Badge>
      <span className="text-sm text-ink-soft">
        since <RelativeTime then={since} now={scope.now} timeZone={scope.timeZone} />
      </span>
    </span>
  )
}
