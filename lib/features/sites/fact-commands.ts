import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { type FactKind, factProblem } from '#lib/domain/requests/fact-kinds.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { lockWorkspace } from '../workspaces/member-locks.ts'
import { type AddFactInput, type ChangeFactInput, FACTS_MAX } from './fact-schema.ts'

/**
 * Adds a line to a Site's fact sheet. Pressed twice, it is one.
 *
 * @throws NotFound; Refusal when it is too long for its kind, or the sheet is full
 */
export async function addFact(
  scope: WorkspaceScope,
  { siteId, kind, ...input }: AddFactInput,
): Promise<{ factId: string }> {
  authorize(scope, 'facts.write')
  const { workspaceId, now } = scope
  refuseLong(kind, input.text)
  return inTransaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const site = await tx.site.findFirst({ where: { workspaceId, id: siteId, deletedAt: null } })
    if (!site) throw new NotFound()
    const words = columns(input)
    const same = await tx.siteFact.findFirst({
      where: { workspaceId, siteId, kind, deletedAt: null, ...words },
      select: { id: true },
    })
    if (same) return { factId: same.id }
    await refuseWhenFull(tx, workspaceId, siteId)
    const { id } = await tx.siteFact.create({
      data: { workspaceId, siteId, kind, ...words, createdAt: now, updatedAt: now },
      select: { id: true },
    })
    return { factId: id }
  })
}

/** Other words on the sheet. Answers it was copied into keep what they have. @throws NotFound, Refusal */
export async function changeFact(scope: WorkspaceScope, { factId, ...input }: ChangeFactInput) {
  authorize(scope, 'facts.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const fact = await tx.siteFact.findFirst({
      where: { workspaceId, id: factId, deletedAt: null, site: { deletedAt: null } },
      select: { kind: true },
    })
    if (!fact) throw new NotFound()
    refuseLong(fact.kind as FactKind, input.text)
    await tx.siteFact.updateMany({
      where: { workspaceId, id: factId, deletedAt: null },
      data: { ...columns(input), updatedAt: now },
    })
  })
}

/** Takes a line off the sheet; it may be brought back for 30 days. @throws NotFound */
export async function removeFact(scope: WorkspaceScope, { factId }: { factId: string }) {
  authorize(scope, 'facts.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    await requireFact(tx, workspaceId, factId)
    await tx.siteFact.updateMany({
      where: { workspaceId, id: factId, deletedAt: null },
      data: { deletedAt: now },
    })
  })
}

/** @throws NotFound; Refusal when the sheet is full */
export async function bringBackFact(scope: WorkspaceScope, { factId }: { factId: string }) {
  authorize(scope, 'facts.write')
  const { workspaceId } = scope
  await inTransaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const fact = await requireFact(tx, workspaceId, factId)
    if (fact.deletedAt === null) return
    await refuseWhenFull(tx, workspaceId, fact.siteId)
    await tx.siteFact.updateMany({ where: { workspaceId, id: factId }, data: { deletedAt: null } })
  })
}

type Words = Omit<ChangeFactInput, 'factId'>

function columns({ title, text, person, source, sourceUrl, saidOn }: Words) {
  const day = saidOn === null ? null : new Date(`${saidOn}T00:00:00Z`)
  return { title, text, person, source, sourceUrl, saidOn: day }
}

async function requireFact(tx: Transaction, workspaceId: string, factId: string) {
  const fact = await tx.siteFact.findFirst({
    where: { workspaceId, id: factId, site: { deletedAt: null } },
    select: { siteId: true, deletedAt: true },
  })
  if (!fact) throw new NotFound()
  return fact
}

function refuseLong(kind: FactKind, text: string) {
  const wrong = factProblem({ kind, text })
  if (wrong) throw new Refusal(wrong.message, wrong.remedy, 'text')
}

async function refuseWhenFull(tx: Transaction, workspaceId: string, siteId: string) {
  const count = await tx.siteFact.count({ where: { workspaceId, siteId, deletedAt: null } })
  if (count < FACTS_MAX) return
  throw new Refusal(
    `${FACTS_MAX} lines are as many as a fact sheet can have.`,
    'Remove one that nobody copies.',
  )
}
