import { FileInput } from 'lucide'
import type { Metadata } from 'next'
import { z } from 'zod'
import { ImportTable } from '#components/imports/import-table.tsx'
import { UploadForm } from '#components/imports/upload-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { IMPORT_FORMAT_TABLE } from '#lib/domain/imports/import-formats.ts'
import { listImports } from '#lib/features/imports/import-queries.ts'
import { searchText } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Bring in a file' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ImportsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'imports.run')
  const search = await searchParams
  const after = z.uuid().nullable().catch(null).parse(searchText(search.after))
  const { imports, next } = await listImports(scope, after)
  const base = `/w/${workspace}/imports`
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Prospects', href: `/w/${workspace}/prospects` }]}
        title="Bring in a file"
        lead="Your spreadsheet, your address book, an export of another tool. You see what it would do first, and can take it back."
      />
      <div className="flex flex-col gap-6">
        <Panel title="A new file">
          <div className="flex max-w-form flex-col gap-4">
            <UploadForm action={`${base}/upload`} problem={searchText(search.problem) || null} />
            <Disclosure summary="What files are understood">
              <p>
                Your own sheet, whatever its columns are called: Rapport asks where it is not sure. These are
                known by their columns:
              </p>
              <ul className="mt-2 list-disc pl-5">
                {KNOWN.map((label) => (
                  <li key={label}>{label}</li>
                ))}
              </ul>
            </Disclosure>
          </div>
        </Panel>
        {imports.length === 0 ? (
          <EmptyState
            icon={FileInput}
            title={after ? 'No files before that' : 'No files yet'}
            actions={after ? <ButtonLink href={base}>The newest files</ButtonLink> : null}
          >
            {after
              ? 'The newest ones stand at the beginning of the list.'
              : 'Every file you bring in is listed here with what it did. For 30 days it can be taken back in one step.'}
          </EmptyState>
        ) : (
          <section>
            <ImportTable imports={imports} base={base} now={scope.now} timeZone={scope.timeZone} />
            <Pagination
              summary={after ? 'Older files' : next ? 'The newest files' : 'All files'}
              previousHref={after ? base : undefined}
              nextHref={next ? `${base}?after=${next}` : undefined}
            />
          </section>
        )}
      </div>
    </>
  )
}

const KNOWN = Object.entries(IMPORT_FORMAT_TABLE)
  .filter(([format, facts]) => format !== 'unknown' && format !== 'spreadsheet' && !('refusal' in facts))
  .map(([, { label }]) => label)
