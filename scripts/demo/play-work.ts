import type { FitQuestion } from '#lib/domain/contributions/fit.ts'
import { addDays, localDateOf } from '#lib/domain/local-date.ts'
import { addContribution } from '#lib/features/contributions/contribution-commands.ts'
import { addContributionSchema, preparationSchema } from '#lib/features/contributions/contribution-schema.ts'
import { moveContribution } from '#lib/features/contributions/move-commands.ts'
import { answerFit, savePreparation, saveText } from '#lib/features/contributions/preparation-commands.ts'
import { publishContribution } from '#lib/features/contributions/publish-commands.ts'
import { addInsight } from '#lib/features/insights/insight-commands.ts'
import { addInsightSchema } from '#lib/features/insights/insight-schema.ts'
import { tieInsight } from '#lib/features/insights/tie-insight.ts'
import { lookAtMention } from '#lib/features/mentions/look-at-mention.ts'
import { findProspectByAddress } from '#lib/features/prospects/prospect-queries.ts'
import { answerVetting } from '#lib/features/prospects/vetting-commands.ts'
import type { DemoInsight, DemoWork } from './demo-story.ts'
import type { Stage } from './play-story.ts'

/** A piece of work with an outlet of the story, from the day it was noted to where it stands. */
export async function playWork(stage: Stage, demo: DemoWork) {
  const by = demo.by ?? 0
  const scope = stage.as(by, demo.day)
  const prospect = await findProspectByAddress(scope, demo.with)
  if (!prospect) throw new Error(`The demo story has no prospect at ${demo.with}`)
  const today = localDateOf(stage.as(by, 0).now, 'UTC')
  const inDays = (days: number | undefined) => (days === undefined ? '' : addDays(today, days))
  const { contributionId } = await addContribution(
    scope,
    addContributionSchema.parse({
      ...{ kind: demo.kind, title: demo.title, state: demo.state ?? 'agreed', prospectId: prospect.id },
      ...{ siteId: stage.siteIds[demo.site ?? 0], note: demo.note ?? '', wishUrl: demo.wish ?? '' },
      ...{ dueOn: inDays(demo.dueInDays), airsOn: inDays(demo.airsInDays) },
      ...{ bylineUrls: demo.bylines?.join('\n') ?? '', paidNote: demo.paid ?? '' },
      ...(demo.paid ? { isPaid: 'on' } : {}),
      ...(demo.recording
        ? {
            recordingOn: inDays(demo.recording.inDays),
            recordingTime: demo.recording.time,
            recordingZone: demo.recording.zone,
          }
        : {}),
    }),
  )
  if (demo.wanted)
    await answerVetting(scope, {
      ...{ prospectId: prospect.id, question: 'wanted-anyway', answer: 'yes' },
      ...{ evidence: demo.wanted, evidenceUrl: '' },
    })
  for (const [question, given] of Object.entries(demo.fit ?? {}))
    await answerFit(scope, { contributionId, question: question as FitQuestion, ...given })
  if (demo.sheet) {
    const sheet = { contributionId, wishUrl: demo.wish ?? '', ...demo.sheet }
    await savePreparation(scope, preparationSchema.parse(sheet))
  }
  for (const [index, text] of (demo.texts ?? []).entries())
    await saveText(stage.as(by, demo.day, index + 1), { contributionId, revision: index + 1, text })
  let from: DemoWork['state'] | Step['to'] = demo.state ?? 'agreed'
  for (const { day, to } of demo.steps ?? []) {
    await moveContribution(stage.as(by, day, 5), { contributionId, from, to })
    from = to
  }
  if (demo.out) await playOut(stage, by, contributionId, demo.out)
}

type Step = NonNullable<DemoWork['steps']>[number]

/** It came out: its page is looked at, where the story has not done so already. */
async function playOut(
  stage: Stage,
  by: number,
  contributionId: string,
  { day, url }: { day: number; url: string },
) {
  const scope = stage.as(by, day, 40)
  const publishedOn = localDateOf(scope.now, 'UTC')
  const { mentionId } = await publishContribution(scope, { contributionId, url, publishedOn })
  const { workspaceId, memberId } = scope
  await lookAtMention({ workspaceId, mentionId, requestedById: memberId }, { now: () => scope.now })
}

/** Something that was published, and the mentions that cite it, found as the worker does it. */
export async function playInsight(
  stage: Stage,
  { day, publishedDay, site = 0, by = 0, ...demo }: DemoInsight,
) {
  const scope = stage.as(by, day)
  const publishedOn = localDateOf(stage.as(by, publishedDay).now, 'UTC')
  const { insightId } = await addInsight(
    scope,
    addInsightSchema.parse({ ...demo, publishedOn, siteId: stage.siteIds[site] }),
  )
  await tieInsight({ workspaceId: scope.workspaceId, insightId }, stage.as(by, 0).now)
}
