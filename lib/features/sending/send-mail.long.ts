import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { logReply, logStop } from '#lib/features/pitches/conversation-commands.ts'
import { saveFollowUpText } from '#lib/features/pitches/follow-up-commands.ts'
import { backToDraft } from '#lib/features/pitches/pitch-commands.ts'
import { stopWritingTo } from '#lib/features/prospects/suppression-commands.ts'
import { database } from '#lib/server/database.ts'
import { forgetSettings } from '#lib/server/env.ts'
import { openImap } from '#lib/server/mail/imap.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPerson, aPitchGround, aReadyPitch, pitchRow } from '#lib/testing/a-pitch.ts'
import { aSendingMailbox } from '#lib/testing/a-sending-mailbox.ts'
import { REFUSED_ADDRESS, type TestMailServers } from '#lib/testing/mail-servers/mail-world-for-tests.ts'
import { startOddSmtp } from '#lib/testing/mail-servers/odd-smtp.ts'
import { startStandIn } from '#lib/testing/mail-servers/stand-in.ts'
import { startMailServers } from '#lib/testing/mail-servers/start-mail-servers.ts'
import { aMember, at, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { sendByMailbox } from './outgoing-commands.ts'
import { sendMail } from './send-mail.ts'
import type { SendWorld } from './send-world.ts'
import { confirmWasSent, leaveUnsent, sendNow, undoSend } from './settle-commands.ts'

let servers: TestMailServers
let odd: Awaited<ReturnType<typeof startOddSmtp>>
let world: SendWorld
let ours: WorkspaceScope

beforeAll(async () => {
  servers = await startMailServers({ required: process.env.REQUIRE_REAL_MAIL === '1' })
  odd = await startOddSmtp()
  process.env.MAIL_ALLOW_HOSTS = `${servers.allowHosts},${odd.place.host}:${odd.place.port}`
  forgetSettings()
})
afterAll(async () => {
  await Promise.all([servers.stop(), odd.stop()])
})

beforeEach(async () => {
  ours = await aWorkspace('Ours')
  odd.odd.does = {}
  odd.taken.length = 0
  world = { answerMs: 2000, ...(servers.ca ? { ca: servers.ca } : {}) }
})

describe('a mail out of one’s own mailbox', () => {
  it('waits half a minute, arrives once, is in the conversation and among the sent mail', async () => {
    const { mailId, pitchId, contactId } = await clicked()
    await work(mailId, 29)
    expect(await row(mailId)).toMatchObject({ state: 'queued', senderId: ours.memberId, clickedAt: NOON })
    await work(mailId, 31)
    const sent = await row(mailId)
    expect(sent).toMatchObject({ state: 'sent', liveKey: null, sentAt: seconds(31) })
    const [messageId = ''] = sent.mailIds
    expect(messageId).toBe(`<${mailId}.1@rapport.test>`)
    const pitch = await pitchRow(ours, pitchId)
    expect(pitch).toMatchObject({ state: 'sent', sentVia: 'mailbox', sentAt: seconds(31) })
    expect(pitch.messages).toMatchObject([
      {
        ...{ via: 'mailbox', purpose: 'first', direction: 'out', contactId, authorId: ours.memberId },
        ...{ mailIds: [messageId], mailboxId: sent.mailboxId, subject: pitch.subject, body: pitch.body },
      },
    ])
    expect(pitch.followUps).toMatchObject([{ number: 1, state: 'due' }])
    await work(mailId, 60)
    expect(await row(mailId)).toMatchObject({ state: 'filed', body: '', subject: '' })
    expect((await row(mailId)).raw).toHaveLength(0)
    await work(mailId, 120)
    expect(await count('blogger', 'INBOX', messageId, 1)).toBe(1)
    expect(await count('sender', 'Sent', messageId, 1)).toBe(1)
  })

  it('is plain text to one person, and names no program', async () => {
    const { mailId } = await clicked({ smtp: odd.place })
    await work(mailId, 31)
    const [letter = ''] = odd.taken
    const [head = ''] = letter.split('\r\n\r\n')
    expect(head).toMatch(/^From: Anna <anna@rapport\.test>$/m)
    expect(head).toMatch(/^To: Anna Berg <ben\d+@blog\.test>$/m)
    expect(head).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m)
    expect(head).not.toMatch(/^(X-|Cc|Bcc|User-Agent|List-)/im)
  })

  it('that was undone never goes, whenever the worker comes', async () => {
    const { mailId, pitchId } = await clicked({ smtp: odd.place })
    await undoSend(at(ours, seconds(20)), { mailId })
    await undoSend(at(ours, seconds(21)), { mailId })
    await work(mailId, 31)
    expect(await row(mailId)).toMatchObject({ state: 'undone', liveKey: null })
    expect(odd.taken).toEqual([])
    expect((await pitchRow(ours, pitchId)).state).toBe('ready')
  })

  it('that is undone between claim and first byte does not go either', async () => {
    const { mailId } = await clicked({ smtp: odd.place })
    let undoing: Promise<void> | undefined
    const undo = (moment: string) => {
      if (moment === 'claimed') undoing = undoSend(at(ours, seconds(31)), { mailId })
    }
    await work(mailId, 31, { at: undo })
    await undoing
    expect(await row(mailId)).toMatchObject({ state: 'undone' })
    expect(odd.taken).toEqual([])
  })

  it('cannot be undone once it is gone', async () => {
    const { mailId } = await clicked({ smtp: odd.place })
    await work(mailId, 31)
    await expect(undoSend(at(ours, seconds(32)), { mailId })).rejects.toThrow('on its way')
  })

  it('goes once, however many workers take it up at once', async () => {
    const { mailId } = await clicked({ smtp: odd.place })
    await Promise.all(Array.from({ length: 6 }, () => work(mailId, 31)))
    expect(odd.taken).toHaveLength(1)
    expect(await row(mailId)).toMatchObject({ state: 'sent' })
  })

  it.each([
    [
      'they asked not to be written to',
      async (where: Clicked) => {
        await stopWritingTo(ours, { contactId: where.contactId, words: 'Stop' })
      },
    ],
    [
      'the pitch was put away',
      async ({ pitchId }: Clicked) => {
        await database().pitch.updateMany({
          where: { id: pitchId, workspaceId: ours.workspaceId },
          data: { deletedAt: NOON },
        })
      },
    ],
    [
      'their address came back',
      async ({ channelId }: Clicked) => {
        await database().channel.updateMany({
          where: { id: channelId, workspaceId: ours.workspaceId },
          data: { bouncedAt: NOON },
        })
      },
    ],
  ])('stays where, between click and sending, %s', async (_, happens) => {
    const where = await clicked({ smtp: odd.place })
    await happens(where)
    await work(where.mailId, 31)
    expect(await row(where.mailId)).toMatchObject({ state: 'not-sent', reason: 'rule', attention: true })
    expect(odd.taken).toEqual([])
  })

  it('stays where the mailbox was paused, or whoever clicked has left', async () => {
    const paused = await clicked({ smtp: odd.place })
    await database().mailbox.updateMany({
      where: { workspaceId: ours.workspaceId },
      data: { state: 'paused' },
    })
    await work(paused.mailId, 31)
    expect(await row(paused.mailId)).toMatchObject({ state: 'not-sent', reason: 'mailbox' })
    ours = await aWorkspace('Left')
    const left = await clicked({ smtp: odd.place })
    await database().member.updateMany({
      where: { id: ours.memberId, workspaceId: ours.workspaceId },
      data: { leftAt: NOON },
    })
    await work(left.mailId, 31)
    expect(await row(left.mailId)).toMatchObject({ state: 'not-sent', reason: 'sender' })
    expect(odd.taken).toEqual([])
  })

  it('stays where the mailbox has sent its letters for today by then', async () => {
    const { mailId, mailboxId, pitchId } = await clicked({ smtp: odd.place })
    const other = await aReadyPitch(ours)
    const { revision } = await pitchRow(ours, other)
    const second = await sendByMailbox(ours, {
      ...{ step: 'first', pitchId: other, revision, mailboxId, once: randomUUID() },
    })
    await database().mailbox.updateMany({
      where: { id: mailboxId, workspaceId: ours.workspaceId },
      data: { dailyCap: 1 },
    })
    await Promise.all([work(mailId, 31), work(second.mailId, 31)])
    expect([(await row(mailId)).state, (await row(second.mailId)).state].sort()).toEqual(['not-sent', 'sent'])
    expect(odd.taken).toHaveLength(1)
    expect((await pitchRow(ours, pitchId)).messages.length).toBe((await row(mailId)).state === 'sent' ? 1 : 0)
  })

  it('stays where whoever clicked may not send any more', async () => {
    const writer = await aMember(ours.workspaceId, 'writer')
    const owner = ours
    ours = writer
    const { mailId } = await clicked({ smtp: odd.place })
    await database().member.updateMany({
      where: { id: writer.memberId, workspaceId: ours.workspaceId },
      data: { role: 'reviewer' },
    })
    await work(mailId, 31)
    expect(await row(mailId)).toMatchObject({ state: 'not-sent', reason: 'sender' })
    expect(odd.taken).toEqual([])
    ours = owner
  })

  it('that was on its way when they said stop is kept as sent, and the stop stays', async () => {
    const { mailId, pitchId } = await clicked({ smtp: odd.place })
    odd.odd.does = { onMail: () => logStop(at(ours, seconds(32)), { pitchId, words: 'Stop' }) }
    await work(mailId, 31)
    expect(odd.taken).toHaveLength(1)
    const pitch = await pitchRow(ours, pitchId)
    expect(pitch).toMatchObject({ state: 'closed', closedReason: 'stopped', sentAt: seconds(31) })
    expect(pitch.messages).toMatchObject([{ via: 'mailbox', purpose: 'first' }])
    expect(pitch.followUps).toEqual([])
  })

  it('that should have gone ten minutes ago waits for a word, and then goes', async () => {
    const { mailId } = await clicked({ smtp: odd.place })
    await work(mailId, 30 + 601)
    expect(await row(mailId)).toMatchObject({ state: 'held', reason: 'late', attention: true })
    await work(mailId, 30 + 602)
    expect(odd.taken).toEqual([])
    await sendNow(at(ours, seconds(700)), { mailId })
    await work(mailId, 731)
    expect(await row(mailId)).toMatchObject({ state: 'sent', attention: false })
    expect(odd.taken).toHaveLength(1)
  })

  it('that waits for a word can be left', async () => {
    const { mailId } = await clicked({ smtp: odd.place })
    await work(mailId, 30 + 601)
    await leaveUnsent(ours, { mailId })
    await work(mailId, 30 + 605)
    expect(await row(mailId)).toMatchObject({ state: 'not-sent', reason: 'left', attention: false })
    expect(odd.taken).toEqual([])
  })
})

