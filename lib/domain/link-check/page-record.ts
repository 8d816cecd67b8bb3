import type { LinkElement } from './link-facts.ts'
import type { TagSpan } from './page-parser.ts'

/**
 * Parts blocks of text from each other: words never run across it. White space, so that nothing takes it for a word, and
 * a character that leaves Latin text one byte a letter. Text of the page never holds it (collapsed-text.ts).
 */
export const BLOCK_BREAK = '\v'

export type RecordedLink = {
  element: LinkElement
  href: string
  rel: string | null
  /** Null: nobody can say, as inside a `select`, which some browsers render as a list and some as a page of its own. */
  hidden: boolean | null
  /** Alternative text of an `area`, which holds no text. */
  alt: string | null
  /** Where its text stands, in `text` or in `hiddenText`. */
  isInHiddenText: boolean
  start: number
  end: number
  /** Where its tag stands in the markup; null where the page was read token by token. */
  span: TagSpan | null
}
export type RecordedScript = { type: string | null; src: string | null; text: string }
type Range = [start: number, end: number]

/** All of a page that judging needs, read in one walk. */
export type PageRecord = {
  /**
   * What a reader sees, and alternative texts at `altRanges`. White space is collapsed (collapsed-text.ts): between
   * blocks stands a break, within them single spaces and line ends.
   */
  text: string
  altRanges: Range[]
  /** Where text stands in `text` that may be hidden. */
  openRanges: Range[]
  hiddenText: string
  /** In the order of their tags in the markup. */
  links: RecordedLink[]
  metas: { name: string; content: string; inHead: boolean }[]
  charsets: string[]
  refreshes: string[]
  canonicals: string[]
  baseHref: string | null
  title: string | null
  headings: string[]
  scripts: RecordedScript[]
  /** Code in `on...` attributes. */
  handlers: { name: string; code: string }[]
  noscriptText: string
  /** Places scripts fill: mount points and the main content, with what stands in them. */
  mounts: { what: string; isMain: boolean; range: Range }[]
  /** Values of `data-` attributes and contents of templates, which scripts may turn into something. */
  dataForScripts: string[]
  hasFrameset: boolean
  /** Nothing on the page keeps a `frameset` that might come next from taking the body's place. */
  bodyMayGo: boolean
}

export type ElementInfo = {
  tag: string
  namespace: 'html' | 'svg' | 'other'
  attributes: readonly { name: string; value: string; prefix?: string | undefined }[]
  /** For a link: where its tag stands. */
  span: TagSpan | null
  /** It is a child of a shadow host that shows no children of its kind. */
  isUnslotted: boolean
}

export function emptyRecord(): PageRecord {
  return {
    text: '',
    altRanges: [],
    openRanges: [],
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
    handlers: [],
    noscriptText: '',
    mounts: [],
    dataForScripts: [],
    hasFrameset: false,
    bodyMayGo: false,
  }
}
