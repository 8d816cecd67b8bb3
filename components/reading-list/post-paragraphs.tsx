import { Quote } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { countWords } from '#lib/domain/text/words.ts'
import { startReadingAction } from '#lib/features/reading/reading-actions.ts'
import { QUOTE_MAX_CHARACTERS } from '#lib/features/reading/reading-schema.ts'

/** Fewer words prove nothing: the gate asks for four in a row. */
const QUOTE_MIN_WORDS = 4

type PostParagraphsProps = {
  workspace: string
  prospectId: string
  url: string
  text: string
  mayNote: boolean
}

/** A post set to be read. Each paragraph can become the quote of a reading note; the page itself then says whether it stands there. */
export function PostParagraphs({ workspace, prospectId, url, text, mayNote }: PostParagraphsProps) {
  const paragraphs = text.split('\n\n').filter(Boolean)
  const words = paragraphs.map((paragraph, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text have no name but their place
    <div key={at} className="flex items-start gap-2">
      <p dir="auto" className="min-w-0 flex-1 wrap-anywhere">
        {paragraph}
      </p>
      {mayNote && countWords(paragraph) >= QUOTE_MIN_WORDS ? (
        <SubmitButton
          tone="quiet"
          name="quote"
          value={quoteOf(paragraph)}
          aria-label={`Note this paragraph: ${paragraph.slice(0, 60)}`}
          title="Make a reading note with these words"
          className="-mt-2 shrink-0"
        >
          <Icon of={Quote} />
        </SubmitButton>
      ) : null}
    </div>
  ))
  if (!mayNote) return <div className="reading flex max-w-measure flex-col gap-4">{words}</div>
  return (
    <ActionForm
      action={startReadingAction}
      hidden={{ workspace, prospectId, url }}
      label="Make a reading note"
    >
      <div className="reading flex max-w-measure flex-col gap-4">{words}</div>
    </ActionForm>
  )
}

/** As much of a paragraph as a quote may be, cut behind a word. */
function quoteOf(paragraph: string): string {
  if (paragraph.length <= QUOTE_MAX_CHARACTERS) return paragraph
  const cut = paragraph.slice(0, QUOTE_MAX_CHARACTERS)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), QUOTE_MAX_CHARACTERS / 2)).toWellFormed()
}
