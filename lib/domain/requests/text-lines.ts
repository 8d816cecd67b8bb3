/** One line of a text with its offsets; `end` stands behind the line's end, so that lines laid end to end are the text. */
export type TextLine = { start: number; end: number; text: string }

/** Cuts a text into lines, whatever ends them. */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  let start = 0
  while (start < text.length) {
    const end = endOfLine(text, start)
    lines.push({ start, end, text: text.slice(start, end).replace(/[\r\n]+$/, '') })
    start = end
  }
  return lines
}

function endOfLine(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10) return at + 1
    if (code === 13) return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1
  }
  return text.length
}
