import type { Prisma } from '#lib/generated/prisma/client.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { RowPlan, Step } from './import-plan.ts'
import type { KeptThing } from './undo-import.ts'

const NOUNS = ['prospect', 'contact', 'mention'] as const
type Noun = (typeof NOUNS)[number]
type Row = Record<string, unknown> & { id: string; importBatchId: string | null; updatedAt: Date }

const WORDS: Record<string, string> = {
  custom: 'a field of your own',
  cardUid: 'the card it came from',
  prospectId: 'its outlet',
  targetUrl: 'your page',
  claim: 'what the file said',
  whyCare: 'why they would care',
  ownerId: 'who looks after it',
  guidelinesUrl: 'the guidelines page',
  guidelinesNote: 'the note on the guidelines',
  notForUsAt: 'not for us',
  notForUsReason: 'why it is not for us',
}

/**
 * Puts values back that an import changed. What somebody changed since stays, and is named; of tags only the ones it
 * brought are taken off again.
 *
 * @param plans of the rows, the last row first
 */
export async function undoChanges(
  tx: Transaction,
  where: { workspaceId: string; batchId: string },
  plans: readonly RowPlan[],
  now: Date,
): Promise<{ restored: number; kept: KeptThing[] }> {
  const kept: KeptThing[] = []
  let restored = 0
  for (const noun of NOUNS) {
    const steps = plans.flatMap((plan) => (plan[noun]?.is === 'changed' ? [plan[noun]] : []))
    const byId = Map.groupBy(steps, ({ id }) => id)
    if (byId.size === 0) continue
    for (const row of await rowsOf(tx, noun, where.workspaceId, [...byId.keys()])) {
      const { data, edited } = backwards(row, byId.get(row.id) ?? [])
      const fields = Object.keys(data)
      restored += fields.length
      if (edited.length > 0) {
        const words = edited.map((field) => WORDS[field] ?? field).join(', ')
        kept.push({
          noun,
          id: row.id,
          name: byId.get(row.id)?.[0]?.label ?? '',
          why: `Edited since: ${words}.`,
        })
      }
      if (fields.length === 0) continue
      // What the import made itself goes later on, if nobody has touched it: this is no touch.
      const isOurs = row.importBatchId === where.batchId
      await writeRow(tx, noun, where.workspaceId, row.id, { ...data, ...(isOurs ? {} : { updatedAt: now }) })
    }
  }
  return { restored, kept }
}

function backwards(row: Row, steps: readonly Step[]): { data: Record<string, unknown>; edited: string[] } {
  const now: Record<string, unknown> = { ...row }
  const custom = { ...((row.custom as Record<string, unknown>) ?? {}) }
  const data: Record<string, unknown> = {}
  const edited = new Set<string>()
  for (const { set } of steps) {
    for (const [field, { before, after }] of Object.entries(set)) {
      if (field.startsWith('custom.')) {
        const key = field.slice(7)
        if (!isEqual(custom[key], after)) edited.add('custom')
        else {
          if (before === null || before === undefined) delete custom[key]
          else custom[key] = before
          data.custom = custom
        }
      } else if (field === 'tags') {
        const brought = (after as string[]).filter(
          (tag) => !((before as string[] | null) ?? []).includes(tag),
        )
        const left = (now.tags as string[]).filter((tag) => !brought.includes(tag))
        if (left.length !== (now.tags as string[]).length) data.tags = left
        now.tags = left
      } else if (isEqual(now[field] ?? '', after ?? '')) {
        now[field] = before
        data[field] = field === 'cardUid' && before === '' ? null : before
      } else edited.add(field)
    }
  }
  return { data, edited: [...edited] }
}

function isEqual(one: unknown, other: unknown): boolean {
  return sorted(one) === sorted(other)
}

/** jsonb keeps its own order of keys. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

async function rowsOf(tx: Transaction, noun: Noun, workspaceId: string, ids: string[]): Promise<Row[]> {
  const where = { workspaceId, id: { in: ids } }
  if (noun === 'prospect') return tx.prospect.findMany({ where })
  return noun === 'contact' ? tx.contact.findMany({ where }) : tx.mention.findMany({ where })
}

async function writeRow(tx: Transaction, noun: Noun, workspaceId: string, id: string, data: object) {
  const where = { workspaceId, id }
  if (noun === 'prospect')
    await tx.prospect.updateMany({ where, data: data as Prisma.ProspectUpdateManyMutationInput })
  else if (noun === 'contact')
    await tx.contact.updateMany({ where, data: data as Prisma.ContactUpdateManyMutationInput })
  else await tx.mention.updateMany({ where, data: data as Prisma.MentionUpdateManyMutationInput })
}
