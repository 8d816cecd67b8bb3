import { parseWebAddress } from '../web-address.ts'
import type { MappedRow } from './import-record.ts'
import { mapValues } from './map-row.ts'
import { RowValues } from './row-values.ts'
import type { VcardText } from './vcard-cards.ts'
import { readVcardLine, type VcardProperty, vcardParts, vcardText } from './vcard-line.ts'

type LabelledUrl = { url: string; label?: string }

/** Reads one contact card. A refusal says in a sentence why nothing is taken from it. */
export function mapVcard(card: VcardText): MappedRow {
  if (card.isCutOff)
    return { ok: false, reason: 'This card has no end: the file looks cut off here.', warnings: [] }
  const values = new RowValues()
  const properties = card.properties.flatMap((line) => {
    const property = readVcardLine(line)
    if (!property && !line.includes(':')) values.warn({ kind: 'unread-card-line', value: line })
    return property ?? []
  })
  const version = properties.find(({ name }) => name === 'VERSION')?.value.trim() ?? '3.0'
  const one = (name: string) => textsOf(properties, name, version)[0] ?? ''
  if (/^group$/i.test(one('KIND'))) {
    return { ok: false, reason: 'This card is a list of people, not a person.', warnings: [] }
  }
  const organisation =
    vcardParts(properties.find(({ name }) => name === 'ORG')?.value ?? '', ';', version)[0] ?? ''
  const name = one('FN') || structuredName(properties, version) || one('NICKNAME')
  const isCompany = /^org$/i.test(one('KIND')) || /^company$/i.test(one('X-ABSHOWAS'))
  values.add('prospect.name', organisation || (isCompany ? name : ''))
  if (!isCompany) values.add('contact.name', name)
  for (const email of preferredFirst(properties.filter((property) => property.name === 'EMAIL'))) {
    values.add('contact.email', vcardText(email.value, version))
  }
  values.add('contact.role', one('TITLE') || one('ROLE'))
  const urls = urlsOf(properties, version)
  for (const { url } of urls) values.add('contact.website', url)
  if (urls.length === 0) values.add('contact.url', one('X-SOCIALPROFILE'))
  for (const note of textsOf(properties, 'NOTE', version)) values.add('notes', note)
  const row = mapValues('vcard', values)
  if (!row.ok) return row
  const contact = row.record.contact && { ...row.record.contact, ...cardFacts(one('UID'), urls) }
  const tags = tagsOf(properties, version)
  return { ...row, record: { ...row.record, contact, ...(tags.length === 0 ? {} : { tags }) } }
}

function cardFacts(uid: string, urls: LabelledUrl[]): { urls?: LabelledUrl[]; uid?: string } {
  const areTelling = urls.length > 1 || urls.some(({ label }) => label !== undefined)
  return { ...(areTelling ? { urls } : {}), ...(uid === '' ? {} : { uid }) }
}

function tagsOf(properties: readonly VcardProperty[], version: string): string[] {
  const tags = properties
    .filter(({ name }) => name === 'CATEGORIES')
    .flatMap(({ value }) => vcardParts(value, ',', version))
  return [...new Set(tags.filter((tag) => tag !== ''))]
}

/** "Family;Given;Middle;Prefix;Suffix" as a person says it. */
function structuredName(properties: readonly VcardProperty[], version: string): string {
  const value = properties.find(({ name }) => name === 'N')?.value ?? ''
  const [family = '', given = '', middle = ''] = vcardParts(value, ';', version)
  return [given, middle, family].filter((part) => part !== '').join(' ')
}

function textsOf(properties: readonly VcardProperty[], name: string, version: string): string[] {
  return properties
    .filter((property) => property.name === name)
    .map(({ value }) => vcardText(value, version))
    .filter((text) => text !== '')
}

/** PREF=1 (4.0), TYPE=pref (3.0) and a bare PREF (2.1) come first; the rest keep their order. */
function preferredFirst(properties: readonly VcardProperty[]): VcardProperty[] {
  const rank = ({ params }: VcardProperty) => {
    const pref = Number(params.get('pref')?.[0])
    if (pref >= 1) return pref
    return params.get('type')?.some((type) => type.toLowerCase() === 'pref') ? 1 : 101
  }
  return [...properties].sort((a, b) => rank(a) - rank(b))
}

/** Web addresses with the label of their group, as address books write it: `item1.X-ABLabel:_$!<HomePage>!$_`. */
function urlsOf(properties: readonly VcardProperty[], version: string): LabelledUrl[] {
  const urls = preferredFirst(properties.filter(({ name }) => name === 'URL')).flatMap((property) => {
    const url = parseWebAddress(vcardText(property.value, version))
    const label = labelOf(property, properties, version)
    return url.ok ? [{ url: url.url, ...(label === '' ? {} : { label }) }] : []
  })
  return urls.filter(({ url }, at) => urls.findIndex((other) => other.url === url) === at)
}

function labelOf(property: VcardProperty, properties: readonly VcardProperty[], version: string): string {
  const labelled = properties.find(
    ({ name, group }) => name === 'X-ABLABEL' && group !== '' && group === property.group,
  )
  return labelled ? vcardText(labelled.value, version).replace(/^_\$!<(.*)>!\$_$/, '$1') : ''
}
