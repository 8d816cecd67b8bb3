import { ExternalLink } from 'lucide'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { Quote, WrittenText } from '#components/ui/quote.tsx'

type ReadingBesideProps = {
  home: string
  prospect: { id: string; name: string }
  note: { id: string; url: string; quote: string; struck: string; gap: string; deletedAt: Date | null } | null
  mayWrite: boolean
}

/** What was read, beside what is written: the quote, what struck us, what is missing there, and the post itself. */
export function ReadingBeside({ home, prospect, note, mayWrite }: ReadingBesideProps) {
  if (!note || note.deletedAt) {
    return (
      <Panel title={mayWrite ? 'What you read' : 'What was read'}>
        <p className="text-ink-soft">
          No reading note is tied to this pitch. Read something of theirs first: it is what the letter stands
          on.
        </p>
        {mayWrite ? (
          <div className="mt-4">
            <ButtonLink href={`${home}/reading/new?prospect=${prospect.id}`}>
              Read a post of {prospect.name}
            </ButtonLink>
          </div>
        ) : null}
      </Panel>
    )
  }
  return (
    <Panel
      title={mayWrite ? 'What you read' : 'What was read'}
      actions={
        <Link href={`${home}/reading/${note.id}`} className="ink-link tap inline-flex items-center text-sm">
          Open the note
        </Link>
      }
    >
      <div className="flex flex-col gap-6 wrap-anywhere">
        {note.quote ? (
          <Quote
            source={
              <a
                href={note.url}
                rel="noreferrer"
                target="_blank"
                className="ink-link inline-flex items-center gap-1"
              >
                The post
                <Icon of={ExternalLink} className="size-3.5" />
                <span className="sr-only">(opens in a new tab)</span>
              </a>
            }
          >
            {note.quote}
          </Quote>
        ) : (
          <p className="text-ink-soft">The note has no quote yet. Copy a sentence from the post into it.</p>
        )}
        {note.struck ? (
          <div>
            <h3 className="mb-1 text-sm font-semibold text-ink-soft">
              {mayWrite ? 'What struck you' : 'What struck them'}
            </h3>
            <WrittenText>{note.struck}</WrittenText>
          </div>
        ) : null}
        {note.gap ? (
          <div>
            <h3 className="mb-1 text-sm font-semibold text-ink-soft">What is missing there</h3>
            <WrittenText>{note.gap}</WrittenText>
          </div>
        ) : null}
      </div>
    </Panel>
  )
}
