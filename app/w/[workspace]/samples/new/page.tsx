import { Gift, UserPlus } from 'lucide'
import type { Metadata } from 'next'
import { ChooseReceiver } from '#components/samples/choose-receiver.tsx'
import { GiftNotesPanel } from '#components/samples/gift-notes.tsx'
import { OfferForm } from '#components/samples/offer-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { can } from '#lib/domain/roles.ts'
import { listCampaignChoices } from '#lib/features/campaigns/campaign-queries.ts'
import { listProspectsAtHand } from '#lib/features/ledger/touch-queries.ts'
import { findMentionOrigin } from '#lib/features/mentions/mention-queries.ts'
import { found, pageId, searchText } from '#lib/features/page-params.ts'
import { listContactsOfProspect } from '#lib/features/prospects/contact-queries.ts'
import { getProspect } from '#lib/features/prospects/prospect-queries.ts'
import { listItemChoices } from '#lib/features/samples/item-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Offer a sample' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<
    Record<'prospect' | 'contact' | 'pitch' | 'item' | 'q', string | string[] | undefined>
  >
}

export default async function NewSamplePage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'samples.write')
  const asked = await searchParams
  const home = `/w/${workspace}`
  const crumbs = [{ label: 'Samples', href: `${home}/samples` }]
  const items = await listItemChoices(scope)
  if (items.length === 0) {
    return (
      <>
        <PageHeader crumbs={crumbs} title="Offer a sample" />
        <EmptyState
          icon={Gift}
          title="First, something to give"
          actions={
            <ButtonLink href={`${home}/samples/items`} tone="primary">
              Add an item
            </ButtonLink>
          }
        >
          What it is, what one costs you, and how many you have.
        </EmptyState>
      </>
    )
  }
  const { pitch } = await findMentionOrigin(scope, { pitchId: searchText(asked.pitch) })
  const prospectId = pitch?.prospectId ?? searchText(asked.prospect)
  if (!prospectId) {
    const words = searchText(asked.q)
    return (
      <>
        <PageHeader crumbs={crumbs} title="Offer a sample" lead="First: whose readers would care?" />
        <ChooseReceiver
          here={`${home}/samples/new`}
          words={words}
          prospects={await listProspectsAtHand(scope, words)}
        />
      </>
    )
  }
  const prospect = await found(getProspect(scope, pageId(prospectId)))
  const [contacts, campaigns] = await Promise.all([
    listContactsOfProspect(scope, prospect.id),
    listCampaignChoices(scope),
  ])
  const people = contacts.filter(({ until }) => until === null)
  const title = (
    <>
      Offer a sample to <bdi className="wrap-anywhere">{prospect.name}</bdi>
    </>
  )
  if (people.length === 0) {
    return (
      <>
        <PageHeader crumbs={crumbs} title={title} />
        <EmptyState
          icon={UserPlus}
          title="A gift goes to a person"
          actions={
            <ButtonLink href={`${home}/prospects/${prospect.id}/contacts/new`} tone="primary">
              Add a person
            </ButtonLink>
          }
        >
          Nobody is noted at this outlet yet. Look who writes there.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={title}
        lead="Rapport keeps what you offered and with which words. It sends nothing."
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        <OfferForm
          workspace={workspace}
          prospectId={prospect.id}
          items={items}
          people={people.map(({ id, name }) => ({ id, name }))}
          campaigns={campaigns}
          known={{
            contactId: searchText(asked.contact) || pitch?.contactId,
            itemId: searchText(asked.item) || undefined,
            campaignId: pitch?.campaign.id,
            pitchId: pitch?.id,
          }}
          mayOverrule={can(scope.role, 'pitches.overrule')}
          back={`${home}/prospects/${prospect.id}`}
        />
        <GiftNotesPanel
          receivers={people.map(({ name, country }) => ({ name, country: country ?? prospect.country }))}
        />
      </div>
    </>
  )
}
