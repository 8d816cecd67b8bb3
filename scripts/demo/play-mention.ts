import { closeAsk, recordAsk, sayPublishedOn } from '#lib/features/mentions/ask-commands.ts'
import { publishedOnSchema } from '#lib/features/mentions/ask-schema.ts'
import { confirmOutcome, overruleOutcome } from '#lib/features/mentions/decision-commands.ts'
import { lookAtMention } from '#lib/features/mentions/look-at-mention.ts'
import {
  acknowledgeOutcome,
  lookNow,
  recordOwnLook,
  sayAboutUs,
} from '#lib/features/mentions/look-commands.ts'
import { recordMention } from '#lib/features/mentions/mention-commands.ts'
import { getMention } from '#lib/features/mentions/mention-queries.ts'
import { recordMentionSchema } from '#lib/features/mentions/mention-schema.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { DemoMention } from './demo-story.ts'
import { playThanks } from './play-giving.ts'
import { savePage } from './play-prospect.ts'
import type { Stage } from './play-story.ts'

/** What was found longer ago has been seen by somebody. */
const NEWS_FOR_DAYS = 22

type Of = {
  prospectId: string
  pitchId: string | null
  sampleId: string | null
  campaignId: string | null
  siteId: string
}

/** A mention and every look at it: judged from the saved page by the real judge. */
export async function playMention(stage: Stage, demo: DemoMention, of: Of) {
  const by = demo.by ?? 0
  const { mentionId } = await recordMention(
    stage.as(by, demo.recorded),
    recordMentionSchema.parse({
      ...of,
      pitchId: of.pitchId ?? '',
      campaignId: of.campaignId ?? '',
      sampleId: of.sampleId ?? '',
      url: demo.url,
      provenance: demo.provenance,
      note: demo.note ?? '',
      targetUrl: demo.targetUrl ?? '',
    }),
  )
  for (const { day, html, ...rest } of demo.looks ?? []) {
    const scope = stage.as(by, day, 5)
    await savePage(demo.url, html, rest)
    await lookNow(scope, mentionId)
    const { workspaceId, memberId } = scope
    await lookAtMention({ workspaceId, mentionId, requestedById: memberId }, { now: () => scope.now })
  }
  if (demo.aboutUs) await sayAboutUs(stage.as(by, demo.recorded, 30), mentionId)
  if (demo.ownLook) {
    await recordOwnLook(stage.as(by, demo.ownLook.day), {
      mentionId,
      saw: demo.ownLook.saw,
      words: demo.ownLook.words,
    })
  }
  await playAsk(stage, by, mentionId, demo)
  await playThanks(stage, by, mentionId, demo)
  if (demo.decided) await playDecision(stage, mentionId, demo.decided)
  const lastSeen = Math.min(demo.recorded, ...(demo.looks ?? []).map(({ day }) => day))
  if (lastSeen < NEWS_FOR_DAYS) return
  const { outcome } = await databaseAcrossWorkspaces().mention.findUniqueOrThrow({
    where: { id: mentionId },
    select: { outcome: true },
  })
  await acknowledgeOutcome(stage.as(by, lastSeen - 1), mentionId, outcome)
}

/** When their page came out, and the one polite ask for a link. */
async function playAsk(stage: Stage, by: number, mentionId: string, { cameOut, ask }: DemoMention) {
  if (cameOut !== undefined) {
    const publishedOn = stage.as(by, cameOut).now.toISOString().slice(0, 10)
    await sayPublishedOn(stage.as(by, ask?.day ?? 0), publishedOnSchema.parse({ mentionId, publishedOn }))
  }
  if (!ask) return
  await recordAsk(stage.as(by, ask.day, 10), { mentionId, reason: ask.reason })
  if (ask.closed) await closeAsk(stage.as(by, ask.closed.day), { mentionId, answer: ask.closed.answer })
}

/** Somebody who may review has the outcome before their eyes, and says what they think of it. */
async function playDecision(stage: Stage, mentionId: string, demo: NonNullable<DemoMention['decided']>) {
  const scope = stage.as(demo.by, demo.day, 20)
  const { lookCount: lookNumber, reviewSince } = await getMention(scope, mentionId)
  const asked = { mentionId, lookNumber, reviewSince }
  if ('confirmed' in demo) await confirmOutcome(scope, asked)
  else await overruleOutcome(scope, { ...asked, outcome: demo.overruled, reason: demo.reason })
}
