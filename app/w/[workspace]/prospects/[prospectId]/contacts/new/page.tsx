import type { Metadata } from 'next'
import { AlikeHints } from '#components/duplicates/alike-hints.tsx'
import { ChannelFields } from '#components/prospects/channel-fields.tsx'
import { ContactFields } from '#components/prospects/contact-fields.tsx'
import { LawNotesPanel } from '#components/prospects/law-notes.tsx'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { localDateOf } from '#lib/domain/local-date.ts'
import { foundOrMoved } from '#lib/features/duplicates/merged-page.ts'
import { pageId } from '#lib/features/page-params.ts'
import { addContactAction } from '#lib/features/prospects/contact-actions.ts'
import { listCustomFields } from '#lib/features/prospects/custom-field-queries.ts'
import { getProspect } from '#lib/features/prospects/prospect-queries.ts'
import { listTagNames } from '#lib/features/prospects/tag-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Add a contact' }

const ALIKE_FIELDS = ['address', 'name', 'channelKind']

type Props = { params: Promise<{ workspace: string; prospectId: string }> }

export default async function NewContactPage({ params }: Props) {
  const { workspace, prospectId } = await params
  const scope = await requireWorkspace(workspace, 'contacts.write')
  const id = pageId(prospectId)
  const prospect = await foundOrMoved(getProspect(scope, id), scope, 'prospect', id, '/contacts/new')
  const [fields, tags] = await Promise.all([listCustomFields(scope, 'contact'), listTagNames(scope)])
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
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        <ActionForm
          action={addContactAction}
          hidden={{ workspace, prospectId: prospect.id, lookForAlike: 'on' }}
          className="gap-10!"
        >
          <Section title="The person">
            <div className="flex flex-col gap-6">
              <ContactFields fields={fields} tags={tags} />
            </div>
          </Section>
          <Section title="How to reach them">
            <div className="flex flex-col gap-6">
              <ChannelFields
                workspace={workspace}
                today={localDateOf(scope.now, scope.timeZone)}
                required={false}
                mayTie
                likeHref={`/w/${workspace}/duplicates/alike?prospectId=${prospect.id}`}
              />
              <AlikeHints
                source={`/w/${workspace}/contacts/alike`}
                page={`/w/${workspace}/duplicates/alike?prospectId=${prospect.id}`}
                fields={ALIKE_FIELDS}
                also={{ prospectId: prospect.id }}
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
        {/* Their own country is not known before the form is sent: the outlet's stands in for it, and nobody is a company yet. */}
        <LawNotesPanel reader={{ country: prospect.country, writesAs: 'unknown' }} />
      </div>
    </>
  )
}
