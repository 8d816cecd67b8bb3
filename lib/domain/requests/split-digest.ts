import { isDivider, type LabelLine, type RequestField, readLabel } from './request-labels.ts'
import { namedService, REQUEST_HASHTAG, type RequestLayout } from './request-layouts.ts'
import { type TextLine, textLines } from './text-lines.ts'

/** A stretch of the text. Laid end to end the parts are the text again, to the letter: nothing that came is lost. */
export type DigestPart = { kind: 'request' | 'rest'; start: number; end: number }
export type SplitDigest = { layout: RequestLayout; parts: DigestPart[] }

type Line = TextLine & { label: LabelLine | null; isDivider: boolean }
type Block = { first: number; labels: Set<string>; fields: Set<RequestField>; lastLabel: number }

const LONGEST_POST = 1_500
const OFTEN = 0.6
const TELLING: readonly RequestField[] = [
  'title',
  'journalist',
  'replyTo',
  'outlet',
  'deadline',
  'query',
  'requirements',
]

/**
 * Splits what somebody pasted into requests and the rest around them (a greeting, the index at the top, a footer), by rules
 * alone. Text without a layout we know is one request. Takes time in proportion to the text.
 */
export function splitDigest(text: string): SplitDigest {
  if (text.trim() === '') return { layout: 'unknown', parts: text === '' ? [] : [rest(0, text.length)] }
  const service = namedService(text)
  const lines: Line[] = textLines(text).map((line) =>
    Object.assign(line, { label: readLabel(line.text), isDivider: isDivider(line.text) }),
  )
  const requests = labelledRequests(lines)
  if (requests) return { layout: service ?? 'fields', parts: tiled(text.length, requests) }
  const posts = postsWithHashtag(lines)
  if (posts) return { layout: 'social', parts: tiled(text.length, posts) }
  return { layout: service ?? (looksWritten(text) ? 'mail' : 'unknown'), parts: [request(0, text.length)] }
}

/** Requests whose fields stand behind labels; null where there are none, or only a few labels within a letter. */
function labelledRequests(lines: readonly Line[]): DigestPart[] | null {
  const blocks = blocksOf(lines)
  const telling = blocks.map((block) => TELLING.filter((field) => block.fields.has(field)))
  const isRequest = telling.map(
    (fields) => fields.length >= 2 && fields.some((field) => ['title', 'query', 'deadline'].includes(field)),
  )
  const count = isRequest.filter(Boolean).length
  const only = blocks[isRequest.indexOf(true)]
  if (count === 0 || (count === 1 && !only?.fields.has('query') && !only?.fields.has('title'))) return null
  return blocks.flatMap((block, index) => {
    if (!isRequest[index]) return []
    const next = blocks[index + 1]?.first ?? lines.length
    return [request(lines[block.first]?.start ?? 0, endOfBlock(lines, block, next))]
  })
}

/** A block begins with the label most of them begin with, with a number, or after a divider with a label that it has already. */
function blocksOf(lines: readonly Line[]): Block[] {
  const leading = leadingLabel(lines)
  const blocks: Block[] = []
  let current: Block | null = null
  let dividedSince = true
  for (const [index, { label, isDivider: divides }] of lines.entries()) {
    if (divides) dividedSince = true
    if (!label) continue
    const begins: boolean =
      label.label === leading ||
      (label.isNumbered && (current === null || current.fields.size >= 2)) ||
      (current !== null && dividedSince && current.labels.has(label.label))
    if (begins) {
      current = { first: headingBefore(lines, index), labels: new Set(), fields: new Set(), lastLabel: index }
      blocks.push(current)
    }
    if (current) {
      current.labels.add(label.label)
      current.fields.add(label.field)
      current.lastLabel = index
    }
    dividedSince = false
  }
  return blocks
}

/** Some requests lack a field, and a letter about them may have a label of its own: so the first of those that come about as often as any. */
function leadingLabel(lines: readonly Line[]): string {
  const counts = new Map<string, number>()
  for (const { label } of lines) {
    if (label && TELLING.includes(label.field)) counts.set(label.label, (counts.get(label.label) ?? 0) + 1)
  }
  const enough = Math.max(0, ...counts.values()) * OFTEN
  return [...counts].find(([, count]) => count >= enough)?.[0] ?? ''
}

const NUMBERED = /^[\s>*#]{0,8}\d{1,3}\s?[.)]\s/
const HEADING_LINES = 3

/** A numbered title stands on a line of its own, with no more than an empty line between. */
function headingBefore(lines: readonly Line[], index: number): number {
  for (let at = index - 1; at >= Math.max(0, index - HEADING_LINES); at -= 1) {
    const line = lines[at]
    if (!line || line.isDivider || line.label) return index
    if (line.text.trim() === '') continue
    return NUMBERED.test(line.text.slice(0, 40)) && line.text.length < 300 ? at : index
  }
  return index
}

/** After its last label a block goes on until something divides it from the next. */
function endOfBlock(lines: readonly Line[], block: Block, next: number): number {
  for (let at = block.lastLabel + 1; at < next; at += 1)
    if (lines[at]?.isDivider) return lines[at]?.start ?? 0
  return lines[next - 1]?.end ?? 0
}

/** Posts of a network, one under the other: each goes from the one before to the end of the paragraph with its hashtag. */
function postsWithHashtag(lines: readonly Line[]): DigestPart[] | null {
  const ends: number[] = []
  let hasTag = false
  for (const { text, end } of lines) {
    if (text.trim() !== '') hasTag ||= REQUEST_HASHTAG.test(text.slice(0, LONGEST_POST * 2))
    else if (hasTag) {
      ends.push(end)
      hasTag = false
    }
  }
  const last = lines.at(-1)?.end ?? 0
  if (hasTag) ends.push(last)
  if (ends.length === 0) return null
  const posts = ends.map((end, index) => request(ends[index - 1] ?? 0, end))
  // A letter that ends in a hashtag is a letter.
  return posts.some(({ start, end }) => end - start > LONGEST_POST) ? null : posts
}

const WRITTEN =
  /^\s{0,4}(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b|[^\s@]{1,64}@[^\s@]{1,100}\.[a-z]{2}/im
const WRITTEN_WITHIN = 20_000

function looksWritten(text: string): boolean {
  return WRITTEN.test(text.slice(0, WRITTEN_WITHIN)) || /^subject:/im.test(text.slice(0, WRITTEN_WITHIN))
}

function tiled(length: number, requests: readonly DigestPart[]): DigestPart[] {
  const parts: DigestPart[] = []
  let at = 0
  for (const part of requests) {
    if (part.start > at) parts.push(rest(at, part.start))
    parts.push(part)
    at = part.end
  }
  if (at < length) parts.push(rest(at, length))
  return parts
}

function request(start: number, end: number): DigestPart {
  return { kind: 'request', start, end }
}

function rest(start: number, end: number): DigestPart {
  return { kind: 'rest', start, end }
}
