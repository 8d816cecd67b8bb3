import {
  type BlankableField,
  emptyValueOf,
  isBlankable,
  nameOfFact,
} from '#lib/domain/link-check/evidence-chain.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'

type Blanking = { linkCheckId: string; fields: readonly BlankableField[] }

/**
 * Empties fields of a look for good, for an erasure: `sentence`, `facts.anchorText` and the like. Their salts go too, so
 * that nobody can guess what was there, and so does the page as it came, which would still tell. Verdict, time and the
 * chain stay; the database permits this change and no other. Doing it twice changes nothing.
 *
 * @param tx the caller's transaction, where more is erased with it
 * @throws NotFound
 */
export async function blankEvidence(scope: WorkspaceScope, blanking: Blanking, tx?: Transaction) {
  authorize(scope, 'evidence.manage')
  return tx ? blank(tx, scope, blanking) : inTransaction((own) => blank(own, scope, blanking))
}

async function blank(tx: Transaction, scope: WorkspaceScope, { linkCheckId, fields }: Blanking) {
  const { workspaceId } = scope
  const wrong = fields.find((field) => !isBlankable(field))
  if (wrong !== undefined) throw new Error(`${wrong} of a look cannot be blanked`)
  for (;;) {
    const look = await tx.linkCheck.findFirst({ where: { workspaceId, id: linkCheckId } })
    if (!look) throw new NotFound()
    const facts = look.facts as Prisma.JsonObject
    const named = fields.filter(
      (field) => nameOfFact(field) === null || Object.hasOwn(facts, nameOfFact(field) ?? ''),
    )
    const blanked = [...new Set([...look.blanked, ...named])]
    if (blanked.length === look.blanked.length) return
    const { columns, emptyFacts } = emptied(named)
    const { count } = await tx.linkCheck.updateMany({
      // Somebody else may be blanking other fields of the same look.
      where: { workspaceId, id: linkCheckId, blanked: { equals: look.blanked } },
      data: {
        ...columns,
        facts: { ...facts, ...emptyFacts },
        fieldSalts: without(look.fieldSalts as Prisma.JsonObject, named),
        blanked,
      },
    })
    if (count === 0) continue
    await tx.rawPage.deleteMany({ where: { workspaceId, linkCheckId } })
    if (named.includes('changes'))
      await tx.mention.updateMany({
        where: { workspaceId, id: look.mentionId, lastChangeAt: look.at },
        data: { lastChanges: [] },
      })
    return
  }
}

function emptied(fields: readonly BlankableField[]) {
  const columns: Record<string, unknown> = {}
  const emptyFacts: Record<string, null> = {}
  for (const field of fields) {
    const fact = nameOfFact(field)
    if (fact === null) columns[field] = emptyValueOf(field)
    else emptyFacts[fact] = null
  }
  return { columns, emptyFacts }
}

function without(salts: Prisma.JsonObject, fields: readonly string[]): Prisma.InputJsonObject {
  return Object.fromEntries(Object.entries(salts).filter(([field]) => !fields.includes(field)))
}
