import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { wantMorningMail } from '#lib/features/today/morning-mail-commands.ts'
import { removeMember } from '#lib/features/workspaces/member-commands.ts'
import { database } from '#lib/server/database.ts'
import { aPairOfListeners, aReplyTo, notedFor, notice, TOLD, tell } from '#lib/testing/a-listener.ts'
import { addressOf, sendTo } from '#lib/testing/a-morning-reader.ts'
import { anSmtpServer, mailGoesOutBy } from '#lib/testing/an-smtp-server.ts'
import { at } from '#lib/testing/two-workspaces.ts'
import { logAnswer } from '../pitches/conversation-commands.ts'
import { chooseNotifications } from './notification-commands.ts'
import { getNotifications } from './notification-queries.ts'
import { scheduleNotifications } from './schedule-notifications.ts'

let smtp: Awaited<ReturnType<typeof anSmtpServer>>
beforeAll(async () => {
  smtp = await anSmtpServer()
})
afterEach(() => {
  smtp.letters.length = 0
  smtp.behaviour.hangsUp = false
})
afterAll(() => smtp.stop())

const LATER = new Date('2026-03-04T12:30:00Z')
const NO_HOURS = { quietFrom: null, quietTo: null }
const lastMail = () => PostalMime.parse(smtp.letters.at(-1) ?? '')

describe('a reply', () => {
  it('is told to whoever wrote the letter, at once, with names and no words of it', async () => {
    const { owner, writer } = await aPairOfListeners('Fernway')
    const pitchId = await aReplyTo(writer, owner)
    await notice(owner)
    expect(await notedFor(writer)).toEqual(['reply now'])
    expect(await notedFor(owner)).toEqual([])
    expect(await tell(writer)).toBe('sent')
    const mail = await lastMail()
    expect(mail.to).toMatchObject([{ address: await addressOf(writer) }])
    expect(mail.subject).toMatch(/^Fernway: Anna Berg, Blog \d+ answered$/)
    expect(mail.html).toBeUndefined()
    expect(mail.attachments).toEqual([])
    expect(mail.text).toContain(`/w/${writer.workspaceSlug}/pitches/${pitchId}\n`)
    expect(mail.text).toContain(`/w/${writer.workspaceSlug}/settings/notifications\n`)
    const stop = /https?:\/\/\S+\/notifications\/[\w-]{43}/.exec(mail.text ?? '')?.[0]
    const header = (key: string) => mail.headers.find((each) => each.key === key)?.value
    expect(header('list-unsubscribe')).toBe(`<${stop}>`)
    expect(smtp.letters[0]).not.toMatch(/secret of our conversation|anna@|<img|utm_/i)
    expect(await getNotifications(writer)).toMatchObject({ sentAt: TOLD, failure: '' })
  })

  it('is no news to whoever wrote it down themselves, or answered it meanwhile', async () => {
    const { owner, writer } = await aPairOfListeners('No news')
    await aReplyTo(writer, writer)
    await notice(owner)
    expect(await notedFor(writer)).toEqual([])
    const pitchId = await aReplyTo(writer, owner)
    await notice(owner)
    await logAnswer(at(writer, TOLD), { pitchId, once: 'a', body: 'Thank you.' })
    expect(await tell(writer)).toBe('nothing-to-say')
    expect(await tell(writer)).toBe('not-due')
    expect(smtp.letters).toEqual([])
  })

  it('that is in the trash, or whose letter passed to somebody else, is told to nobody', async () => {
    const { owner, writer } = await aPairOfListeners('Gone')
    const pitchId = await aReplyTo(writer, owner)
    await notice(owner)
    await database().pitch.updateMany({
      where: { workspaceId: owner.workspaceId, id: pitchId },
      data: { writerId: owner.memberId },
    })
    expect(await tell(writer)).toBe('nothing-to-say')
  })
})

