const SHOWN_MAX_CHARACTERS = 30_000
/** A line longer than this is cut anywhere. */
const LINE_MAX_CHARACTERS = 5_000

/** The part of a long page that stands beside a letter: where the quote is, in whole lines. */
export function postExcerpt(text: string, quoteAt: number | null): { text: string; isCut: boolean } {
  if (text.length <= SHOWN_MAX_CHARACTERS) return { text, isCut: false }
  const last = text.length - SHOWN_MAX_CHARACTERS
  const from = Math.min(Math.max(0, (quoteAt ?? 0) - SHOWN_MAX_CHARACTERS / 2), last)
  return { text: text.slice(lineStart(text, from), lineEnd(text, from + SHOWN_MAX_CHARACTERS)), isCut: true }
}

function lineStart(text: string, at: number): number {
  const before = at === 0 ? -1 : text.lastIndexOf('\n', at - 1)
  return at - before > LINE_MAX_CHARACTERS ? at : before + 1
}

function lineEnd(text: string, at: number): number {
  const after = text.indexOf('\n', at)
  const end = after === -1 ? text.length : after
  return end - at > LINE_MAX_CHARACTERS ? at : end
}
