import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { changeRole, removeMember } from '#lib/features/workspaces/member-commands.ts'
import { database } from '#lib/server/database.ts'
import { addressOf, aReader, NEXT_DAY, SEVEN, sendTo, whose } from '#lib/testing/a-morning-reader.ts'
import { aPitchGround, aSentPitch } from '#lib/testing/a-pitch.ts'
import { anSmtpServer, mailGoesOutBy } from '#lib/testing/an-smtp-server.ts'
import { aMember, at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { stopMorningMail, wantMorningMail } from './morning-mail-commands.ts'
import { getMorningMail } from './morning-mail-queries.ts'

let smtp: Awaited<ReturnType<typeof anSmtpServer>>
beforeAll(async () => {
  smtp = await anSmtpServer()
})
afterEach(() => {
  smtp.letters.length = 0
  smtp.behaviour.hangsUp = false
})
afterAll(() => smtp.stop())

describe('the morning mail', () => {
  it('goes to whoever asked for it, as plain text, with what waits and where to stop it', async () => {
    const scope = await aReader('Fernway')
    expect(await sendTo(scope)).toBe('sent')
    expect(smtp.letters).toHaveLength(1)
    const mail = await PostalMime.parse(smtp.letters[0] ?? '')
    expect(mail.to).toMatchObject([{ address: await addressOf(scope) }])
    expect(mail.subject).toBe('Today in Fernway: one thing is waiting')
    expect(mail.html).toBeUndefined()
    expect(mail.attachments).toEqual([])
    expect(mail.text).toContain('Answers to write: 1\n- Anna Berg, ')
    expect(mail.text).toContain(`/w/${scope.workspaceSlug}\n`)
    const stop = /https?:\/\/\S+\/morning-mail\/[\w-]{43}/.exec(mail.text ?? '')?.[0]
    const header = (key: string) => mail.headers.find((each) => each.key === key)?.value
    expect(header('list-unsubscribe')).toBe(`<${stop}>`)
    expect(header('auto-submitted')).toBe('auto-generated')
    expect(smtp.letters[0]).not.toMatch(/secret of our conversation|anna@|<img|utm_/i)
    expect(await getMorningMail(scope)).toEqual({
      isPossible: true,
      isWanted: true,
      sentAt: SEVEN,
      failure: '',
    })
  })

  it('comes once a day, however often and however many at once try', async () => {
    const scope = await aReader('Once')
    const outcomes = await Promise.all([sendTo(scope), sendTo(scope), sendTo(scope), sendTo(scope)])
    expect(outcomes.toSorted()).toEqual(['not-due', 'not-due', 'not-due', 'sent'])
    expect(await sendTo(scope, new Date('2026-03-04T10:59:00Z'))).toBe('not-due')
    // Not even for somebody who stops it and asks anew.
    await stopMorningMail(scope)
    await wantMorningMail(scope)
    expect(await sendTo(scope)).toBe('not-due')
    expect(smtp.letters).toHaveLength(1)
    expect(await sendTo(scope, NEXT_DAY)).toBe('sent')
  })

  it('is not sent again when nobody knows whether it went out', async () => {
    const scope = await aReader('Doubt')
    smtp.behaviour.hangsUp = true
    expect(await sendTo(scope)).toBe('failed')
    smtp.behaviour.hangsUp = false
    expect(await sendTo(scope)).toBe('not-due')
    expect(smtp.letters).toHaveLength(1)
    const state = await getMorningMail(scope)
    expect(state.sentAt).toBe(null)
    expect(state.failure).toMatch(/^The mail server did not take the mail/)
    expect(await sendTo(scope, NEXT_DAY)).toBe('sent')
    expect(await getMorningMail(scope)).toMatchObject({ failure: '', sentAt: NEXT_DAY })
  })

  it('is tried again that morning where the mail server could not be reached at all', async () => {
    const scope = await aReader('Down')
    mailGoesOutBy('smtp://127.0.0.1:1')
    expect(await sendTo(scope)).toBe('failed')
    expect((await getMorningMail(scope)).failure).toMatch(/^The mail server did not take the mail/)
    expect(await sendTo(scope)).toBe('failed')
    mailGoesOutBy(smtp.url)
    expect(await sendTo(scope, new Date('2026-03-04T07:05:00Z'))).toBe('sent')
    expect(await sendTo(scope, new Date('2026-03-04T07:10:00Z'))).toBe('not-due')
    expect(smtp.letters).toHaveLength(1)
    const links = { workspaceId: scope.workspaceId, purpose: 'morning-mail-off' }
    expect(await database().secretLink.count({ where: links })).toBe(1)
  })

  it('is not sent by whoever comes after one that was killed with the day in hand', async () => {
    const scope = await aReader('Killed')
    await database().morningMail.updateMany({
      where: whose(scope),
      data: { claimedOn: new Date('2026-03-04') },
    })
    expect(await sendTo(scope)).toBe('not-due')
    expect(smtp.letters).toEqual([])
  })

  it('does not come when nothing waits, not even later that morning', async () => {
    const scope = await aWorkspace('Quiet')
    await wantMorningMail(scope)
    // Letters that wait for others are no work.
    await aSentPitch(at(scope, '2026-03-03T08:00:00Z'))
    expect(await sendTo(scope)).toBe('nothing-to-say')
    expect(await sendTo(scope)).toBe('not-due')
    expect(smtp.letters).toEqual([])
  })

  it('comes at seven where the reader lives, and on no weekend there', async () => {
    const scope = await aReader('Zones')
    const live = (timeZone: string) =>
      database().user.update({ where: { id: scope.userId ?? '' }, data: { timeZone } })
    await live('America/New_York')
    expect(await sendTo(scope)).toBe('not-due')
    expect(await sendTo(scope, new Date('2026-03-04T12:00:00Z'))).toBe('sent')
    await live('Pacific/Auckland')
    expect(await sendTo(scope, new Date('2026-03-06T18:30:00Z'))).toBe('not-due')
    expect(await sendTo(scope, new Date('2026-03-08T18:30:00Z'))).toBe('sent')
  })

  it('does not come to who has left, or may not see Today any more', async () => {
    const scope = await aReader('Leaving')
    const gone = await aMember(scope.workspaceId, 'writer')
    const demoted = await aMember(scope.workspaceId, 'writer')
    const { site } = await aPitchGround(scope)
    await wantMorningMail(gone)
    await wantMorningMail(demoted)
    await removeMember(scope, { memberId: gone.memberId, reassignToId: null })
    await changeRole(scope, { memberId: demoted.memberId, role: 'viewer', siteIds: [site.id] })
    expect([await sendTo(gone), await sendTo(demoted)]).toEqual(['not-due', 'not-due'])
    // Whoever is invited again is asked again.
    await database().member.updateMany({
      where: { workspaceId: scope.workspaceId, id: gone.memberId },
      data: { leftAt: null },
    })
    expect(await sendTo(gone)).toBe('not-due')
  })

  it('lets no name break out of its line', async () => {
    const scope = await aReader('Names')
    await database().workspace.update({
      where: { id: scope.workspaceId },
      data: { name: 'Fern\r\nBcc: all@people.test\r\n\r\nway' },
    })
    await sendTo(scope)
    const mail = await PostalMime.parse(smtp.letters[0] ?? '')
    expect(mail.subject).toBe('Today in Fern Bcc: all@people.test way: one thing is waiting')
    expect(mail.bcc).toBeUndefined()
    expect(mail.to).toHaveLength(1)
  })
})
