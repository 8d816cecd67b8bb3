import { Merge, Pencil, PenLine, Plus, ShieldUser } from 'lucide'
import type { Metadata } from 'next'
import { MergedHere } from '#components/duplicates/merged-here.tsx'
import { GivingList } from '#components/ledger/giving-list.tsx'
import { PromisesBlock } from '#components/ledger/promises-block.tsx'
import { WrittenBeforeNotice } from '#components/pitches/written-before.tsx'
import { AddressStoppedNotice } from '#components/prospects/address-stopped.tsx'
import { AffiliationsPanel } from '#components/prospects/affiliations-panel.tsx'
import { filledFields, OwnValue, TagList } from '#components/prospects/at-a-glance.tsx'
import { ChannelsPanel } from '#components/prospects/channels-panel.tsx'
import { LawNotesPanel } from '#components/prospects/law-notes.tsx'
import { StopForm, StopNotice } from '#components/prospects/stop-panel.tsx'
import { SamplesBlock } from '#components/samples/samples-block.tsx'
import { MoveToTrash } from '#components/trash/move-to-trash.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { DefinitionList, type Fact } from '#components/ui/definition-list.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { countryName } from '#lib/domain/countries.ts'
import { can } from '#lib/domain/roles.ts'
import { foundOrMoved } from '#lib/features/duplicates/merged-page.ts'
import { getGiving } from '#lib/features/ledger/giving-queries.ts'
import { listPromisesOfContact } from '#lib/features/ledger/promise-queries.ts'
import { pageId } from '#lib/features/page-params.ts'
import { findWrittenBefore } from '#lib/features/pitches/written-before-queries.ts'
import { getContact } from '#lib/features/prospects/contact-queries.ts'
import { WRITES_AS, WRITES_AS_LABELS } from '#lib/features/prospects/contact-schema.ts'
import { listCustomFields, type WorkspaceField } from '#lib/features/prospects/custom-field-queries.ts'
import { costOfRelationship, listSamplesGiven } from '#lib/features/samples/sample-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = { params: Promise<{ workspace: string; contactId: string }> }

async function contactOf(params: Props['params']) {
  const { workspace, contactId } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const id = pageId(contactId)
  return { workspace, scope, contact: await foundOrMoved(getContact(scope, id), scope, 'contact', id) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await contactOf(params)).contact.name }
}