describe('what a server says', () => {
  it('no to the recipient, and it is not sent, for good', async () => {
    const { mailId, pitchId } = await clicked({ to: REFUSED_ADDRESS })
    await work(mailId, 31)
    const mail = await row(mailId)
    expect(mail).toMatchObject({ state: 'not-sent', reason: 'refused', liveKey: null, attention: true })
    expect(mail.response).toContain('5.7.1 We take no mail from you')
    expect((await pitchRow(ours, pitchId)).state).toBe('ready')
  })

  it.each<[string, object, string]>([
    ['550 at the recipient', { atRecipient: '550 5.1.1 Nobody' }, 'not-sent'],
    ['450 at the recipient', { atRecipient: '450 4.2.0 Greylisted' }, 'queued'],
    ['554 after the mail', { afterData: '554 5.6.0 Looks like junk' }, 'not-sent'],
    ['451 after the mail', { afterData: '451 4.3.0 Try later' }, 'queued'],
    ['nothing, hanging up half-way', { hangsUp: 'during-data' }, 'unknown'],
    ['nothing, hanging up after the final dot', { hangsUp: 'after-data' }, 'unknown'],
  ])('%s', async (_, does, state) => {
    const { mailId, pitchId } = await clicked({ smtp: odd.place })
    odd.odd.does = does
    await work(mailId, 31)
    if (state === 'unknown') await work(mailId, 37)
    const mail = await row(mailId)
    expect(mail.state).toBe(state)
    expect((await pitchRow(ours, pitchId)).state).toBe('ready')
    if (state === 'queued') expect(mail.notBefore).toEqual(seconds(31 + 60))
    odd.odd.does = {}
    await work(mailId, 31 + 61)
    expect((await row(mailId)).state).toBe(state === 'queued' ? 'sent' : state)
  })

  it('nothing after the final dot, but it files what it took: then it was sent', async () => {
    const { mailId, pitchId } = await clicked({ smtp: odd.place })
    odd.odd.does = { hangsUp: 'after-data', onMail: putIntoSentOfSender }
    await work(mailId, 31)
    expect((await row(mailId)).state).toBe('transmitting')
    await work(mailId, 37)
    expect((await row(mailId)).state).toBe('sent')
    expect((await pitchRow(ours, pitchId)).messages).toHaveLength(1)
  })

  it('nothing for too long: the connection is ended, and a person is asked', async () => {
    const { mailId } = await clicked({ smtp: odd.place })
    odd.odd.does = { onMail: () => new Promise((done) => setTimeout(done, 4000)) }
    await work(mailId, 31, { answerMs: 700 })
    await work(mailId, 37)
    expect(await row(mailId)).toMatchObject({ state: 'unknown', attention: true })
  })

  it('later, again and again, until it is given up', async () => {
    const { mailId } = await clicked({ smtp: odd.place })
    odd.odd.does = { atRecipient: '450 4.2.0 Greylisted' }
    const waits: number[] = []
    for (let turn = 0, then = 31; turn < 20; turn += 1) {
      await work(mailId, then)
      const { state, notBefore } = await row(mailId)
      if (state !== 'queued') break
      const next = (notBefore.getTime() - NOON.getTime()) / 1000
      waits.push((next - then) / 60)
      then = next
    }
    expect(waits).toEqual([1, 2, 5, 10, 20, 30])
    expect(await row(mailId)).toMatchObject({ state: 'not-sent', reason: 'gave-up' })
  })

  it('nothing at all: it is tried later', async () => {
    const { mailId } = await clicked({ smtp: { ...odd.place, port: 1 } })
    process.env.MAIL_ALLOW_HOSTS = `${process.env.MAIL_ALLOW_HOSTS},${odd.place.host}:1`
    forgetSettings()
    await work(mailId, 31)
    expect(await row(mailId)).toMatchObject({ state: 'queued', tries: 1 })
  })

  it('that the password is wrong: the mailbox asks for another, and it is not tried again', async () => {
    const { mailId, mailboxId } = await clicked({ smtp: odd.place, password: 'an old one' })
    await work(mailId, 31)
    expect(await row(mailId)).toMatchObject({ state: 'not-sent', reason: 'login' })
    const mailbox = await database().mailbox.findFirst({
      where: { id: mailboxId, workspaceId: ours.workspaceId },
    })
    expect(mailbox).toMatchObject({ state: 'reconnect-needed', failureKind: 'login', failedAt: seconds(31) })
  })

  it('another Message-ID in its answer: both are known', async () => {
    const { mailId, pitchId } = await clicked({ smtp: odd.place })
    odd.odd.does = { afterData: '250 2.0.0 OK <new.id@prod.outlook.test> [Hostname=x]' }
    await work(mailId, 31)
    const { messages } = await pitchRow(ours, pitchId)
    expect(messages[0]?.mailIds).toEqual([`<${mailId}.1@rapport.test>`, '<new.id@prod.outlook.test>'])
  })
})

