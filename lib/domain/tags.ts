import { foldText } from './text/fold-text.ts'

export const TAGS_MAX = 40
export const TAG_MAX_CHARACTERS = 60

/** Two spellings with one key are one tag. */
export function tagKeyOf(name: string): string {
  return foldText(name.trim().replace(/\s+/g, ' '))
}

/**
 * Tags as people write them: parted by commas, semicolons or lines, a leading "#" aside. Doubles are left out, the first
 * spelling stays; what is too long is cut, and what is beyond TAGS_MAX is left out.
 */
export function parseTags(text: string): string[] {
  const byKey = new Map<string, string>()
  for (const part of text.split(/[,;\r\n]+/)) {
    const name = tidyTag(part)
    const key = tagKeyOf(name)
    if (key && !byKey.has(key)) byKey.set(key, name)
  }
  return [...byKey.values()].slice(0, TAGS_MAX)
}

function tidyTag(part: string): string {
  const name = part.trim().replace(/^#+/, '').replace(/\s+/g, ' ').trim()
  return [...name].slice(0, TAG_MAX_CHARACTERS).join('').trim()
}