export default async function ContactPage({ params }: Props) {
  const { workspace, scope, contact } = await contactOf(params)
  const fields = await listCustomFields(scope, 'contact')
  const home = `/w/${workspace}`
  const mayWrite = can(scope.role, 'contacts.write')
  const there = contact.affiliations[0]?.prospect
  const { now, timeZone } = scope
  const writtenBefore = await findWrittenBefore(scope, { contactId: contact.id })
  const [samples, cost, giving, promises] = await Promise.all([
    listSamplesGiven(scope, { contactId: contact.id }),
    costOfRelationship(scope, { contactId: contact.id }),
    getGiving(scope, { contactId: contact.id }),
    listPromisesOfContact(scope, contact.id),
  ])
  const isAddressStopped = contact.channels.some((channel) => channel.suppressions.length > 0)

  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Prospects', href: `${home}/prospects` },
          ...(there ? [{ label: there.name, href: `${home}/prospects/${there.id}` }] : []),
        ]}
        title={<bdi className="wrap-anywhere">{contact.name}</bdi>}
        facts={
          contact.role ? (
            <span className="wrap-anywhere">
              <bdi>{contact.role}</bdi>
              {there ? (
                <>
                  {' '}
                  at{' '}
                  <Link href={`${home}/prospects/${there.id}`} className="ink-link">
                    <bdi>{there.name}</bdi>
                  </Link>
                </>
              ) : null}
            </span>
          ) : null
        }
        actions={
          mayWrite ? (
            <>
              <ButtonLink href={`${home}/contacts/${contact.id}/edit`}>
                <Icon of={Pencil} />
                Change
              </ButtonLink>
              <ButtonLink href={`${home}/contacts/${contact.id}/channels/new`} data-new-link>
                <Icon of={Plus} />
                Add an address
              </ButtonLink>
              {there && !contact.stop && contact.channels.length > 0 ? (
                <ButtonLink
                  href={`${home}/pitches/new?prospect=${there.id}&contact=${contact.id}`}
                  tone="primary"
                >
                  <Icon of={PenLine} />
                  Write a pitch
                </ButtonLink>
              ) : null}
            </>
          ) : null
        }
      />
      <div className="flex flex-col gap-6">
        <MergedHere {...{ scope, mayWrite }} id={contact.id} kind="contact" />
        {contact.stop ? (
          <StopNotice
            {...{
              workspace,
              now,
              timeZone,
              stop: contact.stop,
              mayLift: can(scope.role, 'suppressions.lift'),
            }}
          />
        ) : isAddressStopped ? (
          <AddressStoppedNotice />
        ) : null}
        {writtenBefore ? (
          <WrittenBeforeNotice before={writtenBefore} whom="person" timeZone={timeZone} />
        ) : null}
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex min-w-0 flex-col gap-6">
            <ChannelsPanel workspace={workspace} contact={contact} mayWrite={mayWrite} />
            <PromisesBlock
              {...{ workspace, promises, now, timeZone }}
              mayWrite={can(scope.role, 'promises.write')}
              addHref={there ? `${home}/promises/new?prospect=${there.id}&contact=${contact.id}` : undefined}
              showOutlet
            />
            <SamplesBlock
              {...{ home, samples, cost, now, timeZone, mayWrite }}
              of="person"
              newHref={
                there && !contact.stop
                  ? `${home}/samples/new?prospect=${there.id}&contact=${contact.id}`
                  : null
              }
            />
            <Panel title="What you gave and asked">
              <GivingList {...{ home, giving, now, timeZone }} />
            </Panel>
          </div>
          <div className="flex min-w-0 flex-col gap-6">
            <AffiliationsPanel
              {...{
                workspace,
                contactId: contact.id,
                affiliations: contact.affiliations,
                mayWrite,
                timeZone,
              }}
            />
            <Panel title="About them">
              <TagList tags={contact.tags} home={home} />
              <DefinitionList facts={[...factsOf(contact), ...ownFactsOf(fields, contact.custom)]} />
            </Panel>
            <LawNotesPanel reader={contact} />
          </div>
        </div>
        {mayWrite ? (
          <div className="flex flex-col items-start gap-2 border-t border-line pt-4">
            {can(scope.role, 'exports.run') ? (
              <ButtonLink href={`${home}/contacts/${contact.id}/privacy`} tone="quiet">
                <Icon of={ShieldUser} />
                What we hold on them, and erasing them
              </ButtonLink>
            ) : null}
            {contact.stop ? null : <StopForm workspace={workspace} contactId={contact.id} />}
            <ButtonLink href={`${home}/duplicates/merge?kind=contact&keep=${contact.id}`} tone="quiet">
              <Icon of={Merge} />
              Merge with another one
            </ButtonLink>
            <MoveToTrash
              {...{ workspace, itemId: contact.id }}
              kind="contact"
              what="this contact"
              withIt="Their addresses, pitches and promises go with them; a stop stays in force."
            />
          </div>
        ) : null}
      </div>
    </>
  )
}

function ownFactsOf(fields: WorkspaceField[], custom: unknown): Fact[] {
  return filledFields(fields, custom).map(({ label, kind, value }) => ({
    term: label,
    value: <OwnValue kind={kind} value={value} />,
  }))
}

function factsOf(contact: Awaited<ReturnType<typeof getContact>>): Fact[] {
  const unknown = <span className="text-ink-soft">Not known</span>
  const writesAs = WRITES_AS.find((known) => known === contact.writesAs) ?? 'unknown'
  const facts: Fact[] = [
    { term: 'Country', value: contact.country ? countryName(contact.country) : unknown },
    { term: 'Time zone', value: contact.timeZone ?? unknown },
    { term: 'Writes', value: writesAs === 'unknown' ? unknown : WRITES_AS_LABELS[writesAs] },
  ]
  if (!contact.note) return facts
  return [
    ...facts,
    {
      term: 'Worth remembering',
      value: (
        <span dir="auto" className="block font-serif whitespace-pre-line wrap-anywhere">
          {contact.note}
        </span>
      ),
    },
  ]
}
