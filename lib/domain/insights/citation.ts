import { findMention } from '../link-check/brand-mention.ts'
import { isSamePage } from '../link-check/target-match.ts'

/** Something we published, as others would cite it. */
export type Citable = { url: string; title: string; citedAs: readonly string[] }

/** What a look knows of somebody's page. */
export type SeenPage = {
  /** Where its links lead: every one of them, or at least the best link to us. */
  links: readonly (string | null)[]
  /** What a reader sees, or as much of it as is kept. */
  text: string
}

export type Citation = { how: 'link' | 'words'; found: string }

/** A shorter title is a phrase that others use too. */
const WORDS_OF_A_TELLING_TITLE = 3

/** Whether a page cites this: by a link to its address, else by its title or other words it goes by, whole and in any case. */
export function citationIn({ links, text }: SeenPage, { url, title, citedAs }: Citable): Citation | null {
  const link = links.find((each) => each !== null && isSamePage(each, url))
  if (link) return { how: 'link', found: link }
  const named = findMention(text, [...(isTelling(title) ? [title] : []), ...citedAs], [])
  return named ? { how: 'words', found: named.brand } : null
}

function isTelling(title: string): boolean {
  return (title.match(/[\p{L}\p{N}]+/gu) ?? []).length >= WORDS_OF_A_TELLING_TITLE
}
