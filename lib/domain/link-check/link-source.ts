import type { TagSpan } from './page-parser.ts'

const AROUND_CHARACTERS = 300
const OWN_MAX_CHARACTERS = 1_500
/** One attribute, or the end of the tag (HTML standard, from "before attribute name" on). */
const ATTRIBUTE =
  /[\t\n\f\r /]*(?:>|=?[^\t\n\f\r />=]*(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*"|'[^']*'|[^\t\n\f\r >]*))?)/y
const LINK_TAG = /<a(?:rea)?(?=[\t\n\f\r />])/gi
const LINK_END = /<\/a[\t\n\f\r />]/gi

/** A link's own source, from its tag to its end tag, with up to 300 characters of source around it. Plain text, never to be rendered. */
export function linkSourceOf(markup: string, { from, to }: TagSpan): string {
  const start = tagStart(markup, from, to)
  const end = ownEnd(markup, start, to)
  const around = Math.max(0, AROUND_CHARACTERS / 2)
  return markup.slice(Math.max(0, start - around), end + around).toWellFormed()
}

/** The tag that ends at `to`. Before it there is only text, in which something may look like a tag. */
function tagStart(markup: string, from: number, to: number): number {
  LINK_TAG.lastIndex = Math.max(from, to - 20 * OWN_MAX_CHARACTERS)
  for (let tag = LINK_TAG.exec(markup); tag && tag.index < to; tag = LINK_TAG.exec(markup)) {
    if (tagEnd(markup, LINK_TAG.lastIndex) === to) return tag.index
  }
  return Math.max(from, to - OWN_MAX_CHARACTERS)
}

function tagEnd(markup: string, afterName: number): number {
  for (let at = afterName; at < markup.length; at = ATTRIBUTE.lastIndex) {
    ATTRIBUTE.lastIndex = at
    const attribute = ATTRIBUTE.exec(markup)?.[0]
    if (attribute?.endsWith('>') && markup.charAt(ATTRIBUTE.lastIndex - 1) === '>' && isEndOfTag(attribute))
      return ATTRIBUTE.lastIndex
    if (!attribute) return -1
  }
  return -1
}

function isEndOfTag(attribute: string): boolean {
  return /^[\t\n\f\r /]*>$/.test(attribute)
}

function ownEnd(markup: string, start: number, tagEndsAt: number): number {
  const isArea = markup.slice(start, start + 5).toLowerCase() === '<area'
  if (isArea) return tagEndsAt
  LINK_END.lastIndex = tagEndsAt
  const close = LINK_END.exec(markup.slice(0, start + OWN_MAX_CHARACTERS))
  return close ? LINK_END.lastIndex : Math.min(tagEndsAt, start + OWN_MAX_CHARACTERS)
}
