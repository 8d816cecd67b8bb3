import type { Metadata } from 'next'
import { ChannelForm } from '#components/prospects/channel-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { localDateOf } from '#lib/domain/local-date.ts'
import { foundOrMoved } from '#lib/features/duplicates/merged-page.ts'
import { pageId } from '#lib/features/page-params.ts'
import { addChannelAction } from '#lib/features/prospects/contact-actions.ts'
import { getContact } from '#lib/features/prospects/contact-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Add an address' }

type Props = { params: Promise<{ workspace: string; contactId: string }> }

export default async function NewChannelPage({ params }: Props) {
  const { workspace, contactId } = await params
  const scope = await requireWorkspace(workspace, 'contacts.write')
  const id = pageId(contactId)
  const contact = await foundOrMoved(getContact(scope, id), scope, 'contact', id, '/channels/new')
  const back = `/w/${workspace}/contacts/${contact.id}`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Prospects', href: `/w/${workspace}/prospects` },
          { label: contact.name, href: back },
        ]}
        title="Add an address"
        lead="A way to reach them that they gave or published, and where you found it."
      />
      <ChannelForm
        {...{ workspace, back, action: addChannelAction, today: localDateOf(scope.now, scope.timeZone) }}
        of={{ contactId: contact.id }}
        reader={contact}
      />
    </>
  )
}
