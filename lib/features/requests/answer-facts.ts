import { maskOf } from '#lib/domain/pitch-gate/near-copy-rule.ts'
import type { OtherPitch } from '#lib/domain/pitch-gate/pitch-facts.ts'
import { prepareText } from '#lib/domain/pitch-gate/shingles.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import type { AnswerFacts } from '#lib/domain/requests/review-answer.ts'
import { type Database, database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { findOverduePromise } from '../ledger/overdue-promise-queries.ts'
import { listOtherTexts } from '../pitches/other-texts.ts'
import { suppressionsAgainst, suppressionsOfAddress } from '../prospects/suppression-queries.ts'
import { conditionHashOf } from './request-keys.ts'
import { conditionsIn, replyWayOf } from './request-row.ts'

/** Answers are few and far between: the latest are compared, and all pitches of the workspace. */
const ANSWERS_COMPARED = 200

/** Everything the gate asks about an answer, as it stands. The page and the commands call this. @throws NotFound */
export async function gatherAnswerFacts(
  scope: WorkspaceScope,
  requestId: string,
  db: Database | Transaction = database(),
) {
  authorizeToSee(scope, 'requests.read')
  const { workspaceId, now } = scope
  const request = await db.request.findFirst({
    where: { workspaceId, id: requestId, deletedAt: null },
    include: {
      site: { select: { name: true, peopleNames: true, deletedAt: true } },
      contact: { select: { name: true } },
      ticks: { select: { conditionHash: true, answer: true } },
    },
  })
  if (!request) throw new NotFound()
  const { site, subject, body, deadlineAt, replyTo, contactId } = request
  const way = replyWayOf(replyTo)
  const journalist = request.contact?.name ?? request.journalist
  const said = new Map(
    request.ticks.map(({ conditionHash, answer }) => [conditionHash, answer as 'met' | 'unmet']),
  )
  const facts: AnswerFacts = {
    ...{ now, subject, body, journalist, deadlineAt, isMail: way?.kind === 'email' },
    site: site && site.deletedAt === null ? site : null,
    conditions: conditionsIn(request.conditions).map((condition) => ({
      ...condition,
      answer: said.get(conditionHashOf(condition)) ?? null,
    })),
    suppressed: await isSuppressed(scope, way, contactId, db),
    // Who asks is one of ours only where a person said so; then what is owed to their outlet counts too.
    promiseOverdue: contactId
      ? await findOverduePromise(scope, { contactId, prospectId: request.prospectId }, db)
      : null,
    others: await otherTexts(scope, requestId, { body, journalist }, db),
  }
  return { facts, request, way }
}

async function isSuppressed(
  scope: WorkspaceScope,
  way: ReturnType<typeof replyWayOf>,
  contactId: string | null,
  db: Database | Transaction,
): Promise<boolean | string> {
  const addresses = way ? [{ ...way, contactId: contactId ?? '' }] : []
  const stops = await suppressionsAgainst(scope, addresses, contactId ? [contactId] : [], db)
  const address = addresses[0] ?? { contactId: contactId ?? '', addressKey: '' }
  const [stop] = contactId || way ? suppressionsOfAddress(stops, address) : []
  return stop ? stop.words || true : false
}

async function otherTexts(
  { workspaceId }: WorkspaceScope,
  requestId: string,
  { body, journalist }: { body: string; journalist: string },
  db: Database | Transaction,
): Promise<OtherPitch[]> {
  const sender = { name: '', company: '', postalAddress: null }
  const mask = maskOf({
    ...{ origin: null, reading: null, sender, signature: '' },
    contact: { name: journalist, country: null, address: null },
  })
  const pitches = await listOtherTexts(db, workspaceId, requestId, prepareText(body, mask))
  const answers = await db.request.findMany({
    where: { workspaceId, deletedAt: null, id: { not: requestId }, sentAt: { not: null } },
    orderBy: [{ deletedAt: 'desc' }, { sentAt: 'desc' }, { id: 'desc' }],
    take: ANSWERS_COMPARED,
    select: { id: true, topic: true, outlet: true, body: true },
  })
  return [
    ...pitches,
    ...answers.map(({ id, topic, outlet, body: text }) => ({
      ...{ id, body: text, label: `your answer to “${topic.slice(0, 80)}”${outlet ? ` for ${outlet}` : ''}` },
    })),
  ]
}