describe('filing', () => {
  it('puts one copy there, however many workers do it at once', async () => {
    const { mailId } = await clicked()
    await work(mailId, 31)
    await Promise.all(Array.from({ length: 4 }, () => work(mailId, 60)))
    const { state, mailIds } = await row(mailId)
    expect(state).toBe('filed')
    expect(await count('sender', 'Sent', mailIds[0] ?? '', 1)).toBe(1)
  })

  it('that was broken off is taken up again later', async () => {
    const { mailId } = await clicked()
    await work(mailId, 31)
    const dies = (moment: string) => {
      if (moment === 'before-filing') throw new Error('killed')
    }
    await expect(work(mailId, 60, { at: dies })).rejects.toThrow('killed')
    await work(mailId, 70)
    expect(await row(mailId)).toMatchObject({ state: 'sent' })
    await work(mailId, 60 + 400)
    expect(await row(mailId)).toMatchObject({ state: 'filed' })
  })

  it('leaves alone what the server filed itself', async () => {
    const { mailId } = await clicked({ smtp: odd.place })
    odd.odd.does = { onMail: putIntoSentOfSender }
    await work(mailId, 31)
    await work(mailId, 60)
    expect((await row(mailId)).state).toBe('filed')
    expect(await count('sender', 'Sent', `<${mailId}.1@rapport.test>`, 1)).toBe(1)
  })

  it('learns the Message-ID that the server wrote over ours, and puts no second one beside it', async () => {
    const { mailId, pitchId } = await clicked({ smtp: odd.place })
    const ownId = `<${mailId}.1@rapport.test>`
    const newId = `<${randomUUID()}@prod.outlook.test>`
    odd.odd.does = {
      onMail: (letter) =>
        putIntoSentOfSender(
          letter.replace(
            /^Message-ID: .*$/im,
            `Message-ID: ${newId}\r\nX-Microsoft-Original-Message-ID: ${ownId}`,
          ),
        ),
    }
    await work(mailId, 31)
    await work(mailId, 60)
    expect((await row(mailId)).mailIds).toEqual([ownId, newId])
    expect((await pitchRow(ours, pitchId)).messages[0]?.mailIds).toEqual([ownId, newId])
    expect(await count('sender', 'Sent', ownId, 0)).toBe(0)
    expect(await count('sender', 'Sent', newId, 1)).toBe(1)
  })

  it('knows one by its address, subject and time where nothing of ours is left on it', async () => {
    const { mailId } = await clicked({ smtp: odd.place })
    const newId = `<${randomUUID()}@ses.test>`
    odd.odd.does = {
      onMail: (letter) => putIntoSentOfSender(letter.replace(/^Message-ID: .*$/im, `Message-ID: ${newId}`)),
    }
    await work(mailId, 31)
    await work(mailId, 60)
    expect(await row(mailId)).toMatchObject({
      ...{ state: 'filed', mailIds: [`<${mailId}.1@rapport.test>`, newId] },
    })
    expect(await count('sender', 'Sent', `<${mailId}.1@rapport.test>`, 0)).toBe(0)
  })
})

