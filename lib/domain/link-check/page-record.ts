import type { LinkElement } from './link-facts.ts'

/** Parts blocks of text from each other: words never run across it. */
export const BLOCK_BREAK = '\u2029'

export type RecordedLink = {
  element: LinkElement
  href: string
  rel: string | null
  hidden: boolean
  /** Alternative text of an `area`, which holds no text. */
  alt: string | null
  /** Where its text stands, in `text` or, for a hidden one, in `hiddenText`. */
  start: number
  end: number
}
export type RecordedScript = { type: string | null; src: string | null; text: string }
type Range = [start: number, end: number]

/** All of a page that judging needs, read in one walk. */
export type PageRecord = {
  /** What a reader sees, and alternative texts at `altRanges`. */
  text: string
  altRanges: Range[]
  hiddenText: string
  links: RecordedLink[]
  metas: { name: string; content: string }[]
  charsets: string[]
  refreshes: string[]
  canonicals: string[]
  baseHref: string | null
  title: string | null
  headings: string[]
  scripts: RecordedScript[]
  noscriptText: string
  /** Places scripts fill: mount points and the main content, with what stands in them. */
  mounts: { what: string; isMain: boolean; range: Range }[]
  /** Values of `data-` attributes and contents of templates, which scripts may turn into something. */
  dataForScripts: string[]
  hasFrameset: boolean
}

export type ElementInfo = {
  tag: string
  namespace: 'html' | 'svg' | 'other'
  attribute: (name: string) => string | null
  attributes: { name: string; value: string }[]
}

export function emptyRecord(): PageRecord {
  return {
    text: '',
    altRanges: [],
    hiddenText: '',
    links: [],
    metas: [],
    charsets: [],
    refreshes: [],
    canonicals: [],
    baseHref: null,
    title: null,
    headings: [],
    scripts: [],
    noscriptText: '',
    mounts: [],
    dataForScripts: [],
    hasFrameset: false,
  }
}
