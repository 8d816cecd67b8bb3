import { BookOpenText } from 'lucide'
import { LawLine } from '#components/prospects/law-notes.tsx'
import { PLACES } from '#components/reading/passage-places.ts'
import { PostText } from '#components/reading/post-text.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { postExcerpt } from '#lib/domain/pitch-desk/post-excerpt.ts'
import { passagesIn } from '#lib/domain/reading-verdict.ts'
import type { Desk } from '#lib/features/pitches/desk-queries.ts'
import { DeskPeople } from './desk-people.tsx'
import { ReadingBeside } from './reading-beside.tsx'

/** Where it stands on the page, for a link. */
export const BESIDE = 'beside'

type DeskSideProps = { home: string; desk: Desk; mayWrite: boolean }

/**
 * What lies beside the letter: our note, who they are, how they like to be written to, and the post with the quote marked. On
 * narrow windows it folds away; on wide ones the fold is always open (styles/parts.css) and nothing of it is a button.
 */
export function DeskSide({ home, desk, mayWrite }: DeskSideProps) {
  const { contact, prospect, readingNote } = desk
  return (
    <details className="fold-when-narrow scroll-mt-16" id={BESIDE}>
      <summary className="tap flex items-center gap-2 rounded-md border border-line bg-sheet px-4 py-2 font-semibold">
        <Icon of={BookOpenText} className="size-4 shrink-0 text-accent" />
        What was read, and who they are
      </summary>
      <div className="flex flex-col gap-6 max-lg:pt-4">
        <LawLine
          reader={{ country: contact.country ?? prospect.country, writesAs: contact.writesAs }}
          href={`${home}/contacts/${contact.id}#law`}
        />
        <ReadingBeside home={home} prospect={prospect} note={readingNote} mayWrite={mayWrite} />
        <DeskPeople home={home} desk={desk} />
        <OtherNotes home={home} notes={desk.otherNotes} />
        <Post home={home} note={readingNote} />
      </div>
    </details>
  )
}

function OtherNotes({ home, notes }: { home: string; notes: Desk['otherNotes'] }) {
  if (notes.length === 0) return null
  return (
    <Panel title="Other notes on them">
      <ul className="flex flex-col gap-1">
        {notes.map((note) => (
          <li key={note.id}>
            <Disclosure summary={<bdi className="wrap-anywhere">{note.pageCopy.title || note.url}</bdi>}>
              <div className="flex flex-col gap-2 wrap-anywhere" dir="auto">
                {note.quote ? <blockquote className="reading">“{note.quote}”</blockquote> : null}
                {note.struck ? <WrittenText>{note.struck}</WrittenText> : null}
                <p className="text-sm">
                  <Link href={`${home}/reading/${note.id}`} className="ink-link">
                    Open this note
                  </Link>
                </p>
              </div>
            </Disclosure>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Post({ home, note }: { home: string; note: Desk['readingNote'] }) {
  if (!note) return null
  const { pageCopy } = note
  if (pageCopy.text === '') {
    return (
      <Panel title="The post">
        <p className="text-ink-soft">
          We have no text of it yet.{' '}
          <Link href={`${home}/reading/${note.id}`} className="ink-link">
            Paste it into the note
          </Link>
          , and it stands here.
        </p>
      </Panel>
    )
  }
  const quoteAt = passagesIn(pageCopy.text, note).quote[0]?.start ?? null
  const { text, isCut } = postExcerpt(pageCopy.text, quoteAt)
  const passages = passagesIn(text, note)
  return (
    <Panel
      id={PLACES.post}
      title={<bdi className="wrap-anywhere">{pageCopy.title || 'The post'}</bdi>}
      lead={
        passages.quote.length > 0 ? (
          <a href={`#${PLACES.quote}`} className="ink-link">
            Go to the quote
          </a>
        ) : undefined
      }
    >
      <div className="reading wrap-anywhere">
        <PostText text={text} passages={passages} />
      </div>
      {isCut ? (
        <p className="mt-4 text-sm text-ink-soft">
          A long page: this is the part around the quote.{' '}
          <Link href={`${home}/reading/${note.id}`} className="ink-link">
            All of it stands with the note
          </Link>
          .
        </p>
      ) : null}
    </Panel>
  )
}
