import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import { addressOf, aReader, NEXT_DAY, SEVEN, sendTo } from '#lib/testing/a-morning-reader.ts'
import { anSmtpServer, mailGoesOutBy } from '#lib/testing/an-smtp-server.ts'
import { aMember, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { stopMorningMail, wantMorningMail } from './morning-mail-commands.ts'
import { getMorningMailToStop, stopMorningMailByLink } from './morning-mail-off.ts'
import { getMorningMail } from './morning-mail-queries.ts'
import { scheduleMorningMails } from './schedule-morning-mails.ts'

let smtp: Awaited<ReturnType<typeof anSmtpServer>>
beforeAll(async () => {
  smtp = await anSmtpServer()
})
afterEach(() => {
  smtp.letters.length = 0
  smtp.behaviour.hangsUp = false
})
afterAll(() => smtp.stop())

function stopTokenIn(letter: string) {
  return /\/morning-mail\/([\w-]{43})/.exec(letter.replaceAll('=\r\n', ''))?.[1] ?? ''
}

describe('the link that stops it', () => {
  it('works without signing in, as often as one likes, and only by its button', async () => {
    const scope = await aReader('Stop')
    await sendTo(scope)
    const token = stopTokenIn(smtp.letters[0] ?? '')
    const visit = { now: NEXT_DAY, peer: '203.0.113.9' }
    expect(await getMorningMailToStop(token, visit)).toEqual({
      workspace: 'Stop',
      email: await addressOf(scope),
      isWanted: true,
    })
    expect((await getMorningMail(scope)).isWanted).toBe(true)
    await stopMorningMailByLink(visit, { token })
    await stopMorningMailByLink(visit, { token })
    expect((await getMorningMailToStop(token, visit)).isWanted).toBe(false)
    expect((await getMorningMail(scope)).isWanted).toBe(false)
    expect(await sendTo(scope, NEXT_DAY)).toBe('not-due')
  })

  it('is not there when it was made up, or lies about for months', async () => {
    const scope = await aReader('Old')
    await sendTo(scope)
    const token = stopTokenIn(smtp.letters[0] ?? '')
    const peer = '203.0.113.10'
    await expect(getMorningMailToStop('made-up', { now: NOON, peer })).rejects.toThrow(NotFound)
    const inMay = new Date('2026-05-10T12:00:00Z')
    await expect(stopMorningMailByLink({ now: inMay, peer }, { token })).rejects.toThrow(NotFound)
    // The next mail lets go of it.
    expect(await sendTo(scope, new Date('2026-05-11T07:00:00Z'))).toBe('sent')
    const links = await database().secretLink.count({
      where: { workspaceId: scope.workspaceId, purpose: 'morning-mail-off' },
    })
    expect(links).toBe(1)
  })
})

describe('the round of the clock', () => {
  it('makes jobs for those whose morning it is, and none where no mail can be sent', async () => {
    const before = await scheduleMorningMails(SEVEN)
    const scope = await aReader('Round')
    expect(await scheduleMorningMails(SEVEN)).toBe(before + 1)
    expect(await scheduleMorningMails(new Date('2026-03-07T07:00:00Z'))).toBe(0)
    await sendTo(scope)
    expect(await scheduleMorningMails(SEVEN)).toBe(before)
    mailGoesOutBy(undefined)
    expect(await scheduleMorningMails(NEXT_DAY)).toBe(0)
    expect(await sendTo(scope, NEXT_DAY)).toBe('not-due')
    expect(await getMorningMail(scope)).toMatchObject({ isPossible: false, isWanted: false })
    await expect(wantMorningMail(scope)).rejects.toThrow('This installation sends no mail.')
    mailGoesOutBy(smtp.url)
    expect(await sendTo(scope, NEXT_DAY)).toBe('sent')
  })
})

describe('asking for it', () => {
  it('is one’s own affair, and not a viewer’s', async () => {
    const scope = await aWorkspace('Own')
    const [writer, viewer] = [
      await aMember(scope.workspaceId, 'writer'),
      await aMember(scope.workspaceId, 'viewer'),
    ]
    await Promise.all([wantMorningMail(writer), wantMorningMail(writer)])
    expect((await getMorningMail(scope)).isWanted).toBe(false)
    expect((await getMorningMail(writer)).isWanted).toBe(true)
    await stopMorningMail(scope)
    expect((await getMorningMail(writer)).isWanted).toBe(true)
    await expect(wantMorningMail(viewer)).rejects.toThrow(Refusal)
    await expect(stopMorningMail(viewer)).rejects.toThrow(Refusal)
    await expect(getMorningMail(viewer)).rejects.toThrow(NotFound)
  })
})
