import { BookOpen, Plus } from 'lucide'
import type { Metadata } from 'next'
import { ReadingTable } from '#components/reading/reading-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { can } from '#lib/domain/roles.ts'
import { listReadingNotes } from '#lib/features/reading/reading-queries.ts'
import { readingListSchema } from '#lib/features/reading/reading-schema.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Reading' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ReadingPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const { notes, before, after } = await listReadingNotes(scope, readingListSchema.parse(await searchParams))
  const home = `/w/${workspace}/reading`
  const readPost = can(scope.role, 'reading.write') ? (
    <ButtonLink tone="primary" href={`${home}/new`} data-new-link>
      <Icon of={Plus} />
      Read a post
    </ButtonLink>
  ) : null

  return (
    <>
      <PageHeader
        title="Reading"
        lead="What you read of theirs, and what it left you with. Every first letter stands on one of these notes."
        actions={notes.length > 0 ? readPost : null}
      />
      {notes.length === 0 ? (
        <EmptyState icon={BookOpen} title="Nothing read yet" actions={readPost}>
          Paste the address of a post by somebody whose readers would care. The post comes up beside your
          note, and we check that your quote stands in it.
        </EmptyState>
      ) : (
        <>
          <ReadingTable workspace={workspace} notes={notes} now={scope.now} timeZone={scope.timeZone} />
          <Pagination
            summary="Newest first"
            previousHref={before ? `${home}?before=${before}` : undefined}
            nextHref={after ? `${home}?after=${after}` : undefined}
          />
        </>
      )}
    </>
  )
}