describe('a mailbox whose folders cannot be opened', () => {
  it('keeps the mail sent, is asked for its password once, and files it when it works again', async () => {
    const { mailId, mailboxId } = await clicked({ smtp: odd.place })
    await work(mailId, 31)
    const here = { id: mailboxId, workspaceId: ours.workspaceId }
    const { imapUser } = await database().mailbox.findFirstOrThrow({ where: here })
    await database().mailbox.updateMany({ where: here, data: { imapUser: 'nobody@rapport.test' } })
    await work(mailId, 60)
    expect(await database().mailbox.findFirst({ where: here })).toMatchObject({
      ...{ state: 'reconnect-needed', failureKind: 'login', failedAt: seconds(60) },
    })
    expect(await row(mailId)).toMatchObject({ state: 'sent', notBefore: seconds(120) })
    await database().mailbox.updateMany({ where: here, data: { imapUser, state: 'connected' } })
    await work(mailId, 121)
    expect((await row(mailId)).state).toBe('filed')
    expect(await count('sender', 'Sent', `<${mailId}.1@rapport.test>`, 1)).toBe(1)
  })
})

describe('after a crash', () => {
  it('a mail that nobody had begun to send is sent', async () => {
    const { mailId } = await clicked({ smtp: odd.place })
    await dying(mailId, 'signed-in')
    expect((await row(mailId)).state).toBe('claimed')
    await work(mailId, 45)
    expect(await row(mailId)).toMatchObject({ state: 'sent' })
    expect(odd.taken).toHaveLength(1)
  })

  it.each(['transmitting', 'answered'] as const)(
    'in the middle (%s) it is never sent again: a person is asked',
    async (moment) => {
      const { mailId, pitchId } = await clicked({ smtp: odd.place })
      await dying(mailId, moment)
      expect((await row(mailId)).state).toBe('transmitting')
      await work(mailId, 60)
      expect((await row(mailId)).state).toBe('transmitting')
      await work(mailId, 300)
      expect(await row(mailId)).toMatchObject({ state: 'unknown', attention: true })
      await work(mailId, 400)
      expect(odd.taken).toHaveLength(moment === 'answered' ? 1 : 0)
      await confirmWasSent(at(ours, seconds(500)), { mailId })
      await confirmWasSent(at(ours, seconds(501)), { mailId })
      const pitch = await pitchRow(ours, pitchId)
      expect(pitch).toMatchObject({ state: 'sent', sentAt: seconds(31), sentVia: 'mailbox' })
      expect(pitch.messages).toHaveLength(1)
      expect(await row(mailId)).toMatchObject({ state: 'filed', liveKey: null })
    },
  )

  it('one found among the sent mail was sent', async () => {
    const { mailId, pitchId } = await clicked({ smtp: odd.place })
    odd.odd.does = { onMail: putIntoSentOfSender }
    await dying(mailId, 'answered')
    await work(mailId, 300)
    expect(await row(mailId)).toMatchObject({ state: 'sent' })
    expect((await pitchRow(ours, pitchId)).messages).toHaveLength(1)
    await work(mailId, 400)
    expect(await count('sender', 'Sent', `<${mailId}.1@rapport.test>`, 1)).toBe(1)
  })

  it('one whose second sending is undone may have gone as before, and nothing makes a letter of it meanwhile', async () => {
    const { mailId, pitchId } = await clicked({ smtp: odd.place })
    await dying(mailId, 'transmitting')
    await work(mailId, 400)
    expect((await row(mailId)).state).toBe('unknown')
    await sendNow(at(ours, seconds(500)), { mailId })
    await expect(backToDraft(at(ours, seconds(505)), { pitchId })).rejects.toThrow('may have gone')
    await undoSend(at(ours, seconds(510)), { mailId })
    expect(await row(mailId)).toMatchObject({ state: 'unknown', attention: true, settledAt: null })
    await work(mailId, 600)
    expect(odd.taken).toEqual([])
    await confirmWasSent(at(ours, seconds(610)), { mailId })
    expect((await pitchRow(ours, pitchId)).state).toBe('sent')
  })

  it('one that a person says did not go is sent under another Message-ID', async () => {
    const { mailId } = await clicked({ smtp: odd.place })
    await dying(mailId, 'transmitting')
    await work(mailId, 300)
    await sendNow(at(ours, seconds(500)), { mailId })
    await work(mailId, 531)
    expect(odd.taken).toHaveLength(1)
    expect(odd.taken[0]).toContain(`Message-ID: <${mailId}.2@rapport.test>`)
    expect((await row(mailId)).mailIds).toHaveLength(2)
  })

  it.each(['sent', 'recorded', 'before-filing', 'filed-there'] as const)(
    'once the server said yes (%s), it is in the conversation and filed once',
    async (moment) => {
      const { mailId, pitchId } = await clicked({ smtp: odd.place })
      await dying(mailId, moment)
      await work(mailId, 60)
      await work(mailId, 400)
      await work(mailId, 460)
      expect((await row(mailId)).state).toBe('filed')
      expect((await pitchRow(ours, pitchId)).messages).toHaveLength(1)
      expect(odd.taken).toHaveLength(1)
      expect(await count('sender', 'Sent', `<${mailId}.1@rapport.test>`, 1)).toBe(1)
    },
  )
})

