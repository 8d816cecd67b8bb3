import type { ReactNode } from 'react'

type QuoteProps = {
  /** The words as they stand on the page. Wrap what matters in `<mark>`, or give `marked`. */
  children: ReactNode
  /** Where they are from: a link, a date. */
  source?: ReactNode
}

/** Somebody's own words, set to be read. */
export function Quote({ children, source }: QuoteProps) {
  return (
    <figure className="border-l-2 border-accent pl-4">
      <blockquote className="reading">{children}</blockquote>
      {source ? <figcaption className="mt-2 text-sm text-ink-soft">{source}</figcaption> : null}
    </figure>
  )
}

/** Text with one passage marked, as with a highlighter; the whole text if the passage is not in it. */
export function MarkedText({ text, passage }: { text: string; passage: string }) {
  const start = passage ? text.indexOf(passage) : -1
  if (start < 0) return text
  return (
    <>
      {text.slice(0, start)}
      <mark>{passage}</mark>
      {text.slice(start + passage.length)}
    </>
  )
}

/** What somebody wrote, line breaks kept: a pitch, a message, a note. */
export function WrittenText({ children }: { children: string }) {
  return <div className="reading whitespace-pre-line">{children}</div>
}
