import { HEADING_MARK, LIST_MARK } from './post-marks.ts'

/** A stretch of a post between blank lines (or line ends), with its offsets in the text. */
export type PostBlock = { kind: 'heading' | 'paragraph' | 'line'; start: number; end: number }

const HEADING_MAX_CHARACTERS = 100
const LONG_ENOUGH_FOR_A_PARAGRAPH = 120
/** What ends a sentence, a lead-in or a half sentence ends no heading; a question may be one. */
const ENDS_NO_HEADING = /[.!…:;,。！]["'”’»)\]]?$/

/**
 * Cuts a text into blocks to set for reading: by its marks (post-marks.ts), or, where it has none, by shape. Then a heading
 * is short, ends without a full stop and stands before a paragraph; several short blocks in a row are lines of a list or
 * table. This only changes how text looks, never what is found.
 */
export function postBlocks(text: string): PostBlock[] {
  const lines = linesOf(text)
  const isMarked = lines.some(({ mark }) => mark !== null)
  return lines.map((line, index) => ({
    kind: isMarked
      ? (line.mark ?? 'paragraph')
      : kindByShape(lines[index - 1]?.body, line.body, lines[index + 1]?.body),
    start: line.start,
    end: line.end,
  }))
}

function linesOf(text: string) {
  return [...text.matchAll(/[^\n\r]*\S[^\n\r]*/g)].map(({ 0: line, index }) => {
    const sign = [HEADING_MARK, LIST_MARK].find((mark) => line.startsWith(mark)) ?? ''
    const mark: PostBlock['kind'] | null =
      sign === HEADING_MARK ? 'heading' : sign === LIST_MARK ? 'line' : null
    return {
      mark,
      start: index + sign.length,
      end: index + line.length,
      body: line.slice(sign.length).trim(),
    }
  })
}

function kindByShape(before: string | undefined, body: string, after: string | undefined): PostBlock['kind'] {
  if (!isShort(body)) return 'paragraph'
  const shortBefore = before !== undefined && isShort(before)
  if (!shortBefore && after !== undefined && after.length >= LONG_ENOUGH_FOR_A_PARAGRAPH) return 'heading'
  return shortBefore || (after !== undefined && isShort(after)) ? 'line' : 'paragraph'
}

function isShort(body: string): boolean {
  return body.length <= HEADING_MAX_CHARACTERS && !ENDS_NO_HEADING.test(body)
}

/** One piece of a block on show: plain, or with the marks that lie on it. */
export type MarkedPiece = { text: string; marks: string[] }

/** Cuts a stretch of text where marks begin and end. Marks may overlap, and may reach over several blocks. */
export function markedPieces(
  text: string,
  { start, end }: { start: number; end: number },
  marks: readonly { name: string; start: number; end: number }[],
): MarkedPiece[] {
  const here = marks.filter((mark) => mark.start < end && mark.end > start)
  const cuts = new Set([
    start,
    end,
    ...here.flatMap((mark) => [Math.max(mark.start, start), Math.min(mark.end, end)]),
  ])
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? end
    const names = here.filter((mark) => mark.start <= from && mark.end >= to).map(({ name }) => name)
    return { text: text.slice(from, to), marks: names }
  })
}
