import type { Metadata } from 'next'
import { ContactFields } from '#components/prospects/contact-fields.tsx'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { foundOrMoved } from '#lib/features/duplicates/merged-page.ts'
import { pageId } from '#lib/features/page-params.ts'
import { changeContactAction } from '#lib/features/prospects/contact-actions.ts'
import { getContact } from '#lib/features/prospects/contact-queries.ts'
import { listCustomFields } from '#lib/features/prospects/custom-field-queries.ts'
import { listTagNames } from '#lib/features/prospects/tag-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Change a contact' }

type Props = { params: Promise<{ workspace: string; contactId: string }> }

export default async function EditContactPage({ params }: Props) {
  const { workspace, contactId } = await params
  const scope = await requireWorkspace(workspace, 'contacts.write')
  const id = pageId(contactId)
  const contact = await foundOrMoved(getContact(scope, id), scope, 'contact', id, '/edit')
  const [fields, tags] = await Promise.all([listCustomFields(scope, 'contact'), listTagNames(scope)])
  const back = `/w/${workspace}/contacts/${contact.id}`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Prospects', href: `/w/${workspace}/prospects` },
          { label: contact.name, href: back },
        ]}
        title="Change this contact"
      />
      <div className="max-w-form">
        <ActionForm action={changeContactAction} hidden={{ workspace, contactId: contact.id }}>
          <ContactFields contact={contact} fields={fields} tags={tags} />
          <FormActions>
            <SubmitButton pendingLabel="Saving">Save changes</SubmitButton>
            <ButtonLink href={back} tone="quiet">
              Leave it
            </ButtonLink>
          </FormActions>
        </ActionForm>
      </div>
    </>
  )
}