describe('a conversation by mailbox', () => {
  it('keeps follow-ups and answers in its thread', async () => {
    const where = await clicked({ smtp: odd.place })
    await work(where.mailId, 31)
    const due = at(ours, '2026-03-12T12:00:00Z')
    const { followUps, subject } = await pitchRow(ours, where.pitchId)
    const followUpId = followUps[0]?.id ?? ''
    await saveFollowUpText(due, { followUpId, subject, body: 'Hi Anna, only a nudge. A no is fine too.' })
    const nudge = await sendByMailbox(due, {
      ...{ step: 'follow-up', followUpId, mailboxId: where.mailboxId, once: randomUUID() },
    })
    await work(nudge.mailId, new Date(due.now.getTime() + 31_000))
    const first = `<${where.mailId}.1@rapport.test>`
    expect(odd.taken[1]).toContain(`Subject: Re: ${subject}`)
    expect(odd.taken[1]).toContain(`In-Reply-To: ${first}`)
    expect(odd.taken[1]).toContain(`References: ${first}`)
    const nudged = await pitchRow(ours, where.pitchId)
    expect(nudged.messages).toMatchObject([{ purpose: 'first' }, { purpose: 'follow-up', via: 'mailbox' }])
    expect(nudged.followUps).toMatchObject([{ state: 'sent' }])

    const answered = at(ours, '2026-03-13T12:00:00Z')
    await logReply(answered, { pitchId: where.pitchId, once: randomUUID(), body: 'Tell me more.' })
    const reply = await sendByMailbox(answered, {
      ...{ step: 'reply', pitchId: where.pitchId, body: 'Gladly.' },
      ...{ mailboxId: where.mailboxId, once: randomUUID() },
    })
    await work(reply.mailId, new Date(answered.now.getTime() + 31_000))
    const second = `<${nudge.mailId}.1@rapport.test>`
    expect(odd.taken[2]).toContain(`In-Reply-To: ${second}`)
    expect(odd.taken[2]).toMatch(new RegExp(`References: ${first}\\s+${second}`))
    const { messages, answerHandledAt } = await pitchRow(ours, where.pitchId)
    expect(messages.at(-1)).toMatchObject({ purpose: 'reply', via: 'mailbox', body: 'Gladly.' })
    expect(answerHandledAt).not.toBeNull()
  })

  it('sends no follow-up once they have answered, not even after the click', async () => {
    const where = await clicked({ smtp: odd.place })
    await work(where.mailId, 31)
    const due = at(ours, '2026-03-12T12:00:00Z')
    const { followUps } = await pitchRow(ours, where.pitchId)
    const followUpId = followUps[0]?.id ?? ''
    await saveFollowUpText(due, { followUpId, subject: 'x', body: 'Hi Anna, only a nudge.' })
    const { mailId } = await sendByMailbox(due, {
      ...{ step: 'follow-up', followUpId, mailboxId: where.mailboxId, once: randomUUID() },
    })
    await logReply(due, { pitchId: where.pitchId, once: randomUUID(), body: 'Yes please' })
    await work(mailId, new Date(due.now.getTime() + 31_000))
    expect(await row(mailId)).toMatchObject({ state: 'not-sent', reason: 'rule' })
    expect(odd.taken).toHaveLength(1)
  })

  it('asks before an answer goes when they wrote again meanwhile', async () => {
    const where = await clicked({ smtp: odd.place })
    await work(where.mailId, 31)
    const then = at(ours, seconds(3600))
    const wrote = (body: string, scope = then) =>
      logReply(scope, { pitchId: where.pitchId, once: randomUUID(), body })
    await wrote('Tell me more.')
    const { mailId } = await sendByMailbox(at(ours, seconds(3700)), {
      ...{ step: 'reply', pitchId: where.pitchId, body: 'Gladly.' },
      ...{ mailboxId: where.mailboxId, once: randomUUID() },
    })
    await wrote('Or rather not.', at(ours, seconds(3710)))
    await work(mailId, 3731)
    expect(await row(mailId)).toMatchObject({ state: 'held', reason: 'they-wrote', body: 'Gladly.' })
    expect(odd.taken).toHaveLength(1)
  })
})