describe('what happened', () => {
  it('is told once, however often it is noticed and however many tell it at once', async () => {
    const { owner, writer } = await aPairOfListeners('Once')
    await aReplyTo(writer, owner)
    await Promise.all([notice(owner), notice(owner), notice(owner)])
    expect(await notice(owner, new Date('2026-03-04T12:14:00Z'))).toBe(0)
    expect(await notedFor(writer)).toHaveLength(1)
    const outcomes = await Promise.all([tell(writer), tell(writer), tell(writer)])
    expect(outcomes.toSorted()).toEqual(['not-due', 'not-due', 'sent'])
    await notice(owner, LATER)
    expect(await tell(writer, LATER)).toBe('not-due')
    expect(smtp.letters).toHaveLength(1)
  })

  it('before anybody looked is old, and stays untold', async () => {
    const { owner, writer } = await aPairOfListeners('Old')
    await aReplyTo(writer, owner, new Date('2026-03-04T11:00:00Z'))
    await notice(owner)
    expect(await notedFor(writer)).toEqual([])
  })

  it('within ten minutes of a mail goes with the next one, as one mail', async () => {
    const { owner, writer } = await aPairOfListeners('Few')
    await aReplyTo(writer, owner)
    await notice(owner)
    expect(await tell(writer)).toBe('sent')
    await aReplyTo(writer, owner, new Date('2026-03-04T12:13:00Z'))
    await aReplyTo(writer, owner, new Date('2026-03-04T12:15:00Z'))
    await notice(owner, new Date('2026-03-04T12:16:00Z'))
    expect(await tell(writer, new Date('2026-03-04T12:21:59Z'))).toBe('not-due')
    expect(await tell(writer, new Date('2026-03-04T12:22:00Z'))).toBe('sent')
    expect(smtp.letters).toHaveLength(2)
    expect((await lastMail()).subject).toBe('Few: 2 things happened')
  })

  it('is not told again when nobody knows whether the mail went out, and the settings say so', async () => {
    const { owner, writer } = await aPairOfListeners('Doubt')
    await aReplyTo(writer, owner)
    await notice(owner)
    smtp.behaviour.hangsUp = true
    expect(await tell(writer)).toBe('failed')
    smtp.behaviour.hangsUp = false
    expect(await tell(writer, LATER)).toBe('not-due')
    expect(smtp.letters).toHaveLength(1)
    expect((await getNotifications(writer)).failure).toMatch(/^The mail server did not take the mail/)
  })

  it('is tried again where the mail server could not be reached at all', async () => {
    const { owner, writer } = await aPairOfListeners('Down')
    await aReplyTo(writer, owner)
    await notice(owner)
    mailGoesOutBy('smtp://127.0.0.1:1')
    expect(await tell(writer)).toBe('failed')
    mailGoesOutBy(smtp.url)
    expect(await tell(writer, new Date('2026-03-04T12:13:00Z'))).toBe('sent')
    expect(smtp.letters).toHaveLength(1)
    const links = { workspaceId: writer.workspaceId, purpose: 'notifications-off' }
    expect(await database().secretLink.count({ where: links })).toBe(1)
  })

  it('is not told by whoever comes after one that was killed with it in hand', async () => {
    const { owner, writer } = await aPairOfListeners('Killed')
    await aReplyTo(writer, owner)
    await notice(owner)
    await database().notification.updateMany({
      where: { workspaceId: writer.workspaceId },
      data: { claimedAt: TOLD },
    })
    await notice(owner, LATER)
    expect(await tell(writer, LATER)).toBe('not-due')
    expect(smtp.letters).toEqual([])
  })

  it('is not told to who has left', async () => {
    const { owner, writer } = await aPairOfListeners('Left')
    await aReplyTo(writer, owner)
    await notice(owner)
    await removeMember(at(owner, TOLD), { memberId: writer.memberId, reassignToId: null })
    expect(await tell(writer)).toBe('not-due')
    expect(await notedFor(writer)).toEqual([])
  })
})

describe('quiet hours', () => {
  it('hold everything back, and let it go as one mail when they end', async () => {
    const { owner, writer } = await aPairOfListeners('Night')
    await chooseNotifications(writer, { quietFrom: 12, quietTo: 14 })
    await aReplyTo(writer, owner)
    await aReplyTo(writer, owner)
    await notice(owner)
    expect(await tell(writer)).toBe('not-due')
    expect(await tell(writer, new Date('2026-03-04T13:59:00Z'))).toBe('not-due')
    expect(await tell(writer, new Date('2026-03-04T14:00:00Z'))).toBe('sent')
    expect(smtp.letters).toHaveLength(1)
    expect((await lastMail()).subject).toBe('Night: 2 things happened')
  })
})

describe('the morning mail', () => {
  it('carries what was chosen for the morning, once, for somebody who never asked for Today by mail', async () => {
    const { owner, writer } = await aPairOfListeners('Morning')
    await chooseNotifications(writer, { reply: 'digest', ...NO_HOURS })
    await aReplyTo(writer, owner)
    await notice(owner)
    expect(await tell(writer)).toBe('not-due')
    const seven = new Date('2026-03-05T07:00:00Z')
    const outcomes = await Promise.all([sendTo(writer, seven), sendTo(writer, seven)])
    expect(outcomes.toSorted()).toEqual(['not-due', 'sent'])
    const mail = await lastMail()
    expect(mail.subject).toBe('Today in Morning: one thing happened')
    expect(mail.text).toContain('What happened in Morning:\n- Anna Berg, ')
    expect(mail.text).not.toContain('waiting')
    expect(await sendTo(writer, new Date('2026-03-06T07:00:00Z'))).toBe('not-due')
    expect(smtp.letters).toHaveLength(1)
  })
})

describe('a morning mail with Today in it', () => {
  it('tells nothing twice that stands in its lists', async () => {
    const { owner, writer } = await aPairOfListeners('Both')
    await wantMorningMail(writer)
    await chooseNotifications(writer, { reply: 'digest', ...NO_HOURS })
    await aReplyTo(writer, owner)
    await notice(owner)
    expect(await sendTo(writer, new Date('2026-03-05T07:00:00Z'))).toBe('sent')
    const { text } = await lastMail()
    expect(text).toContain('Answers to write: 1\n- Anna Berg, ')
    expect(text).not.toContain('What happened')
    expect(await sendTo(writer, new Date('2026-03-06T07:00:00Z'))).toBe('sent')
    expect((await lastMail()).text).not.toContain('What happened')
  })
})

describe('the round of the clock', () => {
  it('writes down, makes jobs for those who are awake, and does nothing where no mail can be sent', async () => {
    const { owner, writer } = await aPairOfListeners('Round')
    await aReplyTo(writer, owner)
    mailGoesOutBy(undefined)
    expect(await scheduleNotifications(TOLD)).toBe(0)
    expect(await notedFor(writer)).toEqual([])
    mailGoesOutBy(smtp.url)
    const made = await scheduleNotifications(TOLD)
    expect(made).toBeGreaterThan(0)
    expect(await notedFor(writer)).toEqual(['reply now'])
    await tell(writer)
    expect(await scheduleNotifications(TOLD)).toBe(made - 1)
  })
})
