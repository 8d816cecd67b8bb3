import fc from 'fast-check'
import { MENTION_OUTCOMES } from '#lib/features/mentions/outcome-groups.ts'
import { REPORT_WAYS } from '#lib/features/reports/report-ways.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPitchGround } from './a-pitch.ts'

/** Days are counted from here. */
const FIRST_DAY = Date.parse('2025-01-01T10:30:00Z')
const LINKED = MENTION_OUTCOMES.filter((outcome) => outcome.startsWith('linked'))

const day = fc.integer({ min: 0, max: 400 })
const ground = fc.integer({ min: 0, max: 2 })
const seldom = fc.integer({ min: 0, max: 9 }).map((one) => one === 0)
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })

const letter = fc.record({
  ...{ ground, day, isOurs: fc.boolean(), isSent: fc.boolean(), isGone: seldom },
  answeredAfterHours: maybe(fc.integer({ min: 0, max: 2_000 })),
})
const page = fc.record({
  ...{
    ground,
    day,
    letter: maybe(fc.nat(40)),
    deed: maybe(fc.nat(15)),
    isGone: seldom,
    outcomeDay: maybe(day),
  },
  outcome: fc.constantFrom(...MENTION_OUTCOMES),
  provenance: fc.constantFrom('earned', 'sample', 'quote', 'paid-elsewhere'),
  looks: fc.array(fc.record({ day, verdict: fc.constantFrom(...LINKED, 'lost', 'could-not-check') }), {
    maxLength: 4,
  }),
})
const deed = fc.record({
  ...{ ground, day, isOurs: fc.boolean(), isDone: fc.boolean(), isGone: seldom },
  way: fc.constantFrom(...REPORT_WAYS),
})

/** What may have happened in a workspace, at random: letters and answers, pages and looks, and what was done other ways. */
export const reportHistory = fc.record({
  letters: fc.array(letter, { minLength: 10, maxLength: 40 }),
  pages: fc.array(page, { minLength: 10, maxLength: 40 }),
  deeds: fc.array(deed, { maxLength: 15 }),
})
export type ReportHistory = Arbitrary<typeof reportHistory>

/** What somebody may ask a report for, at random. */
export const reportQuestion = fc.record({
  ...{ ground: maybe(ground), byCampaign: fc.boolean(), isOurs: maybe(fc.boolean()) },
  days: maybe(
    fc.tuple(day, day).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const),
  ),
})

type Arbitrary<Of> = Of extends fc.Arbitrary<infer Value> ? Value : never
type Ground = Awaited<ReturnType<typeof aPitchGround>>
type Writing = { scope: WorkspaceScope; otherMemberId: string; on: (index: number) => Ground }

/** Writes a history down, in three campaigns of both routes. Every other thing is of `otherMemberId`. */
export async function writeHistory(scope: WorkspaceScope, otherMemberId: string, history: ReportHistory) {
  const grounds = [
    await aPitchGround(scope),
    await aPitchGround(scope, { route: 'service' }),
    await aPitchGround(scope),
  ]
  const on = (index: number) => grounds[index] ?? missing()
  const writing = { scope, otherMemberId, on }
  const letterIds = await writeLetters(writing, history.letters)
  const mentionIds = await writePages(writing, history.pages, letterIds)
  await writeDeeds(writing, history, mentionIds)
  return grounds
}

export function momentOf(dayNumber: number, hours = 0): Date {
  return new Date(FIRST_DAY + dayNumber * 86_400_000 + hours * 3_600_000)
}

async function writeLetters({ scope, otherMemberId, on }: Writing, letters: ReportHistory['letters']) {
  const { workspaceId, memberId, now } = scope
  const written = await database().pitch.createManyAndReturn({
    data: letters.map(({ ground: of, day: sent, isOurs, isSent, isGone, answeredAfterHours: hours }) => ({
      ...{ workspaceId, campaignId: on(of).campaign.id, prospectId: on(of).prospect.id },
      ...{ contactId: on(of).contact.id, channelId: on(of).channel.id, overruledRules: [] },
      ...{ writerId: isOurs ? memberId : otherMemberId, createdAt: now, updatedAt: now },
      state: !isSent ? 'draft' : hours === null ? 'sent' : 'closed',
      closedReason: isSent && hours !== null ? 'declined' : null,
      sentAt: isSent ? momentOf(sent) : null,
      answeredAt: isSent && hours !== null ? momentOf(sent, hours) : null,
      deletedAt: isGone ? now : null,
    })),
    select: { id: true },
  })
  return written.map(({ id }) => id)
}

