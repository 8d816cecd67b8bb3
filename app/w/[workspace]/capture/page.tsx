import type { Metadata } from 'next'
import { CaptureForm } from '#components/capture/capture-form.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { captureParameters, outletNameFrom, readCapture } from '#lib/domain/capture.ts'
import { can } from '#lib/domain/roles.ts'
import { searchText } from '#lib/features/page-params.ts'
import { findProspectByAddress } from '#lib/features/prospects/prospect-queries.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { listWorkspacesOf } from '#lib/features/workspaces/membership-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Keep this page' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<'url' | 'title' | 'text', string | string[] | undefined>>
}

const SENT_MAX_CHARACTERS = 20_000

/** A page somebody is on, and what to make of it. Opening this stores nothing. */
export default async function CapturePage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.write')
  const sent = await searchParams
  const text = (value: string | string[] | undefined) => searchText(value, SENT_MAX_CHARACTERS)
  const isSent = [sent.url, sent.title, sent.text].some((value) => text(value) !== '')
  const capture = readCapture({ url: text(sent.url), title: text(sent.title), text: text(sent.text) })
  const [prospect, sites, workspaces] = await Promise.all([
    capture.url ? findProspectByAddress(scope, capture.url) : null,
    listSites(scope),
    scope.userId ? listWorkspacesOf(scope.userId) : [],
  ])
  const others = workspaces.filter(({ slug, role }) => slug !== workspace && can(role, 'prospects.write'))

  return (
    <>
      <PageHeader
        title="Keep this page"
        lead="Nothing is kept until you say what to make of it."
        facts={
          others.length > 0 ? (
            <span>
              In another workspace:{' '}
              {others.slice(0, 5).map(({ slug, name }, at) => (
                <span key={slug}>
                  {at > 0 ? ', ' : null}
                  <Link href={`/w/${slug}/capture?${captureParameters(capture)}`} className="ink-link">
                    {name}
                  </Link>
                </span>
              ))}
            </span>
          ) : undefined
        }
      />
      <CaptureForm
        workspace={workspace}
        capture={capture}
        problem={isSent ? capture.problem : null}
        prospect={prospect}
        suggestedName={outletNameFrom(capture)}
        sites={sites.map(({ id, name }) => ({ id, name }))}
      />
      <p className="mt-6 text-sm text-ink-soft">
        <Link href={`/w/${workspace}/capture/setup`} className="ink-link">
          Keep pages with one click from your browser or phone
        </Link>
      </p>
    </>
  )
}
