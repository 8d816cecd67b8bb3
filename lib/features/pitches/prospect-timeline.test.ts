import { beforeAll, describe, expect, it } from 'vitest'
import { TIMELINE_GROUPS, TIMELINE_KINDS, type TimelineEvent } from '#lib/domain/prospect-timeline-event.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aProspect } from '#lib/testing/a-reading.ts'
import { oneOfEach } from '#lib/testing/one-of-each.ts'
import { aMember, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { EVENTS_PER_PAGE, listTimeline, readTimelineList } from './prospect-timeline-queries.ts'

const NEWEST = { group: null, before: null }
const db = databaseAcrossWorkspaces

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

describe('the story of a prospect', () => {
  it('tells of everything that can happen, each once', async () => {
    const prospectId = await everything(ours)
    const { events, earlier } = await listTimeline(ours, prospectId, NEWEST)
    expect(earlier).toBeNull()
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(TIMELINE_KINDS))
    expect(new Set(events.map(({ key }) => key)).size).toBe(events.length)
    const titles = events.map(({ title }) => title.replace(/[\u2068\u2069]/g, ''))
    expect(titles).toContain('Changed at k.test: nofollow added, link moved')
    expect(titles).toContain('No follow-up to K: they answered')
    expect(titles).toContain('Follow-up to K is due')
    expect(titles).toContain('Old Blog was made one with this')
    expect(titles).toContain('Old Blog was parted from this again')
    expect(titles).toContain('Is it about what you do? Yes')
    expect(titles).toContain('K left')
    expect(titles).toContain('Offered I to K · a mention came')
    expect(titles).toContain('They asked for sources: T')
    expect(titles).toContain('Answered their request: T')
    expect(titles).toContain('Podcast begun: Our hour')
    expect(titles).toContain('Podcast out: Our hour')
  })

  it('is narrowed to a kind of thing, and the kinds together are everything', async () => {
    const prospectId = await everything(ours)
    const all = await listTimeline(ours, prospectId, NEWEST)
    const groups = Object.keys(TIMELINE_GROUPS) as (keyof typeof TIMELINE_GROUPS)[]
    const parts = await Promise.all(
      groups.map((group) => listTimeline(ours, prospectId, { group, before: null })),
    )
    const keys = parts.flatMap(({ events }) => events.map(({ key }) => key))
    expect(keys.sort()).toEqual(all.events.map(({ key }) => key).sort())
    for (const [at, group] of groups.entries())
      for (const { kind } of parts[at]?.events ?? []) expect(TIMELINE_GROUPS[group].kinds).toContain(kind)
  })

  it('is read page by page without a gap or a double, also where very much happened at the same moment', async () => {
    const prospectId = await aProspect(ours)
    const { workspaceId, memberId: authorId, now } = ours
    const touch = (at: Date) => ({ workspaceId, prospectId, kind: 'met', at, authorId })
    await db().touch.createMany({ data: Array.from({ length: 70 }, () => touch(now)) })
    const days = Array.from({ length: 40 }, (_, n) => touch(new Date(now.getTime() - n * 86_400_000)))
    await db().touch.createMany({ data: days })
    const people = Array.from({ length: 40 }, (_, n) => ({
      ...{ id: crypto.randomUUID(), workspaceId, name: `Person ${n}`, createdAt: now, updatedAt: now },
    }))
    await db().contact.createMany({ data: people })
    await db().affiliation.createMany({
      data: people.map(({ id }) => ({ workspaceId, prospectId, contactId: id, until: now })),
    })
    const events: TimelineEvent[] = []
    let before = null as ReturnType<typeof readTimelineList>['before']
    for (let page = 0; page < 20; page += 1) {
      const { events: more, earlier } = await listTimeline(ours, prospectId, { group: null, before })
      events.push(...more)
      if (!earlier) break
      expect(more).toHaveLength(EVENTS_PER_PAGE)
      before = readTimelineList({ before: earlier }).before
      expect(before).not.toBeNull()
    }
    expect(events).toHaveLength(70 + 40 + 40 + 40 + 1)
    expect(new Set(events.map(({ key }) => key)).size).toBe(events.length)
    const sorted = events.every((event, n) => n === 0 || event.at <= (events[n - 1]?.at ?? event.at))
    expect(sorted).toBe(true)
  })

  it('leaves out what is in the trash', async () => {
    const prospectId = await everything(ours)
    const gone = { where: { prospectId }, data: { deletedAt: ours.now } }
    await Promise.all([
      db().touch.updateMany(gone),
      db().sample.updateMany(gone),
      db().contribution.updateMany(gone),
      db().request.updateMany({ ...gone, data: { ...gone.data, liveTextKey: null } }),
      db().readingNote.updateMany(gone),
      db().pitch.updateMany(gone),
    ])
    await db().mention.updateMany({ where: { prospectId }, data: { deletedAt: ours.now, liveUrlKey: null } })
    const { events } = await listTimeline(ours, prospectId, NEWEST)
    const kinds = new Set<string>(events.map(({ kind }) => kind))
    for (const kind of [
      'touch',
      'gift',
      'request',
      'replied',
      'work',
      'published',
      'read',
      'drafted',
      'out',
      'in',
      'nudge',
      'closed',
      'mention',
      'look',
    ])
      expect(kinds.has(kind), kind).toBe(false)
  })

  it('is nobody else’s', async () => {
    const prospectId = await everything(theirs)
    expect(await listTimeline(ours, prospectId, NEWEST)).toEqual({ events: [], earlier: null })
    await expect(
      listTimeline(await aMember(theirs.workspaceId, 'viewer'), prospectId, NEWEST),
    ).rejects.toBeInstanceOf(NotFound)
  })

  it.each([
    {},
    { story: 'x', before: 'y' },
    { story: ['letters'], before: '1.touch.1' },
    { before: `99999999999999999.touch.${crypto.randomUUID()}` },
    { before: `1.nothing.${crypto.randomUUID()}` },
    { story: '__proto__' },
  ])('begins with the newest where the address makes no sense: %o', (address) => {
    expect(readTimelineList(address)).toEqual(NEWEST)
  })

  it('touches a bounded part of the tables, however many years there are', async () => {
    const prospectId = await manyYears(ours)
    const began = performance.now()
    const { events, earlier } = await listTimeline(ours, prospectId, NEWEST)
    expect(events).toHaveLength(EVENTS_PER_PAGE)
    const middle = readTimelineList({
      before: `${ours.now.getTime() - 3.15e10 * 5}.touch.${crypto.randomUUID()}`,
    })
    expect((await listTimeline(ours, prospectId, middle)).events).toHaveLength(EVENTS_PER_PAGE)
    expect(earlier).not.toBeNull()
    expect(performance.now() - began).toBeLessThan(1_500)
  })
})

