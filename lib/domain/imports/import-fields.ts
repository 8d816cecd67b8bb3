/** What a column of a file can be, with the words of the mapping screen. The names are also those of `--mapping`. */
export const IMPORT_FIELD_TABLE = {
  name: 'Name',
  'prospect.url': 'Outlet: web address',
  'prospect.name': 'Outlet: name',
  'prospect.kind': 'Outlet: kind',
  'prospect.country': 'Outlet: country',
  'prospect.language': 'Outlet: language',
  'prospect.whyCare': 'Outlet: why they would care',
  'prospect.owner': 'Outlet: looked after by',
  'prospect.guidelines': 'Outlet: guidelines, seen or absent',
  'prospect.guidelinesUrl': 'Outlet: guidelines page',
  'prospect.guidelinesNote': 'Outlet: note on the guidelines',
  'prospect.notForUsAt': 'Outlet: not for us since',
  'prospect.notForUsReason': 'Outlet: why it is not for us',
  'prospect.key': 'Outlet: told from others by',
  'contact.name': 'Person: name',
  'contact.givenName': 'Person: first name',
  'contact.middleName': 'Person: middle name',
  'contact.familyName': 'Person: last name',
  'contact.email': 'Person: e-mail address',
  'contact.emailFoundOn': 'Person: page the address was found on',
  'contact.role': 'Person: role',
  'contact.url': 'Person: profile or contact page',
  'contact.website': 'Person: website',
  'mention.sourceUrl': 'Mention: page that links',
  'mention.pageUrl': 'Mention: page, nothing said of a link',
  'mention.targetUrl': 'Mention: our page',
  'mention.anchor': 'Mention: link text',
  'mention.rel': 'Mention: rel',
  'mention.nofollow': 'Mention: nofollow, yes or no',
  'mention.ugc': 'Mention: ugc, yes or no',
  'mention.sponsored': 'Mention: sponsored, yes or no',
  'mention.firstSeen': 'Mention: first seen',
  'mention.lost': 'Mention: lost',
  'mention.lostReason': 'Mention: why it was lost',
  'mention.unlinked': 'Mention: names us without a link, yes or no',
  'mention.provenance': 'Mention: how it came about',
  'mention.cost': 'Mention: what was paid',
  'mention.before': 'Mention: words before the link',
  'mention.after': 'Mention: words after the link',
  tags: 'Tags',
  notes: 'Notes',
  status: 'Status',
  pitchedOn: 'Date pitched',
  followUpOn: 'Date of the follow-up',
  connectedOn: 'Date connected',
} as const

export type ImportField = keyof typeof IMPORT_FIELD_TABLE
export const IMPORT_FIELDS = Object.keys(IMPORT_FIELD_TABLE) as ImportField[]

/** Fields whose cells are dates. */
export const DATE_FIELDS: readonly ImportField[] = [
  'prospect.notForUsAt',
  'mention.firstSeen',
  'pitchedOn',
  'followUpOn',
  'connectedOn',
]

/** Fields that several columns of one file may fill. */
export const MANY_COLUMNS: readonly ImportField[] = [
  'contact.email',
  'contact.url',
  'contact.website',
  'mention.lost',
  'tags',
  'notes',
]

const SHORT_NAMES: Readonly<Record<string, ImportField>> = Object.fromEntries(
  IMPORT_FIELDS.filter((field) => field.includes('.'))
    // A bare "url" or "name" is the outlet's, not a person's, so the outlet's come last and win.
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((field) => [field.slice(field.indexOf('.') + 1).toLowerCase(), field]),
)

/** A field by its name ("contact.email"), or by the last part of it ("email"). Null when there is none of that name. */
export function importFieldOf(name: string): ImportField | null {
  const wanted = name.trim()
  const exact = IMPORT_FIELDS.find((field) => field.toLowerCase() === wanted.toLowerCase())
  if (exact) return exact
  return Object.hasOwn(SHORT_NAMES, wanted.toLowerCase()) ? (SHORT_NAMES[wanted.toLowerCase()] ?? null) : null
}

function rankOf(field: ImportField): number {
  return field.startsWith('prospect.') ? 1 : 0
}
