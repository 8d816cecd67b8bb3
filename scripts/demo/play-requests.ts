import { lookAtMention } from '#lib/features/mentions/look-at-mention.ts'
import { acknowledgeOutcome } from '#lib/features/mentions/look-commands.ts'
import { recordAnswerSent, saveAnswer } from '#lib/features/requests/answer-commands.ts'
import { keepRequests, takeDigest } from '#lib/features/requests/digest-commands.ts'
import { getDigest } from '#lib/features/requests/digest-queries.ts'
import { closeRequest, foundPage } from '#lib/features/requests/outcome-commands.ts'
import { tickCondition } from '#lib/features/requests/request-commands.ts'
import { getRequest } from '#lib/features/requests/request-queries.ts'
import { addFact } from '#lib/features/sites/fact-commands.ts'
import { addFactSchema } from '#lib/features/sites/fact-schema.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { DemoFact, DemoRequest, DemoStory } from './demo-story.ts'
import { savePage } from './play-prospect.ts'
import type { Stage } from './play-story.ts'

const FACTS_ADDED = 100

/** The fact sheet, and what journalists asked for: each came as one digest, was kept, and went on as the story says. */
export async function playRequests(stage: Stage, { facts, requests }: DemoStory) {
  for (const fact of facts ?? []) await playFact(stage, fact)
  for (const request of requests ?? []) await playRequest(stage, request)
}

function playFact(stage: Stage, { site, ...fact }: DemoFact) {
  const siteId = stage.siteIds[site ?? 0] ?? ''
  return addFact(stage.as(0, FACTS_ADDED), addFactSchema.parse({ ...fact, siteId }))
}

async function playRequest(stage: Stage, demo: DemoRequest) {
  const by = demo.by ?? 0
  const requestId = await takeIn(stage, demo)
  const { conditions } = await getRequest(stage.as(by, demo.day), requestId)
  for (const [index, { hash }] of conditions.entries()) {
    const said = demo.ticks?.[index]
    if (!said) continue
    const tick = { requestId, condition: hash, factId: null, ...said }
    await tickCondition(stage.as(by, demo.day, 20), tick)
  }
  if (demo.draft) await write(stage, demo, requestId, demo.draft)
  if (demo.answer) {
    const revision = await write(stage, demo, requestId, demo.answer)
    const scope = stage.as(by, demo.answer.day, 40)
    await recordAnswerSent(scope, { requestId, revision, via: demo.answer.via, overruleReason: '' })
  }
  if (demo.ran) await findIt(stage, demo, requestId, demo.ran)
  if (demo.closed)
    await closeRequest(stage.as(by, demo.closed.day), { requestId, reason: demo.closed.reason })
}

async function takeIn(stage: Stage, demo: DemoRequest): Promise<string> {
  const scope = stage.as(demo.by ?? 0, demo.day, 5)
  const { digestId } = await takeDigest(scope, { text: textOf(stage, demo) })
  const { parts } = await getDigest(scope, digestId)
  const part = parts.find(({ kind }) => kind === 'request')
  if (!part) throw new Error(`No request is read from ${demo.topic}`)
  const { topic, outlet, journalist, replyTo, deadline } = part.read
  const said = { topic, outlet, journalist, replyTo, deadlineWords: deadline?.words ?? '' }
  await keepRequests(scope, { digestId, parts: [{ part: part.index, ...said }] })
  const { workspaceId } = scope
  const { id } = await databaseAcrossWorkspaces().request.findFirstOrThrow({
    where: { workspaceId, digestId },
  })
  return id
}

/** As such a service sends it, with deadlines that lie around the day the demo is made. */
function textOf(stage: Stage, demo: DemoRequest): string {
  const due = stage.as(0, -demo.dueIn).now.toISOString().slice(0, 10)
  return [
    ...['Requests for sources', '', `1) Summary: ${demo.topic}`, '', `Name: ${demo.journalist}`],
    ...[
      `Email: ${demo.replyTo}`,
      `Media Outlet: ${demo.outlet}`,
      `Deadline: ${due} ${demo.hour}`,
      '',
      'Query:',
      '',
    ],
    ...[demo.query, '', ...(demo.asks ? ['Requirements:', '', ...demo.asks, ''] : []), '-'.repeat(40)],
    'You get this because you signed up as a source.',
  ].join('\n')
}

async function write(
  stage: Stage,
  demo: DemoRequest,
  requestId: string,
  { day, subject, body }: { day: number; subject: string; body: string },
): Promise<number> {
  const scope = stage.as(demo.by ?? 0, day, 30)
  const { revision } = await getRequest(scope, requestId)
  await saveAnswer(scope, { requestId, revision, subject, body })
  return revision + 1
}

async function findIt(
  stage: Stage,
  demo: DemoRequest,
  requestId: string,
  { day, url, html }: NonNullable<DemoRequest['ran']>,
) {
  const scope = stage.as(demo.by ?? 0, day, 10)
  await savePage(url, html)
  const { mentionId } = await foundPage(scope, { requestId, url })
  const { workspaceId, memberId } = scope
  await lookAtMention({ workspaceId, mentionId, requestedById: memberId }, { now: () => scope.now })
  const { outcome } = await databaseAcrossWorkspaces().mention.findUniqueOrThrow({ where: { id: mentionId } })
  await acknowledgeOutcome(stage.as(demo.by ?? 0, day, 30), mentionId, outcome)
}