describe('on the stand-in', () => {
  it('a mail goes the same way', async () => {
    const real = servers
    servers = await startStandIn()
    process.env.MAIL_ALLOW_HOSTS = `${process.env.MAIL_ALLOW_HOSTS},${servers.allowHosts}`
    forgetSettings()
    try {
      const { mailId, pitchId } = await clicked()
      await work(mailId, 31)
      await work(mailId, 60)
      expect((await row(mailId)).state).toBe('filed')
      expect((await pitchRow(ours, pitchId)).state).toBe('sent')
      const messageId = `<${mailId}.1@rapport.test>`
      expect(await count('blogger', 'INBOX', messageId, 1)).toBe(1)
      expect(await count('sender', 'Sent', messageId, 1)).toBe(1)
    } finally {
      await servers.stop()
      servers = real
    }
  })
})

type Clicked = Awaited<ReturnType<typeof clicked>>
type Odd = { smtp?: TestMailServers['smtp']; to?: string; password?: string }

/** A ready pitch to somebody on the test servers, and a click on send. */
let people = 0

async function clicked({ smtp, to, password }: Odd = {}) {
  people += 1
  // The odd server gives what it takes to nobody.
  const address = to ?? (smtp ? `ben${people}@blog.test` : servers.people.blogger.address)
  const ground = await aPitchGround(ours)
  const person = await aPerson(ours, ground.prospect.id, { address })
  const pitchId = await aReadyPitch(ours, { ...ground, ...person })
  const { revision } = await pitchRow(ours, pitchId)
  const mailboxId = await aSendingMailbox(ours, servers, {
    ...(smtp ? { smtp } : {}),
    ...(password ? { password } : {}),
  })
  const { mailId } = await sendByMailbox(ours, {
    ...{ step: 'first', pitchId, revision, mailboxId, once: randomUUID() },
  })
  return { mailId, pitchId, mailboxId, contactId: person.contact.id, channelId: person.channel.id }
}

