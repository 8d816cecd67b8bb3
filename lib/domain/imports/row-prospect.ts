import { narrowerOutletKey } from '../narrower-outlet-key.ts'
import { PROSPECT_KINDS, type ProspectKind } from '../prospect-kinds.ts'
import { parseWebAddress } from '../web-address.ts'
import type { ImportedMention, ImportedProspect } from './import-record.ts'
import { oneLine } from './import-values.ts'
import { type OutletHome, outletHomeOf } from './outlet-home.ts'
import { outletFactsOf } from './row-outlet-facts.ts'
import type { RowValues } from './row-values.ts'

export type ProspectAnswer = { ok: true; prospect: ImportedProspect | null } | { ok: false; reason: string }

const KIND_WORDS: Readonly<Record<string, ProspectKind>> = {
  ...Object.fromEntries(PROSPECT_KINDS.map((kind) => [kind, kind])),
  blog: 'blogger',
  blogs: 'blogger',
  journalism: 'journalist',
  news: 'journalist',
  newspaper: 'journalist',
  magazine: 'journalist',
  podcasts: 'podcast',
  podcaster: 'podcast',
  directories: 'directory',
  'round up': 'roundup',
  'link roundup': 'roundup',
}

/** Hosts where a person has a profile: the address is the person's, not an outlet's. */
const PROFILE_HOSTS =
  /^(?:[a-z]{2,3}\.|www\.|m\.|mobile\.)?(?:linkedin|twitter|x|facebook|instagram|threads|tiktok|xing|bsky|mastodon)\.[a-z]{2,6}$/

/** The outlet of a row: what its columns say, else where the page of its mention lives. */
export function prospectOf(
  values: RowValues,
  mention: ImportedMention | null,
  isOurs: boolean,
): ProspectAnswer {
  const { address, name } = isOurs ? asWritten(values) : addressAndName(values)
  const home = address !== null ? outletHomeOf(address) : (homeOfMention(mention) ?? homeOfWebsite(values))
  if (home && !home.ok) {
    if (address !== null || !home.shared) {
      return { ok: false, reason: `"${(address ?? mention?.sourceUrl ?? '').slice(0, 80)}": ${home.error}` }
    }
    values.warn({ kind: 'shared-platform', value: mention?.sourceUrl ?? '' })
  }
  const kind = kindOf(values.first('prospect.kind'))
  const prospect: ImportedProspect = {
    ...(home?.ok ? { url: home.url } : {}),
    ...(address === null ? {} : ownKeyOf(address, values.first('prospect.key'))),
    ...(name === '' ? {} : { name }),
    ...(kind === null ? {} : { kind }),
  }
  if (!prospect.url && !prospect.name) return { ok: true, prospect: null }
  return { ok: true, prospect: { ...prospect, ...outletFactsOf(values) } }
}

/** A file of ours has a column for each: a name may look like an address, and is a name. */
function asWritten(values: RowValues): { address: string | null; name: string } {
  return {
    address: values.first('prospect.url') || null,
    name: oneLine(values.first('prospect.name')),
  }
}

/** "This is another outlet": only a key that the address itself could have been given by hand. */
function ownKeyOf(address: string, key: string): { url?: string; outletKey?: string } {
  if (key === '' || narrowerOutletKey(address) !== key) return {}
  return { outletKey: key, ...(key.includes('/') ? { url: `https://${key}` } : {}) }
}

/** "Website" may hold a name and "Blog" an address: the cell tells, not the header. */
function addressAndName(values: RowValues): { address: string | null; name: string } {
  const written = firstOfSeveral(values)
  const named = oneLine(values.first('prospect.name'))
  const isAddress = looksWrittenAsAddress(written) || hasScheme(written) || isOnlyColumn(values)
  if (written !== '' && isAddress) return { address: written, name: named === written ? '' : named }
  if (written !== '') return { address: null, name: named === '' ? oneLine(written) : named }
  const isHome = looksWrittenAsAddress(named) && outletHomeOf(named).ok
  // "Booking.com" is a name and an address; "https://booking.com/" is an address only.
  return isHome ? { address: named, name: named.includes('/') ? '' : named } : { address: null, name: named }
}

/** One row is one outlet: of "a.example, b.example" the first is taken, and it is said. */
function firstOfSeveral(values: RowValues): string {
  const written = values.first('prospect.url')
  const [first = '', ...others] = written.slice(0, 1_000).split(/[\s,;]+/)
  if (others.length === 0 || ![first, ...others].every(looksWrittenAsAddress)) return written
  values.warn({ kind: 'several-sites', value: written })
  return first
}

/** "javascript:..." and "ftp://..." are meant as addresses, and refused as such. */
function hasScheme(text: string): boolean {
  return /^[a-z][a-z0-9+.-]{1,20}:\S{1,2000}$/i.test(text)
}

function looksWrittenAsAddress(text: string): boolean {
  return !/\s/.test(text) && /[./]/.test(text) && parseWebAddress(text).ok
}

/** Where nothing but the outlet stands in a row, a cell that is no address is refused, not taken for a name. */
function isOnlyColumn(values: RowValues): boolean {
  return (
    !values.has('contact.email') &&
    !values.has('contact.name') &&
    !values.has('status') &&
    !values.has('notes')
  )
}

function homeOfMention(mention: ImportedMention | null): OutletHome | null {
  return mention ? outletHomeOf(mention.sourceUrl) : null
}

/** A person's website is taken for their outlet, unless it is a profile somewhere. What has no outlet is left out. */
function homeOfWebsite(values: RowValues): OutletHome | null {
  for (const cell of values.all('contact.website').flatMap((text) => text.split(':::'))) {
    const address = parseWebAddress(cell.trim().replace(/^\*\s*/, ''))
    const home = address.ok && !PROFILE_HOSTS.test(address.host) ? outletHomeOf(address.url) : null
    if (home?.ok) return home
  }
  return null
}

function kindOf(cell: string): ProspectKind | null {
  const words = cell
    .slice(0, 40)
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
  return Object.hasOwn(KIND_WORDS, words) ? (KIND_WORDS[words] ?? null) : null
}
