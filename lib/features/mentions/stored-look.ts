import type { Disclosure } from '#lib/domain/link-check/disclosure.ts'
import type { LinkFacts } from '#lib/domain/link-check/link-facts.ts'
import { NOTHING_KNOWN } from '#lib/domain/own-look.ts'
import { mentionKeyOf } from './mention-key.ts'

/** The facts of a look, and what was told of its page besides. Null where its text was not looked through. */
export type LookFacts = LinkFacts & {
  /** What the page tells its readers about a gift or a payment. */
  disclosures?: Disclosure[] | null
  /** What the page calls itself. Not kept by looks of before. */
  pageTitle?: string | null
  /** The link stands behind what Google reads of a page. */
  beyondGoogle2MB?: boolean | null
}

/** The facts of a look as they are kept. */
export type StoredFacts = LookFacts & {
  /** The address that was asked: a mention's address may be corrected later. */
  requestedUrl?: string | null
  /** SHA-256 of the page as it came, in base64: whoever has the page can show that it is this one. */
  pageHash?: string | null
  /** Names of what was too long to be kept whole. */
  shortened?: string[]
}

/** What a look rests on besides its facts. */
export type LookEvidence = {
  httpStatus: number | null
  finalUrl: string | null
  /** Of the page: from the address asked to the last one. Of a link elsewhere that led to us: what was on its way. */
  hops: { url: string; status: number | null; of: 'page' | 'link' }[]
  headers: Record<string, string>
  linkHtml: string | null
  textHash: string | null
}

/** A person's own look, or one that never got an answer. */
export const NO_EVIDENCE: LookEvidence = {
  httpStatus: null,
  finalUrl: null,
  hops: [],
  headers: {},
  linkHtml: null,
  textHash: null,
}

const TEXT_KEPT_CHARACTERS = 4_000
const LINK_HTML_KEPT_CHARACTERS = 8_000
const LIST_KEPT_ENTRIES = 100

/**
 * Makes a look fit to be kept. Other people's pages hold what PostgreSQL cannot (NUL, halves of characters), and texts
 * and lists without end: of those the beginning is kept, and `facts.shortened` names them.
 */
export function storedLook<Evidence extends LookEvidence>(facts: StoredFacts, evidence: Evidence) {
  const shortened: string[] = []
  const keep = <T>(name: string, value: T, characters = TEXT_KEPT_CHARACTERS): T =>
    bounded(value, characters, () => {
      if (!shortened.includes(name)) shortened.push(name)
    }) as T
  const keptFacts = Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, keep(name, value)]],
    ),
  ) as StoredFacts
  const kept = {
    ...evidence,
    finalUrl: keep('finalUrl', evidence.finalUrl),
    hops: keep('hops', evidence.hops),
    headers: keep('headers', evidence.headers),
    linkHtml: keep('linkHtml', evidence.linkHtml, LINK_HTML_KEPT_CHARACTERS),
  }
  return { facts: shortened.length > 0 ? { ...keptFacts, shortened } : keptFacts, evidence: kept }
}

/** The same for what is kept beside the facts; what is too long is cut. */
export function storable<T>(value: T): T {
  return bounded(value, TEXT_KEPT_CHARACTERS, () => {}) as T
}

/** A text as PostgreSQL can hold it. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed()
}

/** Facts as they were kept, possibly by an older version, possibly with some of them blanked since. */
export function readFacts(stored: unknown): StoredFacts {
  const known = Object.entries((stored ?? {}) as object).filter(([, value]) => value !== null)
  return { ...NOTHING_KNOWN, ...Object.fromEntries(known) }
}

/** A look at an address the mention had before it was corrected tells nothing about the page it has now. */
export function isOfAddress(requestedUrl: string | null | undefined, urlKey: string): boolean {
  return typeof requestedUrl !== 'string' || mentionKeyOf(requestedUrl) === urlKey
}

function bounded(value: unknown, characters: number, onCut: () => void): unknown {
  if (typeof value === 'string') {
    if (value.length > characters) onCut()
    return storableText(value.slice(0, characters))
  }
  if (Array.isArray(value)) {
    if (value.length > LIST_KEPT_ENTRIES) onCut()
    return value.slice(0, LIST_KEPT_ENTRIES).map((inner) => bounded(inner, characters, onCut))
  }
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
  if (entries.length > LIST_KEPT_ENTRIES) onCut()
  return Object.fromEntries(
    entries
      .slice(0, LIST_KEPT_ENTRIES)
      .map(([key, inner]) => [storableText(key), bounded(inner, characters, onCut)]),
  )
}
