import { TAGS_MAX, tagKeyOf } from '#lib/domain/tags.ts'
import { NOTE_MAX_CHARACTERS } from '../prospects/prospect-schema.ts'
import type { Changes, Kept, PlanContext, Step } from './import-plan.ts'
import type { KnownWorld } from './known-things.ts'
import { nameKeyOf, PERSON_NOTE_MAX } from './stored-text.ts'
import type { Link } from './wanted-things.ts'

const LINKS_MAX = 50

type Thing = { id: string; isOurs: boolean }

/**
 * Compares one thing with a row, field by field. An empty field is filled, tags and links are added; a value of ours that
 * differs stays and is told, unless a person said that the file's shall win. Of rows that disagree the first one holds.
 */
export class FieldChanges {
  readonly set: Changes = {}
  private readonly kept: Kept = {}
  private readonly noun: string
  private readonly thing: Thing
  private readonly world: KnownWorld
  private readonly context: PlanContext

  constructor(noun: string, thing: Thing, world: KnownWorld, context: PlanContext) {
    this.noun = noun
    this.thing = thing
    this.world = world
    this.context = context
  }

  /** @param isEmpty whether what we have is no more than a stand-in */
  value(field: string, yours: unknown, theirs: unknown, isEmpty = isNothing(yours)): void {
    if (isNothing(theirs) || isSame(yours, theirs)) return
    if (isEmpty || this.fileWins(field)) this.set[field] = { before: yours, after: theirs }
    else this.keep(field, yours, theirs)
  }

  note(yours: string, theirs: string): void {
    if (theirs === '' || yours.includes(theirs)) return
    const both = `${yours}\n${theirs}`
    if (yours === '') this.set.note = { before: '', after: theirs }
    else if (both.length > (this.noun === 'prospect' ? NOTE_MAX_CHARACTERS : PERSON_NOTE_MAX))
      this.keep('note', yours, theirs)
    else if (this.thing.isOurs || this.fileWins('note')) this.set.note = { before: yours, after: both }
    else this.keep('note', yours, theirs)
  }

  tags(yours: readonly string[], theirs: readonly string[]): void {
    const there = new Set(yours.map(tagKeyOf))
    const added = theirs.filter((tag) => !there.has(tagKeyOf(tag))).slice(0, TAGS_MAX - yours.length)
    if (added.length > 0) this.set.tags = { before: yours, after: [...yours, ...added] }
  }

  links(yours: readonly Link[], theirs: readonly Link[]): void {
    const added = theirs.filter(({ url }) => !yours.some((link) => link.url === url))
    const labelled = yours.map((link) => ({
      ...link,
      label: link.label || (theirs.find(({ url }) => url === link.url)?.label ?? ''),
    }))
    const after = [...labelled, ...added].slice(0, LINKS_MAX)
    if (!isSame(yours, after)) this.set.links = { before: yours, after }
  }

  custom(yours: Record<string, unknown>, theirs: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(theirs)) this.value(`custom.${key}`, yours[key], value)
  }

  /** What comes of it, once every field has been looked at. */
  step(label: string): Step {
    const hasKept = Object.keys(this.kept).length > 0
    return {
      is: Object.keys(this.set).length > 0 ? 'changed' : 'same',
      id: this.thing.id,
      label,
      set: this.set,
      ...(hasKept ? { kept: this.kept } : {}),
    }
  }

  private fileWins(field: string): boolean {
    const { isOurs, id } = this.thing
    return !isOurs && this.context.take.has(`${this.noun}.${field}`) && !this.world.wasWritten(id, field)
  }

  private keep(field: string, yours: unknown, theirs: unknown): void {
    // Rows of one file that disagree: the first holds, and nobody's own words are at stake.
    if (!this.thing.isOurs) this.kept[field] = { yours, theirs }
  }
}

/** The thing as it is once these changes are made. Fields of its own stand as "custom.KEY". */
export function withChanges<T extends object>(thing: T, set: Changes): T {
  const changed = { ...thing } as Record<string, unknown>
  for (const [field, { after }] of Object.entries(set)) {
    if (field.startsWith('custom.')) changed.custom = { ...(changed.custom ?? {}), [field.slice(7)]: after }
    else changed[field] = after
  }
  return changed as T
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string') return nameKeyOf(one) === nameKeyOf(other)
  return JSON.stringify(one) === JSON.stringify(other)
}
