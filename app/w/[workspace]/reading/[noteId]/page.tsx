import { Clipboard, ExternalLink, PenLine, Trash2 } from 'lucide'
import type { Metadata } from 'next'
import { NoteForm } from '#components/reading/note-form.tsx'
import { NoteWords } from '#components/reading/note-words.tsx'
import { PLACES } from '#components/reading/passage-places.ts'
import { PostPanel } from '#components/reading/post-panel.tsx'
import { postTitle, readableUrl } from '#components/reading/reading-table.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ActionMenu } from '#components/ui/action-menu.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { passagesIn } from '#lib/domain/reading-verdict.ts'
import { can } from '#lib/domain/roles.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { getReadingNote } from '#lib/features/reading/reading-queries.ts'
import { moveToTrashAction } from '#lib/features/trash/trash-actions.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = { params: Promise<{ workspace: string; noteId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, noteId } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const note = await found(getReadingNote(scope, pageId(noteId)))
  return { title: `Reading ${note.prospect.name}` }
}

export default async function ReadingNotePage({ params }: Props) {
  const { workspace, noteId } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const note = await found(getReadingNote(scope, pageId(noteId)))
  const { pageCopy, prospect, verdicts } = note
  const { now, timeZone } = scope
  const home = `/w/${workspace}`
  const mayWrite = can(scope.role, 'reading.write')
  const passages = passagesIn(pageCopy.text, note)
  const marked = { quote: passages.quote.length > 0, gap: passages.gap.length > 0 }

  return (
    <>
      <PageHeader
        title={<span dir="auto">{postTitle(note)}</span>}
        crumbs={[
          { label: 'Reading', href: `${home}/reading` },
          { label: prospect.name, href: `${home}/prospects/${prospect.id}` },
        ]}
        facts={
          <>
            <a
              href={pageCopy.finalUrl ?? note.url}
              rel="noreferrer"
              target="_blank"
              className="ink-link inline-flex min-w-0 items-center gap-1"
            >
              <span className="line-clamp-1 break-all">{readableUrl(pageCopy.finalUrl ?? note.url)}</span>
              <Icon of={ExternalLink} className="size-3.5 shrink-0" />
              <span className="sr-only">(opens their page in a new tab)</span>
            </a>
            {pageCopy.status === 'pasted' ? <Badge icon={Clipboard}>Pasted by hand</Badge> : null}
            {pageCopy.fetchedAt ? (
              <span>
                {pageCopy.status === 'pasted' ? 'Pasted' : 'Fetched'}{' '}
                <RelativeTime then={pageCopy.fetchedAt} now={now} timeZone={timeZone} />
              </span>
            ) : null}
            <span>Read by {note.author.name}</span>
          </>
        }
      />
      <nav
        aria-label="This page"
        className="sticky top-0 z-1 -mx-4 -mt-4 mb-4 flex gap-2 border-b border-line bg-paper px-4 py-1 lg:hidden"
      >
        <a href={`#${PLACES.post}`} className="ink-link tap inline-flex items-center px-2">
          The post
        </a>
        <a href={`#${PLACES.note}`} className="ink-link tap inline-flex items-center px-2">
          {mayWrite ? 'Your note' : 'The note'}
        </a>
      </nav>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <PostPanel
          workspace={workspace}
          note={note}
          passages={passages}
          now={now}
          timeZone={timeZone}
          mayWrite={mayWrite}
        />
        <div
          className="scroll-mt-16 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:rounded-lg"
          id={PLACES.note}
        >
          <Panel
            title={mayWrite ? 'Your note' : 'The note'}
            actions={
              mayWrite ? (
                <>
                  <ActionMenu
                    label="More about this note"
                    items={[
                      {
                        label: 'Move to trash',
                        form: 'trash-note',
                        tone: 'danger',
                        icon: <Icon of={Trash2} />,
                      },
                    ]}
                  />
                  <ActionForm
                    id="trash-note"
                    action={moveToTrashAction}
                    hidden={{ workspace, kind: 'reading', itemId: note.id }}
                  />
                </>
              ) : null
            }
          >
            {mayWrite ? (
              <NoteForm
                workspace={workspace}
                note={{ id: note.id, quote: note.quote, struck: note.struck, gap: note.gap }}
                verdicts={verdicts}
                marked={marked}
                actions={
                  verdicts?.quote.kind === 'found' ? (
                    <ButtonLink
                      href={`${home}/pitches/new?prospect=${prospect.id}&reading=${note.id}`}
                      tone="quiet"
                    >
                      <Icon of={PenLine} />
                      Write to them
                    </ButtonLink>
                  ) : null
                }
              />
            ) : (
              <NoteWords note={note} verdicts={verdicts} marked={marked} />
            )}
          </Panel>
          {mayWrite ? null : (
            <p className="mt-3 text-sm text-ink-soft">
              <Link href={`${home}/prospects/${prospect.id}`} className="ink-link">
                All about {prospect.name}
              </Link>
            </p>
          )}
        </div>
      </div>
    </>
  )
}
