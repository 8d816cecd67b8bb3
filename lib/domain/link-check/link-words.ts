import { collapse, windowOf } from './brand-mention.ts'
import { BLOCK_BREAK, type PageRecord, type RecordedLink } from './page-record.ts'

const ANCHOR_MAX_CHARACTERS = 4_000
/** How far around a link its context is looked for: somewhat more than is shown. */
const REACH_CHARACTERS = 400

/** A link's text with white space collapsed. Null where the page was cut before the link had ended, or its letters were known. */
export function anchorTextOf(
  record: PageRecord,
  link: RecordedLink,
  { isPart, lettersAreOpen }: { isPart: boolean; lettersAreOpen: boolean },
): string | null {
  const text = textOf(record, link)
  const raw = link.alt ?? text.slice(link.start, Math.min(link.end, link.start + 3 * ANCHOR_MAX_CHARACTERS))
  if (isPart && link.alt === null && link.end >= lengthWithoutBreaks(text)) return null
  if (lettersAreOpen && /[^\0-\x7f]/.test(raw)) return null
  return collapse(raw).slice(0, ANCHOR_MAX_CHARACTERS)
}

/** The block the link stands in; where that says no more than the link itself, the text around it. At most 300 characters. */
export function contextOf(record: PageRecord, link: RecordedLink): string {
  const text = textOf(record, link)
  const before = text.slice(Math.max(0, link.start - REACH_CHARACTERS), link.start)
  const inside = text.slice(link.start, Math.min(link.end, link.start + REACH_CHARACTERS))
  const after = text.slice(link.end, link.end + REACH_CHARACTERS)
  const blockEnd = after.indexOf(BLOCK_BREAK)
  const inBlock = joined(
    before.slice(before.lastIndexOf(BLOCK_BREAK) + 1),
    inside,
    blockEnd === -1 ? after : after.slice(0, blockEnd),
  )
  return inBlock.length > inside.length + 20 ? inBlock : joined(before, inside, after)
}

function joined(before: string, inside: string, after: string): string {
  const start = before.replace(/\s+/g, ' ').trimStart()
  const middle = inside.replace(/\s+/g, ' ')
  const end = after.replace(/\s+/g, ' ').trimEnd()
  return windowOf(start + middle + end, start.length, start.length + middle.length)
}

function textOf(record: PageRecord, link: RecordedLink): string {
  return link.isInHiddenText ? record.hiddenText : record.text
}

/** Blocks that are open where the page ends are closed with a break. */
function lengthWithoutBreaks(text: string): number {
  let length = text.length
  while (length > 0 && text.charAt(length - 1) === BLOCK_BREAK) length -= 1
  return length
}
