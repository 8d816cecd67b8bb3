import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { Condition } from '#lib/domain/requests/condition-kinds.ts'
import { factAsEvidence } from '#lib/domain/requests/fact-kinds.ts'
import { findConditions } from '#lib/domain/requests/find-conditions.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { onlyNamed } from '../only-named.ts'
import { readDeadlineWords } from './deadline-columns.ts'
import { conditionHashOf, searchTextOf } from './request-keys.ts'
import { conditionsIn } from './request-row.ts'
import { type ChangeRequestInput, CONDITIONS_MAX } from './request-schema.ts'

/**
 * Puts right what was read. The deadline is read anew from the words typed; the text it came from stays as it is. Words on a
 * condition go with it.
 *
 * @param named the fields that were sent, where it was not a whole form: the others stay as they are
 * @throws NotFound
 */
export async function changeRequest(
  scope: WorkspaceScope,
  { requestId, ...input }: ChangeRequestInput,
  named?: ReadonlySet<string>,
) {
  authorize(scope, 'requests.write')
  const { workspaceId, now } = scope
  const it = { workspaceId, id: requestId, deletedAt: null }
  await inTransaction(async (tx) => {
    // Holds the row: what is read of it now stays so until this is written.
    await tx.request.updateMany({ where: it, data: { updatedAt: now } })
    const known = await requireRequest(tx, scope, requestId)
    const { outlet, journalist, replyTo, topic, question, deadlineWords } = input
    const isSame = deadlineWords === known.deadlineWords
    const read = isSame
      ? null
      : readDeadlineWords(scope, deadlineWords, known.digest?.sentAt ?? known.createdAt)
    const deadline = isSame
      ? {}
      : { deadlineAt: read?.at ?? null, deadlineZone: read?.zone ?? null, deadlineDoubts: read?.doubts ?? [] }
    const conditions = conditionsTyped(input.conditions, conditionsIn(known.conditions))
    const said = { outlet, journalist, replyTo, topic, question, deadlineWords, ...deadline }
    const written = onlyNamed(
      { ...said, conditions: conditions as unknown as Prisma.InputJsonValue },
      named,
      { deadlineWords: ['deadlineWords', 'deadlineAt', 'deadlineZone', 'deadlineDoubts'] },
    )
    await tx.request.updateMany({
      where: it,
      data: { ...written, searchText: searchTextOf({ ...known, ...written }) },
    })
    if (!(named?.has('conditions') ?? true)) return
    await tx.requestTick.deleteMany({
      where: { workspaceId, requestId, conditionHash: { notIn: conditions.map(conditionHashOf) } },
    })
  })
}

/** A line keeps its kind; a new one is of the kind its words say, or of none. */
function conditionsTyped(typed: string, known: readonly Condition[]): Condition[] {
  const lines = [...new Set(typed.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()))].filter(
    Boolean,
  )
  return lines.slice(0, CONDITIONS_MAX).flatMap((line): Condition[] => {
    const words = line.slice(0, 300)
    const same = known.filter((condition) => condition.words.replace(/\s+/g, ' ') === words)
    if (same.length > 0) return same
    const [found] = findConditions('', words)
    return [{ kind: found?.kind ?? 'other', words }]
  })
}

/** Says whose answer it is. Words on conditions fall: they rested on another Site's fact sheet. @throws NotFound, Refusal */
export async function chooseSite(
  scope: WorkspaceScope,
  { requestId, siteId }: { requestId: string; siteId: string },
) {
  authorize(scope, 'requests.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const request = await requireRequest(tx, scope, requestId)
    if (request.siteId === siteId) return
    refuseAfterSending(request)
    const site = await tx.site.findFirst({ where: { workspaceId, id: siteId, deletedAt: null } })
    if (!site) throw new NotFound()
    await tx.request.updateMany({
      where: { workspaceId, id: requestId, deletedAt: null },
      data: { siteId, updatedAt: now },
    })
    await tx.requestTick.deleteMany({ where: { workspaceId, requestId } })
  })
}

type Tick = {
  requestId: string
  condition: string
  answer: 'met' | 'unmet' | 'open'
  factId: string | null
  evidence: string
}

/**
 * A person's word on one condition, with what it rests on: a line of the fact sheet, words of their own, or both. "open" takes
 * the word back.
 *
 * @throws NotFound; Refusal where something is said to be met and nothing shows it
 */
export async function tickCondition(scope: WorkspaceScope, input: Tick) {
  authorize(scope, 'requests.write')
  const { workspaceId, memberId: byId, now: at } = scope
  const { requestId, condition: conditionHash, answer, factId } = input
  await inTransaction(async (tx) => {
    const request = await requireRequest(tx, scope, requestId)
    const condition = conditionsIn(request.conditions).find((each) => conditionHashOf(each) === conditionHash)
    if (!condition) throw new Refusal('That condition is not there any more.', 'Load this page again.')
    if (answer === 'open') {
      await tx.requestTick.deleteMany({ where: { workspaceId, requestId, conditionHash } })
      return
    }
    const evidence = await evidenceOf(tx, scope, request.siteId, input)
    const needsEvidence = ['place', 'role', 'credential', 'first-hand'].includes(condition.kind)
    if (answer === 'met' && needsEvidence && evidence === '')
      throw new Refusal(
        'Say what shows it.',
        'Choose a line of the fact sheet, or write who meets it and where one can see that.',
        'evidence',
      )
    const said = { answer, factId, evidence, byId, at }
    await tx.requestTick.upsert({
      where: { workspaceId_requestId_conditionHash: { workspaceId, requestId, conditionHash } },
      create: { workspaceId, requestId, conditionHash, ...said },
      update: said,
    })
  })
}

async function evidenceOf(
  tx: Transaction,
  { workspaceId }: WorkspaceScope,
  siteId: string | null,
  { factId, evidence }: Tick,
): Promise<string> {
  if (factId === null) return evidence
  const fact = await tx.siteFact.findFirst({
    where: { workspaceId, id: factId, siteId: siteId ?? '', deletedAt: null, site: { deletedAt: null } },
  })
  if (!fact)
    throw new Refusal('That line is not on the fact sheet any more.', 'Choose another one.', 'factId')
  return [factAsEvidence(fact), evidence].filter(Boolean).join('\n')
}

/** @throws NotFound */
export async function requireRequest(tx: Transaction, { workspaceId }: WorkspaceScope, requestId: string) {
  const request = await tx.request.findFirst({
    where: { workspaceId, id: requestId, deletedAt: null },
    include: {
      digest: { select: { sentAt: true } },
      mention: { select: { id: true, outcome: true, deletedAt: true, askState: true } },
    },
  })
  if (!request) throw new NotFound()
  return request
}

/** @throws Refusal */
export function refuseAfterSending({ state }: { state: string }) {
  if (state === 'open') return
  throw new Refusal('What was sent stays as it was.', 'A new request has an answer of its own.')
}
