import type { Metadata } from 'next'
import { ChannelFields } from '#components/prospects/channel-fields.tsx'
import { ContactFields } from '#components/prospects/contact-fields.tsx'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { localDateOf } from '#lib/domain/local-date.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { addContactAction } from '#lib/features/prospects/contact-actions.ts'
import { getProspect } from '#lib/features/prospects/prospect-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Add a contact' }

type Props = { params: Promise<{ workspace: string; prospectId: string }> }

export default async function NewContactPage({ params }: Props) {
  const { workspace, prospectId } = await params
  const scope = await requireWorkspace(workspace, 'contacts.write')
  const prospect = await found(getProspect(scope, pageId(prospectId)))
  const home = `/w/${workspace}/prospects`
  const back = `${home}/${prospect.id}`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Prospects', href: home },
          { label: prospect.name, href: back },
        ]}
        title="Add a contact"
        lead="The person who writes there, and a way to reach them that they gave or published."
      />
      <div className="max-w-form">
        <ActionForm
          action={addContactAction}
          hidden={{ workspace, prospectId: prospect.id }}
          className="gap-10!"
        >
          <Section title="The person">
            <div className="flex flex-col gap-6">
              <ContactFields />
            </div>
          </Section>
          <Section title="How to reach them">
            <div className="flex flex-col gap-6">
              <ChannelFields
                workspace={workspace}
                today={localDateOf(scope.now, scope.timeZone)}
                required={false}
                mayTie
              />
            </div>
          </Section>
          <FormActions>
            <SubmitButton pendingLabel="Saving">Add contact</SubmitButton>
            <ButtonLink href={back} tone="quiet">
              Leave it
            </ButtonLink>
          </FormActions>
        </ActionForm>
      </div>
    </>
  )
}