/** A prospect with one of every kind of event. */
async function everything({ workspaceId, memberId }: WorkspaceScope): Promise<string> {
  const { prospectId, pitchId } = await oneOfEach(workspaceId, memberId)
  const now = new Date('2026-03-01T10:00:00Z')
  const { contactId, campaignId, channelId } = await db().pitch.findFirstOrThrow({ where: { id: pitchId } })
  await db().prospect.update({
    where: { id: prospectId },
    data: { notForUsAt: now, notForUsReason: 'Off topic now.' },
  })
  await db().affiliation.updateMany({ where: { prospectId }, data: { until: now } })
  const common = { workspaceId, prospectId, contactId, campaignId, channelId, writerId: memberId }
  const closed = await db().pitch.create({
    data: {
      ...common,
      state: 'closed',
      createdAt: now,
      updatedAt: now,
      sentAt: now,
      closedAt: now,
      closedReason: 'declined',
    },
  })
  await db().message.create({
    data: {
      ...{ workspaceId, pitchId: closed.id, contactId, direction: 'in', purpose: 'reply', via: 'logged' },
      ...{ body: 'No, thank you.', at: now, authorId: memberId, onceKey: crypto.randomUUID() },
    },
  })
  await db().followUp.create({
    data: {
      ...{ workspaceId, pitchId: closed.id, number: 1, dueOn: now, state: 'gone', goneBecause: 'replied' },
      settledAt: now,
    },
  })
  const { siteId } = await db().request.findFirstOrThrow({ where: { workspaceId, prospectId } })
  await db().contribution.create({
    data: {
      ...{ workspaceId, prospectId, siteId: siteId ?? '', ownerId: memberId, kind: 'podcast' },
      ...{ state: 'published', title: 'Our hour', publishedOn: now, publishedUrl: 'https://k.test/hour' },
      ...{ nextOn: now, createdAt: now, updatedAt: now },
    },
  })
  await db().vetting.create({
    data: {
      workspaceId,
      prospectId,
      question: 'on-topic',
      answer: 'yes',
      evidence: 'Seen.',
      byId: memberId,
      at: now,
    },
  })
  await db().earlierVetting.create({
    data: {
      ...{
        workspaceId,
        prospectId,
        question: 'on-topic',
        answer: 'no',
        evidence: 'Not seen.',
        byId: memberId,
      },
      ...{ at: now, endedAt: now, ending: 'changed' },
    },
  })
  await db().merge.create({
    data: {
      ...{ workspaceId, kind: 'prospect', keptId: prospectId, goneId: crypto.randomUUID(), keptName: 'P' },
      ...{ goneName: 'Old Blog', before: {}, at: now, byId: memberId, undoneAt: now, undoneById: memberId },
    },
  })
  const mention = await db().mention.findFirstOrThrow({ where: { prospectId } })
  await db().mention.update({ where: { id: mention.id }, data: { lastChangeAt: now } })
  await db().linkCheck.create({
    data: {
      ...{ workspaceId, mentionId: mention.id, number: 2, kind: 'fetched', at: now, facts: {} },
      ...{ verdict: 'linked', sentence: '', changes: [{ words: 'nofollow added' }, { words: 'link moved' }] },
    },
  })
  return prospectId
}

