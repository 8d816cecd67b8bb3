import type { Metadata } from 'next'
import { BookmarkletLink } from '#components/capture/bookmarklet-link.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { bookmarkletFor } from '#lib/domain/bookmarklet.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { settings } from '#lib/server/env.ts'

export const metadata: Metadata = { title: 'Keep pages from your browser' }

type Props = { params: Promise<{ workspace: string }> }

export default async function CaptureSetupPage({ params }: Props) {
  const { workspace } = await params
  await requireWorkspace(workspace, 'prospects.write')
  const code = bookmarkletFor(`${settings().appUrl}/capture?w=${encodeURIComponent(workspace)}`)
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Keep a page', href: `/w/${workspace}/capture` }]}
        title="Keep pages from your browser"
        lead="On any page, one click brings its address, its title and the words you selected here. Nothing is kept before you say what to make of it."
      />
      <div className="flex max-w-measure flex-col gap-6">
        <Panel title="In a browser" lead="A bookmark that works on every page.">
          <ol className="flex list-decimal flex-col gap-4 pl-5">
            <li>
              Drag this to your bookmarks bar:
              <div className="mt-2">
                <BookmarkletLink code={code}>Keep in Rapport</BookmarkletLink>
              </div>
            </li>
            <li>On a page you want to keep, select the words that matter, or none.</li>
            <li>Click the bookmark. The form opens in a new tab.</li>
          </ol>
          <div className="mt-4">
            <Disclosure summary="Dragging does not work here">
              <div className="flex flex-col items-start gap-2">
                <p>Make any bookmark, edit it, and put this in place of its address.</p>
                <textarea
                  readOnly
                  rows={4}
                  defaultValue={code}
                  aria-label="The bookmark’s address"
                  className="w-full rounded-md border border-line-strong bg-paper p-2 font-mono text-sm break-all"
                />
                <CopyButton text={code} label="Copy it" />
              </div>
            </Disclosure>
          </div>
        </Panel>
        <Panel title="On a phone" lead="Rapport in the share menu.">
          <ol className="flex list-decimal flex-col gap-4 pl-5">
            <li>
              Open Rapport in your phone’s browser and choose “Install app” or “Add to home screen” in its
              menu.
            </li>
            <li>In any app, share a page and choose Rapport.</li>
          </ol>
          <p className="mt-4 text-sm text-ink-soft">
            Android’s browsers can do this. On an iPhone, copy the address and{' '}
            <Link href={`/w/${workspace}/capture`} className="ink-link">
              paste it here
            </Link>
            .
          </p>
        </Panel>
        <p className="text-sm text-ink-soft">
          The bookmark reads nothing but those three things, and only when you click it. A few sites forbid
          bookmarks that do anything; there, copy the address.
        </p>
      </div>
    </>
  )
}