async function writePages({ scope, on }: Writing, pages: ReportHistory['pages'], letterIds: string[]) {
  const { workspaceId, memberId, now } = scope
  const written = await database().mention.createManyAndReturn({
    data: pages.map(({ ground: of, letter: at, looks, ...each }, index) => {
      const url = `https://page${index}.example/`
      return {
        ...{ workspaceId, siteId: on(of).site.id, campaignId: at === null ? on(of).campaign.id : null },
        ...{
          pitchId: at === null ? null : (letterIds[at] ?? null),
          provenance: each.provenance,
          url,
          urlKey: url,
        },
        ...{ liveUrlKey: each.isGone ? null : url, outcome: each.outcome, recordedById: memberId },
        outcomeAt: each.outcomeDay === null ? null : momentOf(each.outcomeDay),
        everLinked: looks.some(({ verdict }) => verdict.startsWith('linked')),
        ...{ createdAt: momentOf(each.day), updatedAt: now, deletedAt: each.isGone ? now : null },
      }
    }),
    select: { id: true },
  })
  await database().linkCheck.createMany({
    data: pages.flatMap(({ looks }, index) =>
      looks
        .toSorted((a, b) => a.day - b.day)
        .map(({ day: seen, verdict }, number) => ({
          ...{ workspaceId, mentionId: written[index]?.id ?? '', number: number + 1, kind: 'fetched' },
          ...{ at: momentOf(seen), facts: {}, verdict, sentence: 'So it was.' },
        })),
    ),
  })
  return written.map(({ id }) => id)
}

async function writeDeeds(
  { scope, otherMemberId, on }: Writing,
  { deeds, pages }: ReportHistory,
  mentionIds: string[],
) {
  const { workspaceId, memberId, now } = scope
  for (const [index, { ground: of, way, isDone, isOurs, isGone, day: done }] of deeds.entries()) {
    const { site, campaign, prospect, contact } = on(of)
    const mentioned = mentionIds.filter((_, at) => pages[at]?.deed === index)
    const mentionId = mentioned[0] ?? null
    const by = isOurs ? memberId : otherMemberId
    const [times, gone] = [{ createdAt: momentOf(done), updatedAt: now }, { deletedAt: isGone ? now : null }]
    if (way === 'samples') {
      const item = await database().sampleItem.create({
        data: { workspaceId, siteId: site.id, name: 'Bag', currency: '', ...times },
      })
      const sample = await database().sample.create({
        data: {
          ...{
            workspaceId,
            itemId: item.id,
            prospectId: prospect.id,
            contactId: contact.id,
            campaignId: campaign.id,
          },
          ...{ state: isDone ? 'sent' : 'offered', words: 'Yours to keep.', offeredAt: momentOf(done) },
          ...{ sentAt: isDone ? momentOf(done) : null, offeredById: by, updatedAt: now, ...gone },
        },
      })
      await database().mention.updateMany({
        where: { workspaceId, id: { in: mentioned } },
        data: { sampleId: sample.id },
      })
    } else if (way === 'requests') {
      await database().request.create({
        data: {
          ...{
            workspaceId,
            textHash: `hash ${index}`,
            liveTextKey: isGone ? null : `hash ${index}`,
            text: 'Who mends tents?',
          },
          ...{ topic: 'Tents', state: isDone ? 'answered' : 'open', siteId: site.id, mentionId },
          ...{
            sentAt: isDone ? momentOf(done) : null,
            sentById: isDone ? by : null,
            sentVia: isDone ? 'form' : null,
            ...times,
            ...gone,
          },
        },
      })
    } else if (way === 'insights') {
      const url = `https://trailhead.shop/insight${index}`
      const insight = await database().insight.create({
        data: {
          ...{
            workspaceId,
            siteId: site.id,
            title: 'Tents',
            url,
            urlKey: url,
            liveUrlKey: isGone ? null : url,
          },
          ...{ whatsNew: 'Numbers.', recordedById: by, ...times, ...gone },
        },
      })
      await database().insightMention.createMany({
        data: mentioned.map((cited) => ({
          ...{ workspaceId, insightId: insight.id, mentionId: cited, how: 'person', at: now },
          state: isDone ? 'cites' : 'not',
        })),
      })
    } else {
      await database().contribution.create({
        data: {
          ...{
            workspaceId,
            kind: way,
            state: isDone ? 'pitched' : 'planned',
            title: 'Mending',
            prospectId: prospect.id,
          },
          ...{
            siteId: site.id,
            campaignId: campaign.id,
            ownerId: by,
            nextOn: now,
            mentionId,
            ...times,
            ...gone,
          },
        },
      })
    }
  }
}

function missing(): never {
  throw new Error('There are three campaigns')
}
