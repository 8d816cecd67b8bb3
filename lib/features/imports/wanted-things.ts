import { checkChannelAddress } from '#lib/domain/channel-address.ts'
import type { CustomValues } from '#lib/domain/custom-fields.ts'
import type { ImportFormat } from '#lib/domain/imports/import-formats.ts'
import type { ImportRecord } from '#lib/domain/imports/import-record.ts'
import { parseTags } from '#lib/domain/tags.ts'
import { mentionKeyOf } from '../mentions/mention-key.ts'
import { NOTE_MAX_CHARACTERS } from '../prospects/prospect-schema.ts'
import type { PlanContext } from './import-plan.ts'
import { cut, NAME_MAX, PERSON_NOTE_MAX } from './stored-text.ts'
import { wantedOutlet } from './wanted-outlet.ts'

export type WantedAddress = { kind: 'email' | 'dm'; address: string; addressKey: string; foundOn: string }
export type Link = { url: string; label: string }
export type OwnValues = { prospect: CustomValues; contact: CustomValues }

export type WantedProspect = {
  /** Null where the file gives a name and no address. */
  outletKey: string | null
  homepage: string
  name: string
  kind: string
  country: string | null
  language: string | null
  whyCare: string
  /** A member by the name in the file; null where nobody, or several, are called so. */
  ownerId: string | null
  guidelines: 'seen' | 'absent' | null
  guidelinesUrl: string | null
  guidelinesNote: string
  /** ISO 8601. */
  notForUsAt: string | null
  notForUsReason: string
  note: string
  tags: string[]
  custom: CustomValues
  /** Where it has a name only: the site that an address of its people gives away, to be offered. */
  guess: { outletKey: string; url: string; address: string } | null
}
export type WantedContact = {
  name: string
  /** What they go by here: their name, else an address or page of theirs. */
  goesBy: string
  role: string
  /** The outlet's name, where nothing more is known of it. */
  at: string
  note: string
  tags: string[]
  custom: CustomValues
  links: Link[]
  cardUid: string
  addresses: WantedAddress[]
}
export type WantedMention = {
  url: string
  urlKey: string
  targetUrl: string | null
  provenance: string | null
  note: string
  claim: Record<string, unknown> | null
}
export type WantedRow = {
  prospect: WantedProspect | null
  contact: WantedContact | null
  mention: WantedMention | null
}

/** Files about people: their tags and notes are the person's, not the outlet's. */
const ABOUT_PEOPLE: ReadonlySet<ImportFormat> = new Set([
  'vcard',
  'google-contacts',
  'outlook',
  'linkedin-connections',
])
const PROFILE_HOST =
  /^(?:[a-z]{2,3}\.|www\.|m\.|mobile\.)?(?:linkedin|twitter|x|facebook|instagram|threads|tiktok|xing|bsky|mastodon)\.[a-z]{2,6}$/
const WORDS_MAX = 500

/** What a row of a file says, in the shape of what a workspace keeps. Nothing is compared yet. */
export function wantedThings(record: ImportRecord, own: OwnValues, context: PlanContext): WantedRow {
  const tags = parseTags((record.tags ?? []).join('\n'))
  const note = noteOf(record)
  const isOfPerson = record.contact !== null && (ABOUT_PEOPLE.has(context.format) || !record.prospect)
  const isOfMention = record.mention !== null && context.siteId !== null && context.format !== 'spreadsheet'
  const ofOutlet = {
    note: isOfPerson || isOfMention ? '' : cut(note, NOTE_MAX_CHARACTERS),
    tags: isOfPerson ? [] : tags,
  }
  const ofPerson = {
    note: isOfPerson && !isOfMention ? cut(note, PERSON_NOTE_MAX) : '',
    tags: isOfPerson ? tags : [],
  }
  return {
    prospect: record.prospect ? wantedOutlet(record, ofOutlet, own.prospect, context) : null,
    contact: record.contact ? contactOf(record, ofPerson, own.contact) : null,
    mention:
      record.mention && context.siteId
        ? mentionOf(record.mention, isOfMention ? cut(note, PERSON_NOTE_MAX) : '', context)
        : null,
  }
}

function contactOf(
  { contact, prospect }: ImportRecord,
  { note, tags }: { note: string; tags: string[] },
  custom: CustomValues,
): WantedContact {
  const { name = '', email, emails, emailFoundOn = '', role = '', url, urls, uid = '' } = contact ?? {}
  const links = (urls ?? (url ? [{ url }] : [])).map(
    ({ url, label = '' }: { url: string; label?: string }) => ({
      url,
      label: cut(label, NAME_MAX),
    }),
  )
  const profiles = links.flatMap(({ url }) => (isProfile(url) ? addressOf('dm', url, '') : []))
  const mails = (emails ?? (email ? [email] : [])).flatMap((mail) => addressOf('email', mail, emailFoundOn))
  const addresses = [...mails, ...profiles]
  const ownName = cut(name, NAME_MAX)
  return {
    name: ownName,
    goesBy: ownName || addresses[0]?.address || cut(links[0]?.url ?? '', NAME_MAX) || 'Without a name',
    role: cut(role, NAME_MAX),
    at: prospect && !prospect.url ? cut(prospect.name ?? '', NAME_MAX) : '',
    note,
    tags,
    custom,
    // A lone profile is a way to reach them, and stands there.
    links: urls ? links : links.filter(({ url }) => !isProfile(url)),
    cardUid: uid.slice(0, WORDS_MAX),
    addresses: addresses.filter(
      ({ addressKey }, at) => addresses.findIndex((other) => other.addressKey === addressKey) === at,
    ),
  }
}

function addressOf(kind: 'email' | 'dm', text: string, foundOn: string): WantedAddress[] {
  const checked = checkChannelAddress(kind, text)
  return checked.ok ? [{ kind, address: checked.address, addressKey: checked.key, foundOn }] : []
}

function isProfile(url: string): boolean {
  return PROFILE_HOST.test(URL.parse(url)?.hostname ?? '')
}

function mentionOf(
  said: NonNullable<ImportRecord['mention']>,
  note: string,
  { format, isOurPage }: PlanContext,
): WantedMention {
  const { sourceUrl, targetUrl, anchor, rel, claim, firstSeen, provenance } = said
  const target = targetUrl ? URL.parse(targetUrl) : null
  const says = {
    format,
    ...(claim ? { claim } : {}),
    ...(rel ? { rel } : {}),
    ...(anchor ? { anchor: cut(anchor, WORDS_MAX) } : {}),
    ...(firstSeen ? { firstSeen } : {}),
    ...(provenance ? { provenance } : {}),
    ...(targetUrl ? { targetUrl } : {}),
  }
  return {
    url: sourceUrl,
    urlKey: mentionKeyOf(sourceUrl),
    targetUrl: target && isOurPage(target) ? target.href : null,
    provenance: provenance ? 'paid-elsewhere' : null,
    note,
    claim: says,
  }
}

/** Notes as written, and what a tracker knew besides. */
function noteOf({ notes, status, pitchedOn, followUpOn, connectedOn }: ImportRecord): string {
  return [
    notes ?? '',
    status ? `Status: ${status}` : '',
    pitchedOn ? `Pitched on ${pitchedOn}` : '',
    followUpOn ? `Follow-up on ${followUpOn}` : '',
    connectedOn ? `Connected on ${connectedOn}` : '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}
