import Link from 'next/link'
import { RefreshWhileWaiting } from '#components/jobs/refresh-while-waiting.tsx'
import { WorkerNotice } from '#components/jobs/worker-notice.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
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
  const { status, failure, nextTryAt, text, isCut } = note.pageCopy
  const here = `/w/${workspace}/reading/${note.id}`
  const paste = <PasteForm workspace={workspace} noteId={note.id} />

  const isWaiting = status === 'waiting' || status === 'fetching'

  if (isWaiting || status === 'failed') {
    return (
      <div className="flex flex-col gap-4">
        {isWaiting ? (
          <div className="flex flex-col gap-4">
            <WorkerNotice now={now} timeZone={timeZone} waiting="This page" />
            <ProgressNote title={status === 'waiting' ? 'The page is on our list.' : 'Reading the page.'}>
              You can leave, or begin your note: the page comes by itself.{' '}
              <Link href={here} className="ink-link">
                Look again
              </Link>
            </ProgressNote>
          </div>
        ) : (
          <PageFailure
            workspace={workspace}
            noteId={note.id}
            failure={failure ?? ''}
            nextTryAt={nextTryAt}
            now={now}
            mayWrite={mayWrite}
          />
        )}
        {isWaiting || nextTryAt ? <RefreshWhileWaiting everyMs={isWaiting ? 1500 : 5000} /> : null}
        {/* The same form in the same place, whatever comes: what is being pasted must outlive the news. */}
        {mayWrite ? (
          <div className="rounded-lg border border-line bg-sheet px-4 py-3 sm:px-8">
            <Disclosure summary="Paste the post instead" open={!isWaiting}>
              {paste}
            </Disclosure>
          </div>
        ) : null}
      </div>
    )
  }

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
      {mayWrite ? (
        <div className="mt-8 border-t border-line pt-2">
          <Disclosure summary={status === 'pasted' ? 'Paste it anew' : 'Not what you see in your browser?'}>
            {paste}
          </Disclosure>
        </div>
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
