import { Refusal } from '#lib/domain/refusal.ts'
import type { AnswerWay } from '#lib/domain/requests/request-states.ts'
import { type AnswerProblem, reviewAnswer } from '#lib/domain/requests/review-answer.ts'
import { can } from '#lib/domain/roles.ts'
import { inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { holdSending } from '../pitches/sending-queries.ts'
import { gatherAnswerFacts } from './answer-facts.ts'
import { refuseAfterSending, requireRequest } from './request-commands.ts'

/**
 * Saves the answer as it is being written. Of two tabs the second is told, and keeps what it has.
 *
 * @throws NotFound, Refusal
 */
export async function saveAnswer(
  scope: WorkspaceScope,
  {
    requestId,
    revision,
    subject,
    body,
  }: { requestId: string; revision: number; subject: string; body: string },
) {
  authorize(scope, 'requests.write')
  const { workspaceId, memberId, now } = scope
  await inTransaction(async (tx) => {
    const request = await requireRequest(tx, scope, requestId)
    refuseAfterSending(request)
    if (request.subject === subject && request.body === body) return
    const { count } = await tx.request.updateMany({
      where: { workspaceId, id: requestId, deletedAt: null, state: 'open', revision },
      data: { subject, body, revision: revision + 1, writerId: memberId, updatedAt: now },
    })
    if (count === 0) throw changedMeanwhile()
  })
}

type Sent = { requestId: string; revision: number; via: AnswerWay; overruleReason: string }

/**
 * "I sent it": a person's click. The text is frozen with its time. The gate is asked once more at this moment; an owner may
 * overrule what is mendable with a reason, which is kept. Pressed twice, it is sent once.
 *
 * @throws NotFound, Refusal
 */
export async function recordAnswerSent(
  scope: WorkspaceScope,
  { requestId, revision, via, overruleReason }: Sent,
) {
  authorize(scope, 'requests.write')
  const { workspaceId, memberId, now } = scope
  await inTransaction(async (tx) => {
    await holdSending(tx, scope)
    const { facts, request } = await gatherAnswerFacts(scope, requestId, tx)
    if (request.sentAt !== null) return
    refuseAfterSending(request)
    if (request.revision !== revision) throw changedMeanwhile()
    const overruledRules = overruled(scope, reviewAnswer(facts), overruleReason)
    const { count } = await tx.request.updateMany({
      where: { workspaceId, id: requestId, deletedAt: null, state: 'open', revision },
      data: {
        ...{ state: 'answered', sentAt: now, sentVia: via, sentById: memberId, updatedAt: now },
        overruleReason: overruledRules.length > 0 ? overruleReason : null,
        overruledRules,
      },
    })
    if (count === 0) throw changedMeanwhile()
    if (overruledRules.length === 0) return
    const thing = { objectId: requestId, details: { rules: overruledRules } }
    await recordAudit(tx, scope, 'answer-gate.overruled', thing)
  })
}

/**
 * Somebody has answered without this page: that is noted, with the words if there are any. Nothing goes out by it, so no rule
 * is asked.
 *
 * @throws NotFound, Refusal
 */
export async function noteAnswered(
  scope: WorkspaceScope,
  { requestId, words }: { requestId: string; words: string },
) {
  authorize(scope, 'requests.write')
  const { workspaceId, memberId, now } = scope
  await inTransaction(async (tx) => {
    const request = await requireRequest(tx, scope, requestId)
    if (request.sentAt !== null) return
    refuseAfterSending(request)
    await tx.request.updateMany({
      where: { workspaceId, id: requestId, deletedAt: null, state: 'open' },
      data: {
        ...{ state: 'answered', sentAt: now, sentVia: 'elsewhere', sentById: memberId, updatedAt: now },
        ...(words === '' ? {} : { body: words, revision: request.revision + 1 }),
      },
    })
  })
}

/** The rules an owner sets aside here. @throws Refusal in the words of the first that says no */
function overruled(scope: WorkspaceScope, problems: readonly AnswerProblem[], reason: string): string[] {
  const final = problems.find(({ severity }) => severity === 'final')
  if (final) throw new Refusal(final.message, `${final.remedy} Nobody can overrule this.`.trim())
  const mendable = problems.filter(({ severity }) => severity === 'mendable')
  const [first, ...rest] = mendable
  if (!first) return []
  if (reason === '') {
    const more = rest.length === 0 ? '' : ` ${rest.length} more ${rest.length === 1 ? 'is' : 'are'} listed.`
    throw new Refusal(`Not ready yet: ${first.message}`, `${first.remedy}${more}`)
  }
  if (!can(scope.role, 'pitches.overrule'))
    throw new Refusal(
      'Only an owner may let it go out in spite of this.',
      'Mend what is listed, or ask an owner.',
    )
  return [...new Set(mendable.map(({ rule }) => rule))]
}

function changedMeanwhile(): Refusal {
  return new Refusal(
    'Somebody saved other words meanwhile.',
    'Yours are still here. Copy them, load this page again, and put them together.',
  )
}
