import type { Metadata } from 'next'
import { MentionForm } from '#components/mentions/mention-form.tsx'
import { pageName } from '#components/mentions/page-name.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { listCampaignChoices } from '#lib/features/campaigns/campaign-queries.ts'
import { changeMentionAction } from '#lib/features/mentions/mention-actions.ts'
import { getMention } from '#lib/features/mentions/mention-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Change a mention' }

type Props = { params: Promise<{ workspace: string; mentionId: string }> }

export default async function EditMentionPage({ params }: Props) {
  const { workspace, mentionId } = await params
  const scope = await requireWorkspace(workspace, 'mentions.write')
  const mention = await found(getMention(scope, pageId(mentionId)))
  const campaigns = await listCampaignChoices(scope, { siteId: mention.siteId })
  const list = `/w/${workspace}/mentions`
  const back = `${list}/${mention.id}`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Mentions', href: list },
          { label: pageName(mention.url).host, href: back },
        ]}
        title="Change this mention"
        lead={
          <>
            For <bdi>{mention.site.name}</bdi>. What was seen in looks is not changed here.
          </>
        }
      />
      <MentionForm
        action={changeMentionAction}
        workspace={workspace}
        hidden={{ mentionId: mention.id }}
        campaigns={campaigns}
        known={mention}
        back={back}
        submitLabel="Save"
        isThere
      />
    </>
  )
}
