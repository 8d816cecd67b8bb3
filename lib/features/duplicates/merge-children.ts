import type { MergeKind } from '#lib/domain/duplicates/merge-fields.ts'
import type { Transaction } from '#lib/server/database.ts'

/** Tables whose rows hang on a prospect or a contact, and the words for one and for many of them. A test compares this with the schema. */
export const CHILDREN = {
  prospect: {
    affiliation: ['tie to a person', 'ties to people'],
    readingNote: ['reading note', 'reading notes'],
    pitch: ['pitch', 'pitches'],
    touch: ['touch', 'touches'],
    sample: ['sample', 'samples'],
    promiseMade: ['promise', 'promises'],
    mention: ['mention', 'mentions'],
    request: ['request', 'requests'],
    contribution: ['piece of work', 'pieces of work'],
    outletAlias: ['other address', 'other addresses'],
    vetting: ['vetting answer', 'vetting answers'],
    earlierVetting: ['earlier vetting answer', 'earlier vetting answers'],
    outletLook: ['look at the outlet', 'looks at the outlet'],
    feed: ['feed', 'feeds'],
    feedPost: ['post of a feed', 'posts of feeds'],
  },
  contact: {
    affiliation: ['tie to an outlet', 'ties to outlets'],
    channel: ['address', 'addresses'],
    pitch: ['pitch', 'pitches'],
    message: ['message', 'messages'],
    outgoingMail: ['mail from a mailbox', 'mails from a mailbox'],
    touch: ['touch', 'touches'],
    sample: ['sample', 'samples'],
    request: ['request', 'requests'],
    contribution: ['piece of work', 'pieces of work'],
    promiseMade: ['promise', 'promises'],
    suppression: ['stop', 'stops'],
  },
} as const satisfies Record<MergeKind, Record<string, readonly [string, string]>>

export type ChildTable = keyof (typeof CHILDREN)['prospect'] | keyof (typeof CHILDREN)['contact']

/** A row that was changed rather than moved: which columns said what, before and after. */
export type ChangedRow = {
  table: ChildTable | 'addressOrigin'
  id: string
  before: Record<string, unknown>
  after: Record<string, unknown>
}

type Pair = { workspaceId: string; kind: MergeKind; keptId: string; goneId: string }
type Where = { workspaceId: string; [field: string]: unknown }

/** What all these tables can do alike. */
type Table = {
  updateManyAndReturn(args: {
    where: Where
    data: Record<string, unknown>
    select: { id: true }
  }): Promise<{ id: string }[]>
  updateMany(args: { where: Where; data: Record<string, unknown> }): Promise<{ count: number }>
  count(args: { where: Where }): Promise<number>
  findMany(args: { where: Where }): Promise<Record<string, unknown>[]>
}

export function tableOf(tx: Transaction, name: ChildTable | 'addressOrigin'): Table {
  return tx[name] as unknown as Table
}

export function childTables(kind: MergeKind): ChildTable[] {
  return Object.keys(CHILDREN[kind]) as ChildTable[]
}

export function parentColumn(kind: MergeKind): 'prospectId' | 'contactId' {
  return kind === 'prospect' ? 'prospectId' : 'contactId'
}

/**
 * Moves every child of the one that goes to the one that stays, those in the trash too.
 *
 * @param staying rows that stay behind, as the kept one has their like
 * @returns the ids of what moved, table by table
 */
export async function moveChildren(
  tx: Transaction,
  { workspaceId, kind, keptId, goneId }: Pair,
  staying: Readonly<Partial<Record<ChildTable, readonly string[]>>>,
): Promise<Partial<Record<ChildTable, string[]>>> {
  const parent = parentColumn(kind)
  const moved: Partial<Record<ChildTable, string[]>> = {}
  for (const name of childTables(kind)) {
    const table = tableOf(tx, name)
    const where = { workspaceId, [parent]: goneId, id: { notIn: [...(staying[name] ?? [])] } }
    const move = (more: object, data: object) =>
      table.updateManyAndReturn({
        where: { ...where, ...more },
        data: { [parent]: keptId, ...data },
        select: { id: true },
      })
    // An open conversation says so under its prospect's id; the two change together.
    const open =
      kind === 'prospect' && name === 'pitch'
        ? await move({ openProspectId: goneId }, { openProspectId: keptId })
        : []
    const rest = await move({}, {})
    if (open.length + rest.length > 0) moved[name] = [...open, ...rest].map(({ id }) => id)
  }
  return moved
}

/** Takes children back to the one that had gone, where they are still with the kept one. @returns how many are not */
export async function moveChildrenBack(
  tx: Transaction,
  { workspaceId, kind, keptId, goneId }: Pair,
  moved: Readonly<Partial<Record<ChildTable, string[]>>>,
): Promise<number> {
  const parent = parentColumn(kind)
  let elsewhere = 0
  for (const name of childTables(kind)) {
    const ids = moved[name] ?? []
    if (ids.length === 0) continue
    const table = tableOf(tx, name)
    const where = { workspaceId, [parent]: keptId, id: { in: ids } }
    const back = (more: object, data: object) =>
      table.updateMany({ where: { ...where, ...more }, data: { [parent]: goneId, ...data } })
    const open =
      kind === 'prospect' && name === 'pitch'
        ? await back({ openProspectId: keptId }, { openProspectId: goneId })
        : { count: 0 }
    elsewhere += ids.length - open.count - (await back({}, {})).count
  }
  return elsewhere
}

/** How many children a row has, table by table, those in the trash too: nothing leaves this count but by moving. */
export async function countChildren(tx: Transaction, workspaceId: string, kind: MergeKind, id: string) {
  const counts: Partial<Record<ChildTable, number>> = {}
  for (const name of childTables(kind)) {
    const count = await tableOf(tx, name).count({ where: { workspaceId, [parentColumn(kind)]: id } })
    if (count > 0) counts[name] = count
  }
  return counts
}

/** "2 pitches" */
export function childWords(kind: MergeKind, name: ChildTable, count: number): string {
  const words = (CHILDREN[kind] as Partial<Record<ChildTable, readonly [string, string]>>)[name]
  return `${count} ${words?.[count === 1 ? 0 : 1] ?? name}`
}