/** Ten years: a touch a day, a reading a week, a pitch a month with its letters, a look a day at fifty mentions. */
async function manyYears(scope: WorkspaceScope): Promise<string> {
  const { workspaceId, memberId, now } = scope
  const { prospectId, pitchId } = await oneOfEach(workspaceId, memberId)
  const pitch = await db().pitch.findFirstOrThrow({ where: { id: pitchId } })
  const mention = await db().mention.findFirstOrThrow({ where: { prospectId } })
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n))
  await db().touch.createMany({
    data: times(3_650, (n) => ({ workspaceId, prospectId, kind: 'met', at: ago(n), authorId: memberId })),
  })
  const { id: _, openProspectId: __, ...rest } = pitch
  const pitches = times(120, (n) => ({
    ...rest,
    id: crypto.randomUUID(),
    createdAt: ago(n * 30),
    sentAt: ago(n * 30),
  }))
  await db().pitch.createMany({ data: pitches })
  await db().message.createMany({
    data: pitches.flatMap(({ id }, n) =>
      times(6, (m) => ({
        ...{
          workspaceId,
          pitchId: id,
          contactId: pitch.contactId,
          direction: m % 2 ? 'in' : 'out',
          purpose: 'reply',
        },
        ...{
          via: 'logged',
          body: 'Hello.',
          at: ago(n * 30 - m),
          authorId: memberId,
          onceKey: crypto.randomUUID(),
        },
      })),
    ),
  })
  await db().linkCheck.createMany({
    data: times(3_000, (n) => ({
      ...{ workspaceId, mentionId: mention.id, number: n + 5, kind: 'fetched', at: ago(n), facts: {} },
      ...{
        verdict: 'linked',
        sentence: '',
        changes: n % 100 ? [] : [{ kind: 'rel-added', words: 'nofollow added' }],
      },
    })),
  })
  await db().mention.update({ where: { id: mention.id }, data: { lastChangeAt: now } })
  return prospectId
}
