import { RefreshWhileWaiting } from '#components/jobs/refresh-while-waiting.tsx'
import { WorkerNotice } from '#components/jobs/worker-notice.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'
import { ProgressNote } from '#components/ui/progress-note.tsx'
import type { TextRange } from '#lib/domain/text/quote-search.ts'
import type { getReadingNote } from '#lib/features/reading/reading-queries.ts'
import { PageFailure } from './page-failure.tsx'
import { PLACES } from './passage-places.ts'
import { PasteForm } from './paste-form.tsx'
import { gapMark, PostText } from './post-text.tsx'

type PostPanelProps = {
  workspace: string
  note: Awaited<ReturnType<typeof getReadingNote>>
  passages: { quote: TextRange[]; gap: TextRange[] }
  now: Date
  timeZone: string
  mayWrite: boolean
}

/** The left half of the desk: the post, or where it is on its way to us. */
export function PostPanel({ workspace, note, passages, now, timeZone, mayWrite }: PostPanelProps) {
  const { status } = note.pageCopy
  const hasText = status === 'fetched' || status === 'pasted'
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {hasText ? (
        <Post note={note} passages={passages} />
      ) : (
        <OnItsWay workspace={workspace} note={note} now={now} timeZone={timeZone} mayWrite={mayWrite} />
      )}
      {/* The same form in the same place, whatever comes: what is being pasted must outlive the news. */}
      {mayWrite ? (
        <div className="rounded-lg border border-line bg-sheet px-4 py-3 sm:px-8">
          <Disclosure summary={pasteWords(status)} open={status === 'failed'}>
            <PasteForm workspace={workspace} noteId={note.id} />
          </Disclosure>
        </div>
      ) : null}
    </div>
  )
}

function pasteWords(status: string): string {
  if (status === 'pasted') return 'Paste it anew'
  return status === 'fetched' ? 'Not what you see in your browser?' : 'Paste the post instead'
}

function OnItsWay({ workspace, note, now, timeZone, mayWrite }: Omit<PostPanelProps, 'passages'>) {
  const { status, failure, nextTryAt } = note.pageCopy
  if (status === 'failed') {
    return (
      <>
        <PageFailure
          workspace={workspace}
          noteId={note.id}
          failure={failure ?? ''}
          nextTryAt={nextTryAt}
          now={now}
          mayWrite={mayWrite}
        />
        {nextTryAt ? <RefreshWhileWaiting atMostEveryMs={5000} /> : null}
      </>
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <WorkerNotice now={now} timeZone={timeZone} waiting="This page" />
      <ProgressNote title={status === 'waiting' ? 'The page is on our list.' : 'Reading the page.'}>
        You can leave, or begin your note: the page comes by itself.{' '}
        <Link href={`/w/${workspace}/reading/${note.id}`} className="ink-link">
          Look again
        </Link>
      </ProgressNote>
      <RefreshWhileWaiting />
    </div>
  )
}

function Post({ note, passages }: Pick<PostPanelProps, 'note' | 'passages'>) {
  const { text, isCut } = note.pageCopy
  return (
    <article
      id={PLACES.post}
      aria-labelledby={`${PLACES.post}-heading`}
      className="min-w-0 scroll-mt-16 rounded-lg border border-line bg-sheet px-4 py-6 sm:px-8 sm:py-8"
    >
      <h2 id={`${PLACES.post}-heading`} className="sr-only">
        The post
      </h2>
      <Legend passages={passages} />
      <div className="reading mx-auto">
        <PostText text={text} passages={passages} />
      </div>
      {isCut ? (
        <p className="mt-6 border-t border-line pt-4 text-sm text-ink-soft">
          This page is very long. The first 400,000 characters are kept, and only they are searched.
        </p>
      ) : null}
    </article>
  )
}

function Legend({ passages }: Pick<PostPanelProps, 'passages'>) {
  const signs = [
    { name: 'The quote', is: passages.quote.length > 0, sign: <mark>Words</mark> },
    {
      name: 'Speaks of what should be missing',
      is: passages.gap.length > 0,
      sign: <span className={gapMark}>words</span>,
    },
  ].filter(({ is }) => is)
  if (signs.length === 0) return null
  return (
    <dl aria-label="Marks in the post" className="mb-6 flex flex-wrap gap-x-6 gap-y-1 text-sm text-ink-soft">
      {signs.map(({ name, sign }) => (
        <div key={name} className="flex items-baseline gap-2">
          <dt className="font-serif text-base text-ink" aria-hidden>
            {sign}
          </dt>
          <dd>{name}</dd>
        </div>
      ))}
    </dl>
  )
}
