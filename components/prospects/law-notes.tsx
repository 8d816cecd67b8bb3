import { Scale } from 'lucide'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { writtenDay } from '#components/ui/written.ts'
import { lawAdvice, NOT_LEGAL_ADVICE, type Reader } from '#lib/domain/law-notes.ts'

/** What the law of the reader's country asks, as far as we know it. No tick and no green: notes never allow anything. */
export function LawNotesPanel({ reader }: { reader: Reader }) {
  const { where, line, notes } = lawAdvice(reader)
  return (
    <Panel title="What the law asks" lead={NOT_LEGAL_ADVICE} id="law">
      <div className="flex flex-col gap-4">
        <p className="max-w-measure">{line}</p>
        {notes.length > 0 ? (
          <Disclosure summary={`The notes: ${where}`}>
            <LawNoteList reader={reader} />
          </Disclosure>
        ) : null}
      </div>
    </Panel>
  )
}

/** One line for the pitch desk, with the way to the rest. */
export function LawLine({ reader, href }: { reader: Reader; href: string }) {
  return (
    <p className="flex gap-2 text-sm text-ink-soft">
      <Icon of={Scale} className="mt-1 size-4 shrink-0" />
      <span>
        {lawAdvice(reader).line}{' '}
        <Link href={href} className="ink-link">
          What the law asks
        </Link>
      </span>
    </p>
  )
}

function LawNoteList({ reader }: { reader: Reader }) {
  return (
    <ul className="flex flex-col gap-4">
      {lawAdvice(reader).notes.map(({ law, words, source, notedOn }) => (
        <li key={words} className="max-w-measure">
          <p className="font-semibold">{law}</p>
          <p>{words}</p>
          <p className="text-sm text-ink-soft">
            {source.url === null ? (
              `Source: ${source.label}`
            ) : (
              <>
                Source:{' '}
                <a href={source.url} rel="noreferrer" className="ink-link wrap-anywhere">
                  {source.label}
                </a>
              </>
            )}
            . Noted in {monthOf(notedOn)}.
          </p>
        </li>
      ))}
    </ul>
  )
}

/** "2026-11" as "November 2026". */
function monthOf(month: string): string {
  return writtenDay(`${month}-01`, 'month')
}
