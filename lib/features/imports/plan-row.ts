import { FieldChanges, withChanges } from './field-changes.ts'
import type { PlanContext, RowPlan, Step } from './import-plan.ts'
import {
  CONTACT_KEYS,
  type KnownContact,
  type KnownProspect,
  type KnownWorld,
  PROSPECT_KEYS,
} from './known-things.ts'
import { fieldsOf, made, uniqueTags } from './new-step.ts'
import { outletChanges } from './outlet-changes.ts'
import { cut, nameKeyOf, PERSON_NOTE_MAX } from './stored-text.ts'
import { GUESSED_SITE } from './takeable-fields.ts'
import type { WantedContact, WantedMention, WantedProspect, WantedRow } from './wanted-things.ts'

export type PlannedRow =
  | { ok: true; plan: RowPlan; notes: string[] }
  /** The reason is a sentence for people. */
  | { ok: false; reason: string }

const IN_TRASH =
  'This outlet lies in your trash, so nothing was taken from this row. Restore it there if you want it back.'
const NO_ADDRESS =
  'There is no web address of this outlet, so it cannot be told from others of that name. Write its address into a column such as “Website” and bring this row in again.'
const PERSON_IN_TRASH = 'This person lies in your trash, and stays there.'
const MENTION_IN_TRASH = 'This page was brought in before and lies in your trash. It stays there.'
const DEFAULT_KIND = 'blogger'

/**
 * What one row would write, given what is known and what the rows before it would write. The world is as after the row
 * when this is done.
 */
export function planRow(wanted: WantedRow, world: KnownWorld, context: PlanContext): PlannedRow {
  const plan: RowPlan = {}
  const notes: string[] = []
  const outlet = wanted.prospect ? outletOf(wanted.prospect, world, context) : null
  if (outlet === 'trashed') return { ok: false, reason: IN_TRASH }
  if (outlet === 'no-address' && !wanted.contact && !wanted.mention) return { ok: false, reason: NO_ADDRESS }
  const place = outlet !== null && outlet !== 'no-address' ? outlet : null
  if (place) plan.prospect = place.step
  const guess = wanted.prospect?.guess
  if (outlet === 'no-address' && wanted.prospect && guess)
    plan.guess = { outlet: wanted.prospect.name, address: guess.address, url: guess.url }
  const contact = place ? wanted.contact : withOutletsWords(wanted)
  const person = contact ? personOf(contact, place?.prospect ?? null, world, context) : null
  if (person === 'trashed') notes.push(PERSON_IN_TRASH)
  else if (person) Object.assign(plan, person)
  if (wanted.mention) {
    const mention = mentionOf(wanted.mention, place?.prospect ?? null, world, context)
    if (mention) plan.mention = mention
    else notes.push(MENTION_IN_TRASH)
  }
  return { ok: true, plan, notes }
}

/** Where no outlet comes of a row, what was noted of it stands on the person. */
function withOutletsWords({ contact, prospect }: WantedRow): WantedContact | null {
  if (!contact || !prospect) return contact
  const note = contact.note || cut(prospect.note, PERSON_NOTE_MAX)
  return { ...contact, note, tags: [...contact.tags, ...prospect.tags] }
}

/** The outlet of a row: known, made, in the trash, or without an address to be told by. */
function outletOf(
  wanted: WantedProspect,
  world: KnownWorld,
  context: PlanContext,
): { prospect: KnownProspect; step: Step } | 'trashed' | 'no-address' {
  const keys = prospectKeys(wanted)
  const known = keys.map((key) => world.find('prospects', key)).find((found) => found !== undefined)
  if (known?.isTrashed) return 'trashed'
  if (known) {
    const step = outletChanges(known, wanted, world, context)
    if (step.is === 'same') return { prospect: known, step }
    const prospect = withChanges(known, step.set)
    world.plan('prospects', keys, prospect)
    world.noteWritten(step)
    return { prospect, step }
  }
  const { outletKey, homepage, guess, name, kind, tags, ...said } = wanted
  if (outletKey === null) {
    if (!guess || !context.take.has(GUESSED_SITE)) return 'no-address'
    const taken = outletOf(
      { ...wanted, outletKey: guess.outletKey, homepage: guess.url, guess: null },
      world,
      context,
    )
    return taken === 'trashed' ? 'no-address' : taken
  }
  const prospect: KnownProspect = {
    id: context.newId(),
    isOurs: true,
    isTrashed: false,
    outletKey,
    name: name || outletKey,
    kind: kind || DEFAULT_KIND,
    tags: uniqueTags(tags),
    ...said,
  }
  world.plan('prospects', [...keys, PROSPECT_KEYS.name(nameKeyOf(prospect.name))], prospect)
  return { prospect, step: made(prospect.id, prospect.name, { ...fieldsOf(prospect), homepage }) }
}

