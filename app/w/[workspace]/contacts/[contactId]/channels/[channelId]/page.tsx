import type { Metadata } from 'next'
import { ChannelForm } from '#components/prospects/channel-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { localDateOf } from '#lib/domain/local-date.ts'
import { foundOrMoved } from '#lib/features/duplicates/merged-page.ts'
import { pageId } from '#lib/features/page-params.ts'
import { changeChannelAction } from '#lib/features/prospects/contact-actions.ts'
import { getChannel } from '#lib/features/prospects/contact-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Change an address' }

type Props = { params: Promise<{ workspace: string; contactId: string; channelId: string }> }

export default async function EditChannelPage({ params }: Props) {
  const { workspace, contactId, channelId } = await params
  const scope = await requireWorkspace(workspace, 'contacts.write')
  const [id, itsId] = [pageId(contactId), pageId(channelId)]
  const found = getChannel(scope, id, itsId)
  const channel = await foundOrMoved(found, scope, 'contact', id, `/channels/${itsId}`)
  const back = `/w/${workspace}/contacts/${channel.contactId}`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Prospects', href: `/w/${workspace}/prospects` },
          { label: channel.contact.name, href: back },
        ]}
        title="Change this address"
      />
      <ChannelForm
        {...{
          workspace,
          back,
          channel,
          action: changeChannelAction,
          today: localDateOf(scope.now, scope.timeZone),
        }}
        of={{ channelId: channel.id }}
        reader={channel.contact}
      />
    </>
  )
}
