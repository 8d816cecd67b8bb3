import { Panel } from '#components/ui/panel.tsx'
import { markedPieces } from '#lib/domain/text/post-blocks.ts'
import type { Remark } from '#lib/features/pitches/remark-queries.ts'
import { LETTER_PLACES, type LetterPart } from './letter-places.ts'

type Letter = { subject: string; body: string }

/** The letter as it will go, with the words that somebody has an open remark on marked and numbered. */
export function RemarkedLetter({ letter, remarks }: { letter: Letter; remarks: readonly Remark[] }) {
  const open = remarks.filter((remark) => remark.state === 'open')
  return (
    <Panel>
      <article dir="auto" className="wrap-anywhere">
        {letter.subject ? (
          <h2 id={LETTER_PLACES.subject} className="mb-4 font-serif text-lg font-semibold">
            <MarkedWords text={letter.subject} part="subject" remarks={open} />
          </h2>
        ) : (
          <h2 className="mb-4 font-serif text-lg font-semibold">No subject yet</h2>
        )}
        <div id={LETTER_PLACES.body} className="reading whitespace-pre-line">
          <MarkedWords text={letter.body} part="body" remarks={open} />
        </div>
      </article>
    </Panel>
  )
}

type MarkedWordsProps = { text: string; part: LetterPart; remarks: readonly Remark[] }

/** Numbers are drawn, not written: what is selected and copied are the letter's own words. */
function MarkedWords({ text, part, remarks }: MarkedWordsProps) {
  const marks = remarks.flatMap(({ number, place, part: of }) =>
    place && of === part ? [{ name: String(number), ...place }] : [],
  )
  const seen = new Set<string>()
  let at = 0
  return markedPieces(text, { start: 0, end: text.length }, marks).map((piece) => {
    const key = at
    at += piece.text.length
    const [first] = piece.marks
    if (first === undefined) return piece.text
    const begins = piece.marks.filter((name) => !seen.has(name))
    for (const name of begins) seen.add(name)
    return (
      <mark key={key}>
        {begins.map((name) => (
          <span key={name} id={`words-${name}`} className="scroll-mt-24" />
        ))}
        <a
          href={`#remark-${first}`}
          draggable={false}
          data-numbers={begins.join(', ')}
          className="text-inherit underline decoration-accent decoration-2 underline-offset-4 before:mr-0.5 before:align-super before:text-sm before:font-semibold before:text-accent data-[numbers='']:before:hidden before:content-[attr(data-numbers)]"
        >
          {piece.text}
        </a>
      </mark>
    )
  })
}
