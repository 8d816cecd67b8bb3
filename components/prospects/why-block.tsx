import { Disclosure } from '#components/ui/disclosure.tsx'
import { BlockLink, EmptyBlock, NothingYet, PageBlock } from './page-block.tsx'

const SHORT_CHARACTERS = 400

type WhyBlockProps = {
  whyCare: string
  note: string
  /** Where both are changed; left out for who may not. */
  editHref?: string
}

/** Why their readers would care, and what is worth remembering of them. */
export function WhyBlock({ whyCare, note, editHref }: WhyBlockProps) {
  if (!whyCare && !note) {
    return (
      <EmptyBlock
        title="Why their readers would care"
        said="nobody has said yet"
        action={editHref ? <BlockLink href={editHref}>Say why</BlockLink> : null}
      >
        If no reason comes to mind, this may not be one for you.
      </EmptyBlock>
    )
  }
  return (
    <PageBlock title="Why their readers would care">
      {whyCare ? (
        <p dir="auto" className="max-w-measure font-serif leading-6 whitespace-pre-line wrap-anywhere">
          {whyCare}
        </p>
      ) : (
        <NothingYet>Nobody has said yet. If no reason comes to mind, this may not be one for you.</NothingYet>
      )}
      {note ? (
        <div className="mt-2 border-t border-line pt-2">
          <h3 className="text-sm font-semibold text-ink-soft">Worth remembering</h3>
          <Note note={note} />
        </div>
      ) : null}
    </PageBlock>
  )
}

function Note({ note }: { note: string }) {
  if (note.length <= SHORT_CHARACTERS) return <NoteText>{note}</NoteText>
  const cut = note.lastIndexOf(' ', SHORT_CHARACTERS)
  const end = cut > SHORT_CHARACTERS / 2 ? cut : SHORT_CHARACTERS
  return (
    <>
      <NoteText>{`${note.slice(0, end).trimEnd()} …`}</NoteText>
      <Disclosure summary={<span className="text-sm">All of it</span>}>
        <NoteText>{note}</NoteText>
      </Disclosure>
    </>
  )
}

function NoteText({ children }: { children: string }) {
  return (
    <p dir="auto" className="max-w-measure font-serif leading-6 whitespace-pre-line wrap-anywhere">
      {children}
    </p>
  )
}
