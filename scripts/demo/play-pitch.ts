import { randomUUID } from 'node:crypto'
import {
  logAnswer,
  logBounce,
  logNo,
  logReply,
  logStop,
} from '#lib/features/pitches/conversation-commands.ts'
import { saveDraft } from '#lib/features/pitches/draft-commands.ts'
import { recordFollowUpSent, saveFollowUpText } from '#lib/features/pitches/follow-up-commands.ts'
import { closePitch, startPitch } from '#lib/features/pitches/pitch-commands.ts'
import { markReady } from '#lib/features/pitches/ready-commands.ts'
import { addRemark } from '#lib/features/pitches/remark-commands.ts'
import { remarkSchema } from '#lib/features/pitches/remark-schema.ts'
import { askForReview } from '#lib/features/pitches/review-commands.ts'
import { recordSent } from '#lib/features/pitches/sending-commands.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { DemoPitch } from './demo-story.ts'
import type { Stage } from './play-story.ts'

type To = { prospectId: string; contactId: string; channelId: string; noteId: string | null }

/** One conversation, from the blank page to its end. @returns the pitch's id */
export async function playPitch(stage: Stage, by: number, demo: DemoPitch, to: To): Promise<string> {
  const campaignId = stage.campaignIds[demo.campaign] ?? ''
  const { prospectId, contactId, channelId, noteId: readingNoteId } = to
  const { pitchId } = await startPitch(stage.as(by, demo.started), {
    campaignId,
    prospectId,
    contactId,
    channelId,
    readingNoteId,
  })
  await saveDraft(stage.as(by, demo.started, 20), {
    pitchId,
    subject: demo.subject,
    body: demo.body,
    revision: 1,
  })
  if (demo.reviewAsked !== undefined) await askForReview(stage.as(by, demo.reviewAsked, 30), { pitchId })
  if (demo.remark) await playRemark(stage, pitchId, demo.remark)
  if (demo.ready === undefined) return pitchId
  await markReady(stage.as(by, demo.ready, 30), { pitchId })
  if (!demo.sent) return pitchId
  await recordSent(stage.as(by, demo.sent.day, 40), { pitchId, via: demo.sent.via })
  if (demo.followUp) await playFollowUp(stage, by, pitchId, demo.followUp, demo.sent.via)
  await playEnd(stage, by, pitchId, demo)
  return pitchId
}

async function playRemark(stage: Stage, pitchId: string, demo: NonNullable<DemoPitch['remark']>) {
  const { day, by, quote, words: text } = demo
  const where = { pitchId, revision: 2, part: 'body', position: '', quote, text, once: randomUUID() }
  await addRemark(stage.as(by, day, 40), remarkSchema.parse(where))
}

async function playFollowUp(
  stage: Stage,
  by: number,
  pitchId: string,
  demo: NonNullable<DemoPitch['followUp']>,
  via: NonNullable<DemoPitch['sent']>['via'],
) {
  const followUp = await databaseAcrossWorkspaces().followUp.findFirstOrThrow({
    where: { pitchId, state: 'due' },
    select: { id: true },
  })
  const { subject, body, day } = demo
  await saveFollowUpText(stage.as(by, day), { followUpId: followUp.id, subject, body })
  await recordFollowUpSent(stage.as(by, day, 10), { followUpId: followUp.id, via })
}

async function playEnd(
  stage: Stage,
  by: number,
  pitchId: string,
  { reply, answer, no, stop, bounce, withdrawn }: DemoPitch,
) {
  if (reply) await logReply(stage.as(by, reply.day, 45), { pitchId, once: randomUUID(), body: reply.words })
  if (answer)
    await logAnswer(stage.as(by, answer.day, 50), { pitchId, once: randomUUID(), body: answer.words })
  if (no) await logNo(stage.as(by, no.day, 50), { pitchId, words: no.words })
  if (stop) await logStop(stage.as(by, stop.day, 50), { pitchId, words: stop.words })
  if (withdrawn !== undefined) await closePitch(stage.as(by, withdrawn, 50), { pitchId, reason: 'withdrawn' })
  if (bounce) await logBounce(stage.as(by, bounce.day, 50), { pitchId, words: bounce.words })
}
