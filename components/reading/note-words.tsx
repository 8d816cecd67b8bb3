import { Quote, WrittenText } from '#components/ui/quote.tsx'
import type { ReadingVerdicts } from '#lib/domain/reading-verdict.ts'
import { VerdictLine } from './verdict-line.tsx'

type NoteWordsProps = {
  note: { quote: string; struck: string; gap: string }
  verdicts: ReadingVerdicts | null
  marked: { quote: boolean; gap: boolean }
}

/** A note for those who may read it and not change it. */
export function NoteWords({ note, verdicts, marked }: NoteWordsProps) {
  return (
    <div className="flex flex-col gap-6">
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">The quote</h3>
        {note.quote ? <Quote>{note.quote}</Quote> : <Nothing />}
        {note.quote && verdicts ? (
          <VerdictLine verdict={verdicts.quote} whenEmpty="" isMarked={marked.quote} />
        ) : null}
      </section>
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">What struck the reader</h3>
        {note.struck ? <WrittenText>{note.struck}</WrittenText> : <Nothing />}
      </section>
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">What the post lacks</h3>
        {note.gap ? <WrittenText>{note.gap}</WrittenText> : <Nothing />}
        {note.gap && verdicts ? (
          <VerdictLine verdict={verdicts.gap} whenEmpty="" isMarked={marked.gap} />
        ) : null}
      </section>
    </div>
  )
}

function Nothing() {
  return <p className="text-ink-soft">Nothing written yet.</p>
}
