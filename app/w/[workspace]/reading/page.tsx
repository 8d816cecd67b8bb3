import { BookOpen, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { ReadingTable } from '#components/reading/reading-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { can } from '#lib/domain/roles.ts'
import { searchText } from '#lib/features/page-params.ts'
import { listReadingNotes, NOTES_PER_PAGE } from '#lib/features/reading/reading-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Reading' }

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<{ page?: string | string[] }> }

export default async function ReadingPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const { notes, total, page, pages } = await listReadingNotes(scope, {
    page: pageNumber((await searchParams).page),
  })
  const home = `/w/${workspace}/reading`
  const readPost = can(scope.role, 'reading.write') ? (
    <ButtonLink tone="primary" href={`${home}/new`} data-new-link>
      <Plus aria-hidden />
      Read a post
    </ButtonLink>
  ) : null
  const first = (page - 1) * NOTES_PER_PAGE + 1

  return (
    <>
      <PageHeader
        title="Reading"
        lead="What you read of theirs, and what it left you with. Every first letter stands on one of these notes."
        actions={total > 0 ? readPost : null}
      />
      {total === 0 ? (
        <EmptyState icon={BookOpen} title="Nothing read yet" actions={readPost}>
          Paste the address of a post by somebody whose readers would care. The post comes up beside your
          note, and we check that your quote stands in it.
        </EmptyState>
      ) : (
        <>
          <ReadingTable workspace={workspace} notes={notes} now={scope.now} timeZone={scope.timeZone} />
          <Pagination
            summary={`${first} to ${first + notes.length - 1} of ${total} ${total === 1 ? 'note' : 'notes'}`}
            previousHref={page > 1 ? `${home}?page=${page - 1}` : undefined}
            nextHref={page < pages ? `${home}?page=${page + 1}` : undefined}
          />
        </>
      )}
    </>
  )
}

function pageNumber(value: string | string[] | undefined): number {
  const number = Number(searchText(value) || '1')
  return Number.isSafeInteger(number) && number > 0 ? number : 1
}
