import type { ProspectKind } from '../prospect-kinds.ts'
import type { ImportWarning } from './import-warnings.ts'

/** What an exporter says of a page: it links, it linked and no longer does, or it names us without a link. */
export type MentionClaim = 'linked' | 'lost' | 'mention'
export type ImportProvenance = 'paid elsewhere' | 'exchange'

export type ImportedProspect = {
  /** Where the outlet lives: its origin, or its own page on a platform that many outlets share. */
  url?: string
  name?: string
  kind?: ProspectKind
  /** Where it was told from its neighbours by hand: its own key instead of the address's ordinary one. */
  outletKey?: string
} & OutletFacts

/** What people note of an outlet. */
export type OutletFacts = {
  /** ISO 3166 alpha-2. */
  country?: string
  /** BCP 47. */
  language?: string
  whyCare?: string
  /** A member's name, as written. */
  owner?: string
  guidelines?: 'seen' | 'absent'
  guidelinesUrl?: string
  guidelinesNote?: string
  /** ISO 8601 with its zone. */
  notForUsAt?: string
  notForUsReason?: string
}

export type ImportedContact = {
  name?: string
  /** The first address; all of them are in `emails` where there are several. */
  email?: string
  emails?: string[]
  /** The page the address was found on, where the file says so. */
  emailFoundOn?: string
  role?: string
  url?: string
  /** Every web address of a card or contact, with its label where it has one. */
  urls?: { url: string; label?: string }[]
  /** The UID of a vCard: what two exports of one card have in common. */
  uid?: string
}

export type ImportedMention = {
  sourceUrl: string
  targetUrl?: string
  anchor?: string
  /** Absent where the file does not say; empty where it says "followed". */
  rel?: string[]
  /** Null where the file only names the page. */
  claim: MentionClaim | null
  /** ISO 8601, without a zone where the file has none. */
  firstSeen?: string
  provenance?: ImportProvenance
}

/** One row of a file, read. Dates are ISO 8601; nothing has been compared with what the workspace knows. */
export type ImportRecord = {
  prospect: ImportedProspect | null
  contact: ImportedContact | null
  mention: ImportedMention | null
  tags?: string[]
  notes?: string
  /** As written. */
  status?: string
  pitchedOn?: string
  followUpOn?: string
  connectedOn?: string
}

/** The reason of a refusal is a sentence for people. */
export type MappedRow =
  | { ok: true; record: ImportRecord; warnings: readonly ImportWarning[] }
  | { ok: false; reason: string; warnings: readonly ImportWarning[] }
