import { SAXParser } from 'parse5-sax-parser'

/** What the lines of a page's plain text are, where its HTML says so: a mark before the line, as in Markdown. */
export const HEADING_MARK = '## '
export const LIST_MARK = '- '

const HEADING = /^h[1-6]$/
const ENDS_A_LINE =
  /^(?:p|div|ul|ol|li|dl|dt|dd|table|tr|td|th|blockquote|pre|figure|figcaption|section|article|header|h[1-6])$/
const LINES_MAX = 5_000
const LINE_MAX_CHARACTERS = 1_000

/**
 * Puts marks before those lines of a text that are headings or list items in the HTML it was read from, so that it can
 * be set as its author meant it. Tokens only, no tree: no page makes it slow, and one with broken nesting only loses marks.
 */
export function withPostMarks(text: string, html: string): string {
  const marks = marksIn(html)
  if (marks.size === 0) return text
  return text
    .split('\n')
    .map((line) => {
      const mark = marks.get(collapsed(line))
      return mark ? mark + line.trim() : line
    })
    .join('\n')
}

/** The words of each heading and list item, with its mark. A heading inside a list item is a heading. */
function marksIn(html: string): Map<string, string> {
  const marks = new Map<string, string>()
  let open: { mark: string; words: string } | null = null
  const close = () => {
    const words = collapsed(open?.words ?? '')
    if (
      open &&
      words !== '' &&
      words.length <= LINE_MAX_CHARACTERS &&
      marks.size < LINES_MAX &&
      marks.get(words) !== HEADING_MARK
    ) {
      marks.set(words, open.mark)
    }
    open = null
  }
  const parser = new SAXParser()
  parser.on('startTag', ({ tagName }) => {
    if (ENDS_A_LINE.test(tagName) && open?.words.trim()) close()
    if (HEADING.test(tagName)) open = { mark: HEADING_MARK, words: '' }
    else if (tagName === 'li') open = { mark: LIST_MARK, words: '' }
    else if (tagName === 'br' && open) open.words += ' '
  })
  parser.on('endTag', ({ tagName }) => {
    if (ENDS_A_LINE.test(tagName)) close()
  })
  parser.on('text', (token) => {
    if (open && open.words.length <= LINE_MAX_CHARACTERS) open.words += token.text
  })
  parser.end(html)
  return marks
}

function collapsed(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
