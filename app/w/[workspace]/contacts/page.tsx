import { SearchX, Users } from 'lucide'
import type { Metadata } from 'next'
import { ContactTable } from '#components/prospects/contact-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch } from '#components/ui/filter-bar.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { contactListHref, readContactList } from '#lib/features/prospects/contact-list.ts'
import { listContacts, MOST_FOUND } from '#lib/features/prospects/contact-list-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'People' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ContactsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const list = readContactList(await searchParams)
  const { contacts, after, before, isCut } = await listContacts(scope, list)
  const home = `/w/${workspace}`
  const base = `${home}/contacts`
  const isNarrowed = list.q !== '' || list.tag !== ''
  const isPage = list.after !== null || list.before !== null
  const chips = [
    ...(list.q ? [{ label: `“${list.q}”`, href: contactListHref(base, list, { q: '' }) }] : []),
    ...(list.tag ? [{ label: `Tag: ${list.tag}`, href: contactListHref(base, list, { tag: '' }) }] : []),
  ]
  return (
    <>
      <PageHeader
        title="People"
        lead="Everybody you know at an outlet, by name. New people are added on the page of their outlet."
        crumbs={[{ label: 'Prospects', href: `${home}/prospects` }]}
      />
      {contacts.length === 0 && !isNarrowed && !isPage ? (
        <EmptyState
          icon={Users}
          title="Nobody yet"
          actions={
            <ButtonLink href={`${home}/prospects`} tone="primary">
              To the prospects
            </ButtonLink>
          }
        >
          Open a prospect and add who writes there, with the address they published and where you found it.
        </EmptyState>
      ) : (
        <>
          <FilterBar action={base} label="Find people" chips={chips} clearHref={base}>
            <FilterSearch key={`q${list.q}`} label="Name or address" defaultValue={list.q} />
            {list.tag ? <input type="hidden" name="tag" value={list.tag} /> : null}
          </FilterBar>
          {isCut ? (
            <div className="mb-3">
              <Notice tone="neutral" title={`More than ${MOST_FOUND} people fit`}>
                You see some of them. A longer piece of the name finds the right one.
              </Notice>
            </div>
          ) : null}
          {contacts.length === 0 ? (
            <EmptyState
              icon={SearchX}
              title={isPage ? 'The list ends here' : 'Nobody fits that'}
              actions={<ButtonLink href={base}>Show everybody</ButtonLink>}
            >
              Try a part of the name, or of the address.
            </EmptyState>
          ) : (
            <ContactTable contacts={contacts} home={home} now={scope.now} timeZone={scope.timeZone} />
          )}
          <Pagination
            summary={contacts.length === 1 ? '1 shown' : `${contacts.length} shown`}
            firstHref={isPage ? contactListHref(base, list) : undefined}
            previousHref={before ? contactListHref(base, list, { before }) : undefined}
            nextHref={after ? contactListHref(base, list, { after }) : undefined}
          />
        </>
      )}
    </>
  )
}
