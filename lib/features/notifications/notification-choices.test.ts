import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import { changeRole } from '#lib/features/workspaces/member-commands.ts'
import { database } from '#lib/server/database.ts'
import {
  aPairOfListeners,
  aReplyTo,
  BEFORE,
  HAPPENS,
  notedFor,
  notice,
  TOLD,
  tell,
} from '#lib/testing/a-listener.ts'
import { addressOf } from '#lib/testing/a-morning-reader.ts'
import { aMention, anApprovedReport, aReportInReview, aSiteOf } from '#lib/testing/a-report.ts'
import { anSmtpServer } from '#lib/testing/an-smtp-server.ts'
import { aMember, at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { chooseNotifications } from './notification-commands.ts'
import { getNotifications } from './notification-queries.ts'
import { notificationsSchema } from './notification-schema.ts'
import { getNotificationsToStop, stopNotificationsByLink } from './notifications-off.ts'

let smtp: Awaited<ReturnType<typeof anSmtpServer>>
beforeAll(async () => {
  smtp = await anSmtpServer()
})
afterEach(() => {
  smtp.letters.length = 0
})
afterAll(() => smtp.stop())

const NO_HOURS = { quietFrom: null, quietTo: null }

describe('a viewer', () => {
  it('hears of outcomes and approved reports of their sites, and of nothing else', async () => {
    const owner = await aWorkspace('Agency')
    const [theirs, another] = [await aSiteOf(owner, 'Fernway'), await aSiteOf(owner, 'Tern')]
    const viewer = await aMember(owner.workspaceId, 'viewer', BEFORE, [theirs])
    await notice(owner, BEFORE)
    const happening = at(owner, HAPPENS)
    const found = { more: { outcomeAt: HAPPENS, everLinked: true } }
    const seen = await aMention(happening, theirs, found)
    await aMention(happening, another, found)
    await aMention(happening, theirs, { outcome: 'lost', more: { outcomeAt: BEFORE, everLinked: true } })
    await anApprovedReport(happening, theirs)
    await anApprovedReport(happening, another)
    await aReportInReview(happening, theirs)
    await aReplyTo(owner, await aMember(owner.workspaceId, 'writer'))
    await chooseNotifications(viewer, { outcome: 'now', review: 'now', reply: 'now', ...NO_HOURS })
    await notice(owner)
    expect(await notedFor(viewer)).toEqual(['link-found now', 'link-lost now', 'report-approved now'])
    expect(await tell(viewer)).toBe('sent')
    const letter = (smtp.letters[0] ?? '').replaceAll('=\r\n', '')
    expect(letter).toContain(`/mentions/${seen}`)
    expect(letter).not.toMatch(/Tern|Anna|answered/)
    expect(letter).toContain('Subject: Agency: 3 things happened')
  })

  it('hears nothing of a site that was taken from them before the mail went', async () => {
    const owner = await aWorkspace('Taken')
    const [theirs, another] = [await aSiteOf(owner, 'Fernway'), await aSiteOf(owner, 'Tern')]
    const viewer = await aMember(owner.workspaceId, 'viewer', BEFORE, [theirs])
    await chooseNotifications(viewer, { outcome: 'now', ...NO_HOURS })
    await notice(owner, BEFORE)
    await aMention(at(owner, HAPPENS), theirs, { more: { outcomeAt: HAPPENS } })
    await notice(owner)
    await changeRole(at(owner, TOLD), { memberId: viewer.memberId, role: 'viewer', siteIds: [another] })
    expect(await tell(viewer)).toBe('nothing-to-say')
    expect(smtp.letters).toEqual([])
  })
})

describe('a second pair of eyes', () => {
  it('is asked, and whoever asked hears back', async () => {
    const owner = await aWorkspace('Eyes')
    const writer = await aMember(owner.workspaceId, 'writer')
    const site = await aSiteOf(owner, 'Fernway')
    await notice(owner, BEFORE)
    await aReportInReview(at(writer, HAPPENS), site)
    await notice(owner)
    expect(await notedFor(owner)).toEqual(['report-review digest'])
    expect(await notedFor(writer)).toEqual([])
  })
})

describe('choosing', () => {
  it('is one’s own, and goes for what waits already', async () => {
    const { owner, writer } = await aPairOfListeners('Own')
    await aReplyTo(writer, owner)
    await notice(owner)
    await chooseNotifications(writer, { reply: 'digest', ...NO_HOURS })
    expect(await notedFor(writer)).toEqual(['reply digest'])
    await chooseNotifications(writer, { reply: 'never', quietFrom: 21, quietTo: 7 })
    await chooseNotifications(writer, { reply: 'never', quietFrom: 21, quietTo: 7 })
    expect(await notedFor(writer)).toEqual([])
    expect(await getNotifications(writer)).toMatchObject({
      isPossible: true,
      choices: { reply: 'never', outcome: 'digest' },
      quiet: { from: 21, to: 7 },
    })
    expect((await getNotifications(owner)).choices.reply).toBe('now')
    await notice(owner, new Date('2026-03-04T12:13:00Z'))
    expect(await notedFor(writer)).toEqual([])
  })

  it('keeps what another role chose', async () => {
    const { owner, writer } = await aPairOfListeners('Roles')
    await chooseNotifications(writer, { deadline: 'now', ...NO_HOURS })
    const site = await aSiteOf(owner, 'Fernway')
    await changeRole(owner, { memberId: writer.memberId, role: 'viewer', siteIds: [site] })
    const viewer = { ...writer, role: 'viewer' as const, siteIds: [site] }
    await chooseNotifications(viewer, { deadline: 'never', outcome: 'now', ...NO_HOURS })
    expect((await getNotifications(viewer)).choices).toMatchObject({ deadline: 'now', outcome: 'now' })
  })

  it.each<[string, Record<string, string>, string | null]>([
    ['a night', { quietFrom: '21', quietTo: '7' }, null],
    ['no quiet hours', { quietFrom: '', quietTo: '' }, null],
    ['half a night', { quietFrom: '21', quietTo: '' }, 'quietTo'],
    ['the other half', { quietTo: '7' }, 'quietFrom'],
    ['no time at all', { quietFrom: '7', quietTo: '7' }, 'quietTo'],
    ['no hour', { quietFrom: '24', quietTo: '7' }, 'quietFrom'],
    ['no way', { reply: 'loudly' }, 'reply'],
  ])('takes or refuses %s', (_what, form, field) => {
    const parsed = notificationsSchema.safeParse(form)
    expect(parsed.error?.issues[0]?.path[0] ?? null).toBe(field)
  })
})

describe('the link that stops them', () => {
  it('works without signing in, by its button, as often as one likes, and leaves the morning alone', async () => {
    const { owner, writer } = await aPairOfListeners('Stop')
    await aReplyTo(writer, owner)
    await notice(owner)
    await tell(writer)
    const token =
      /\/notifications\/([\w-]{43})/.exec((smtp.letters[0] ?? '').replaceAll('=\r\n', ''))?.[1] ?? ''
    const visit = { now: TOLD, peer: '203.0.113.20' }
    const email = await addressOf(writer)
    expect(await getNotificationsToStop(token, visit)).toEqual({ workspace: 'Stop', email, isWanted: true })
    await stopNotificationsByLink(visit, { token })
    await stopNotificationsByLink(visit, { token })
    expect((await getNotificationsToStop(token, visit)).isWanted).toBe(false)
    expect((await getNotifications(writer)).choices).toMatchObject({ reply: 'never', outcome: 'digest' })
    await expect(getNotificationsToStop('made-up', visit)).rejects.toThrow(NotFound)
    const inMay = { now: new Date('2026-05-10T12:00:00Z'), peer: '203.0.113.21' }
    await expect(stopNotificationsByLink(inMay, { token })).rejects.toThrow(NotFound)
  })

  it('tells nobody outside whose it was once they have left', async () => {
    const { owner, writer } = await aPairOfListeners('Closed')
    await aReplyTo(writer, owner)
    await notice(owner)
    await tell(writer)
    const token =
      /\/notifications\/([\w-]{43})/.exec((smtp.letters[0] ?? '').replaceAll('=\r\n', ''))?.[1] ?? ''
    await database().member.updateMany({
      where: { workspaceId: owner.workspaceId, id: writer.memberId },
      data: { leftAt: TOLD },
    })
    await expect(getNotificationsToStop(token, { now: TOLD, peer: '203.0.113.22' })).rejects.toThrow(NotFound)
  })
})
