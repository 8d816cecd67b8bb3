import { Handshake } from 'lucide'
import type { Metadata } from 'next'
import { PromiseFields } from '#components/ledger/promise-fields.tsx'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch } from '#components/ui/filter-bar.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { makePromiseThereAction } from '#lib/features/ledger/promise-actions.ts'
import { listProspectsAtHand } from '#lib/features/ledger/touch-queries.ts'
import { found, pageId, searchText } from '#lib/features/page-params.ts'
import { listContactsOfProspect } from '#lib/features/prospects/contact-queries.ts'
import { getProspect } from '#lib/features/prospects/prospect-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

export const metadata: Metadata = { title: 'Note a promise' }

type Search = Record<'prospect' | 'contact' | 'pitch' | 'q', string | string[] | undefined>
type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Search> }

export default async function NewPromisePage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'promises.write')
  const { prospect, contact, pitch, q } = await searchParams
  const home = `/w/${workspace}`
  const prospectId = searchText(prospect)
  return (
    <div className="max-w-form">
      <PageHeader
        crumbs={[{ label: 'Promises', href: `${home}/promises` }]}
        title="Note a promise"
        lead="What one of you will do for the other, and by when."
      />
      {prospectId ? (
        <Form
          {...{ scope, home }}
          prospectId={pageId(prospectId)}
          contactId={searchText(contact)}
          pitchId={searchText(pitch)}
        />
      ) : (
        <ChooseProspect {...{ scope, home }} words={searchText(q)} />
      )}
    </div>
  )
}

type FormProps = {
  scope: WorkspaceScope
  home: string
  prospectId: string
  contactId: string
  pitchId: string
}

async function Form({ scope, home, prospectId, contactId, pitchId }: FormProps) {
  const prospect = await found(getProspect(scope, prospectId))
  const contacts = await listContactsOfProspect(scope, prospectId)
  const back = pitchId ? `${home}/pitches/${pitchId}` : `${home}/prospects/${prospectId}`
  return (
    <ActionForm
      action={makePromiseThereAction}
      hidden={{ workspace: scope.workspaceSlug, prospectId, ...(pitchId ? { pitchId } : {}) }}
      label="Note a promise"
    >
      <p>
        With{' '}
        <Link href={`${home}/prospects/${prospectId}`} className="ink-link wrap-anywhere">
          <bdi>{prospect.name}</bdi>
        </Link>
      </p>
      <PromiseFields contacts={contacts} contactId={contactId || undefined} />
      <FormActions>
        <SubmitButton pendingLabel="Noting it">Note it</SubmitButton>
        <ButtonLink href={back} tone="quiet">
          Leave it
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}

async function ChooseProspect({
  scope,
  home,
  words,
}: {
  scope: WorkspaceScope
  home: string
  words: string
}) {
  const here = `${home}/promises/new`
  const prospects = await listProspectsAtHand(scope, words)
  return (
    <>
      <FilterBar
        action={here}
        label="Find a prospect"
        clearHref={here}
        chips={words ? [{ label: `“${words}”`, href: here }] : []}
      >
        <FilterSearch label="Name or domain" defaultValue={words} />
      </FilterBar>
      {prospects.length === 0 ? (
        <EmptyState
          icon={Handshake}
          title={words ? 'No prospect of that name' : 'Nobody to promise anything yet'}
          actions={<ButtonLink href={`${home}/prospects/new`}>Add a prospect</ButtonLink>}
        >
          A promise is between you and an outlet, or somebody there.
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-sheet">
          {prospects.map(({ id, name, outletKey }) => (
            <li key={id}>
              <Link
                href={`${here}?prospect=${id}`}
                data-row-link
                className="flex min-h-14 flex-wrap items-center gap-x-3 px-4 py-2 hover:bg-hover"
              >
                <span className="font-semibold wrap-anywhere" dir="auto">
                  {name}
                </span>
                <span className="text-sm break-all text-ink-soft">{outletKey}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