function work(mailId: string, when: number | Date, more: SendWorld = {}) {
  const now = typeof when === 'number' ? seconds(when) : when
  return sendMail({ workspaceId: ours.workspaceId, mailId }, { ...world, now: () => now, ...more })
}

/** As if the worker were killed at that moment: nothing after it happens. */
async function dying(mailId: string, moment: string) {
  const die = (now: string) => {
    if (now === moment) throw new Error('killed')
  }
  await work(mailId, 31, { at: die }).catch(() => {})
  if (['before-filing', 'filed-there'].includes(moment)) await work(mailId, 50, { at: die }).catch(() => {})
}

function seconds(after: number): Date {
  return new Date(NOON.getTime() + after * 1000)
}

function row(id: string) {
  return database().outgoingMail.findFirstOrThrow({ where: { id, workspaceId: ours.workspaceId } })
}

async function openBox(name: 'sender' | 'blogger') {
  const { address, password, imap } = servers.people[name]
  return openImap({ ...imap, user: address, password }, world)
}

/** How many mails with that Message-ID lie there, once there are so many. */
async function count(name: 'sender' | 'blogger', folder: string, messageId: string, awaited: number) {
  const imap = await openBox(name)
  try {
    for (let turn = 0; ; turn += 1) {
      await imap.mailboxOpen(folder, { readOnly: true })
      const found = (await imap.search({ header: { 'message-id': messageId } }, { uid: true })) || []
      if (found.length >= awaited || turn > 50) return found.length
      await new Promise((done) => setTimeout(done, 100))
    }
  } finally {
    imap.close()
  }
}

async function putIntoSentOfSender(letter: string) {
  const imap = await openBox('sender')
  await imap.append('Sent', Buffer.from(letter, 'latin1'), ['\\Seen'])
  imap.close()
}
