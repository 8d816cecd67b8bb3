import type { CustomValues } from '#lib/domain/custom-fields.ts'
import type { Step } from './import-plan.ts'
import type { Link } from './wanted-things.ts'

type OfThing = {
  id: string
  /** It came with the import that is planned, so there is nobody's word to keep. */
  isOurs: boolean
  isTrashed: boolean
}
export type KnownProspect = OfThing & {
  outletKey: string
  name: string
  kind: string
  country: string | null
  language: string | null
  whyCare: string
  ownerId: string | null
  guidelines: string | null
  guidelinesUrl: string | null
  guidelinesNote: string
  notForUsAt: Date | string | null
  notForUsReason: string
  note: string
  tags: string[]
  custom: CustomValues
}
export type KnownContact = OfThing & {
  name: string
  role: string
  note: string
  tags: string[]
  custom: CustomValues
  links: Link[]
  cardUid: string
  addressKeys: string[]
  prospectIds: string[]
}
export type KnownMention = OfThing & {
  prospectId: string | null
  targetUrl: string | null
  provenance: string
  note: string
  claim: Record<string, unknown> | null
}

/** Things by what rows of a file call them. Several keys may lead to one thing. */
export type KnownThings = {
  prospects: Map<string, KnownProspect>
  contacts: Map<string, KnownContact>
  mentions: Map<string, KnownMention>
}

export function noThings(): KnownThings {
  return { prospects: new Map(), contacts: new Map(), mentions: new Map() }
}

export const PROSPECT_KEYS = { outlet: (key: string) => `o:${key}`, name: (name: string) => `n:${name}` }
export const CONTACT_KEYS = {
  uid: (uid: string) => `u:${uid}`,
  address: (key: string) => `a:${key}`,
  /** A name says who somebody is only within an outlet; or where there is neither outlet nor address. */
  name: (prospectId: string, name: string) => `n:${prospectId}:${name}`,
}

/** What rows would make of things, by the keys they are found under. */
class Plans {
  private readonly ids: Record<keyof KnownThings, Map<string, string>> = {
    prospects: new Map(),
    contacts: new Map(),
    mentions: new Map(),
  }
  private readonly byId = new Map<string, OfThing>()

  idOf(noun: keyof KnownThings, key: string): string | undefined {
    return this.ids[noun].get(key)
  }

  get(id: string): OfThing | undefined {
    return this.byId.get(id)
  }

  set(noun: keyof KnownThings, keys: readonly string[], thing: OfThing): void {
    this.byId.set(thing.id, thing)
    const ids = this.ids[noun]
    for (const key of keys) if (!ids.has(key)) ids.set(key, thing.id)
  }
}

/**
 * What a workspace knows, as it would be after the rows planned so far. What the file itself brings or changes is kept
 * until the database says it, or the file ends; the rest is asked for batch by batch.
 */
export class KnownWorld {
  private plans = new Plans()
  /** Of the rows that are being written: the database does not say yet what they made. */
  private beingWritten = new Plans()
  /** Fields of known things that an earlier row of the file has set. */
  private readonly written = new Map<string, Set<string>>()
  private asked = noThings()

  /** What the database says of the things that the rows to come may name. */
  ask(asked: KnownThings): void {
    this.asked = asked
  }

  find<Noun extends keyof KnownThings>(noun: Noun, key: string): Thing<Noun> | undefined {
    const asked = this.asked[noun].get(key)
    const id = this.plans.idOf(noun, key) ?? this.beingWritten.idOf(noun, key) ?? asked?.id
    const thing = id === undefined ? undefined : (this.plans.get(id) ?? this.beingWritten.get(id) ?? asked)
    return thing as Thing<Noun> | undefined
  }

  /** From now on the thing is as a row would leave it, and found under these keys too. */
  plan<Noun extends keyof KnownThings>(noun: Noun, keys: readonly string[], thing: Thing<Noun>): void {
    this.plans.set(noun, keys, thing)
  }

  wasWritten(id: string, field: string): boolean {
    return this.written.get(id)?.has(field) ?? false
  }

  noteWritten({ is, id, set }: Pick<Step, 'is' | 'id' | 'set'>): void {
    if (is !== 'changed') return
    const fields = this.written.get(id) ?? new Set()
    for (const field of Object.keys(set)) fields.add(field)
    this.written.set(id, fields)
  }

  /**
   * The rows planned since the last time are being written; what was being written then is forgotten, as the database says
   * it now. Which field was set by an earlier row is kept.
   */
  writePlans(): void {
    this.beingWritten = this.plans
    this.plans = new Plans()
  }
}

type Thing<Noun extends keyof KnownThings> = NonNullable<ReturnType<KnownThings[Noun]['get']>>