function personOf(
  wanted: WantedContact,
  prospect: KnownProspect | null,
  world: KnownWorld,
  context: PlanContext,
): Pick<RowPlan, 'contact' | 'addresses' | 'tie'> | 'trashed' {
  const role = prospect ? wanted.role : [wanted.role, wanted.at].filter((part) => part !== '').join(', ')
  const keys = contactKeys(wanted, prospect)
  const known = keys.map((key) => world.find('contacts', key)).find((found) => found !== undefined)
  if (known?.isTrashed) return 'trashed'
  const isFree = ({ addressKey }: { addressKey: string }) => {
    const holder = world.find('contacts', CONTACT_KEYS.address(addressKey))
    return holder === undefined || holder.id === known?.id
  }
  const addresses = wanted.addresses
    .filter((address) => isFree(address) && !known?.addressKeys.includes(address.addressKey))
    .map((address) => ({ id: context.newId(), ...address }))
  const before: KnownContact = known ?? {
    id: context.newId(),
    isOurs: true,
    isTrashed: false,
    name: wanted.goesBy,
    role,
    note: wanted.note,
    tags: uniqueTags(wanted.tags),
    custom: wanted.custom,
    links: wanted.links,
    cardUid: wanted.cardUid,
    addressKeys: [],
    prospectIds: [],
  }
  const step = known
    ? contactChanges(known, { ...wanted, role }, world, context)
    : made(before.id, before.name, fieldsOf(before))
  const isTied = !prospect || before.prospectIds.includes(prospect.id)
  const after = withChanges(before, known ? step.set : {})
  after.addressKeys = [...before.addressKeys, ...addresses.map(({ addressKey }) => addressKey)]
  after.prospectIds = isTied ? before.prospectIds : [...before.prospectIds, prospect.id]
  const tie = isTied ? undefined : { id: context.newId(), prospectId: prospect.id, contactId: before.id }
  if (step.is !== 'same' || addresses.length > 0 || tie) {
    world.plan('contacts', [...keys, ...nameKeysOf(after, prospect)], after)
    // Another row may call them by another key: all lead to how they are now.
    world.noteWritten(step)
  }
  return { contact: step, ...(addresses.length > 0 ? { addresses } : {}), ...(tie ? { tie } : {}) }
}

function contactChanges(
  known: KnownContact,
  wanted: WantedContact,
  world: KnownWorld,
  context: PlanContext,
): Step {
  const changes = new FieldChanges('contact', known, world, context)
  // Somebody who was known by an address only.
  changes.value('name', known.name, wanted.name, /^\S+@\S+$|^https?:/.test(known.name))
  changes.value('role', known.role, wanted.role)
  changes.note(known.note, wanted.note)
  changes.tags(known.tags, wanted.tags)
  changes.custom(known.custom, wanted.custom)
  changes.links(known.links, wanted.links)
  if (known.cardUid === '') changes.value('cardUid', known.cardUid, wanted.cardUid)
  return changes.step(known.name)
}

/** Null where it lies in the trash. */
function mentionOf(
  wanted: WantedMention,
  prospect: KnownProspect | null,
  world: KnownWorld,
  context: PlanContext,
): Step | null {
  const { url, urlKey, targetUrl, note, claim } = wanted
  const known = world.find('mentions', urlKey)
  if (known?.isTrashed) return null
  const prospectId = prospect?.id ?? null
  if (!known) {
    const provenance = wanted.provenance ?? 'earned'
    const fields = { prospectId, targetUrl, provenance, note, claim }
    const id = context.newId()
    world.plan('mentions', [urlKey], { id, isOurs: true, isTrashed: false, ...fields })
    return made(id, url, { ...fields, url, urlKey })
  }
  const changes = new FieldChanges('mention', known, world, context)
  changes.value('prospectId', known.prospectId, known.prospectId === null ? prospectId : null)
  changes.value('targetUrl', known.targetUrl, targetUrl)
  changes.value('provenance', known.provenance, wanted.provenance)
  changes.note(known.note, note)
  if (known.claim === null) changes.value('claim', known.claim, claim)
  const step = changes.step(url)
  if (step.is !== 'same') {
    world.plan('mentions', [urlKey], withChanges(known, step.set))
    world.noteWritten(step)
  }
  return step
}

function prospectKeys({ outletKey, name }: WantedProspect): string[] {
  if (outletKey !== null) return [PROSPECT_KEYS.outlet(outletKey)]
  return name === '' ? [] : [PROSPECT_KEYS.name(nameKeyOf(name))]
}

/** How to find them, the surest first. Their name counts within an outlet; or where nothing else is known of them. */
function contactKeys(
  { cardUid, addresses, goesBy }: WantedContact,
  prospect: { id: string } | null,
): string[] {
  return [
    ...(cardUid === '' ? [] : [CONTACT_KEYS.uid(cardUid)]),
    ...addresses.map(({ addressKey }) => CONTACT_KEYS.address(addressKey)),
    ...(prospect || addresses.length === 0 ? [CONTACT_KEYS.name(prospect?.id ?? '', nameKeyOf(goesBy))] : []),
  ]
}

function nameKeysOf({ name, addressKeys }: KnownContact, prospect: KnownProspect | null): string[] {
  if (!prospect && addressKeys.length > 0) return addressKeys.map(CONTACT_KEYS.address)
  return [...addressKeys.map(CONTACT_KEYS.address), CONTACT_KEYS.name(prospect?.id ?? '', nameKeyOf(name))]
}
