import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { logAnswer } from '#lib/features/pitches/conversation-commands.ts'
import { backToDraft, closePitch } from '#lib/features/pitches/pitch-commands.ts'
import { markReady } from '#lib/features/pitches/ready-commands.ts'
import { recordSent } from '#lib/features/pitches/sending-commands.ts'
import { stopWritingTo } from '#lib/features/prospects/suppression-commands.ts'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aDraft, aPerson, aPitchGround, aReadyPitch, aSentPitch, pitchRow } from '#lib/testing/a-pitch.ts'
import { aSendingMailbox } from '#lib/testing/a-sending-mailbox.ts'
import { queue } from '#lib/testing/look-jobs.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { draftFileResponse } from './draft-file.ts'
import { sendByMailbox } from './outgoing-commands.ts'
import { sendMail } from './send-mail.ts'
import { listMailboxesToSendFrom, listMailsOfPitch, listMailsThatNeedAPerson } from './sending-queries.ts'
import { sendByMailboxSchema } from './sending-schema.ts'
import {
  confirmWasSent,
  dismissMail,
  leaveUnsent,
  sendNow,
  settleByAnswer,
  undoSend,
} from './settle-commands.ts'
import { takeUpMail } from './take-up-mail.ts'

/** Nobody is there: nothing in this file gets as far as a server. */
const NOWHERE = { host: '127.0.0.1', port: 2525, security: 'none' } as const
const SERVERS = {
  smtp: NOWHERE,
  people: { sender: { address: 'anna@rapport.test', password: 'x', imap: NOWHERE, imapStartTls: null } },
} as unknown as Parameters<typeof aSendingMailbox>[1]

let ours: WorkspaceScope
let theirs: WorkspaceScope
let mailboxId: string

beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  mailboxId = await aSendingMailbox(ours, SERVERS)
})

describe('pressing send', () => {
  it('writes the mail down whole, with whose click it was and when, and asks for one job', async () => {
    const pitchId = await aReadyPitch(ours)
    const { mailId } = await press(pitchId)
    const mail = await row(mailId)
    expect(mail).toMatchObject({
      ...{ state: 'queued', purpose: 'first', senderId: ours.memberId, clickedAt: NOON },
      ...{ notBefore: new Date(NOON.getTime() + 30_000), mailIds: [`<${mailId}.1@rapport.test>`] },
    })
    const parsed = await PostalMime.parse(mail.raw)
    const pitch = await pitchRow(ours, pitchId)
    expect(parsed).toMatchObject({
      ...{ subject: pitch.subject, messageId: `<${mailId}.1@rapport.test>` },
      ...{ from: { name: 'Anna', address: 'anna@rapport.test' }, to: [{ address: mail.toAddress }] },
    })
    expect([parsed.html, parsed.text?.trim()]).toEqual([undefined, pitch.body])
    expect(pitch.state).toBe('ready')
    const jobs = await (await queue()).findJobs('send-mail', { data: { mailId } })
    expect(jobs.map(({ startAfter }) => new Date(startAfter))).toEqual([mail.notBefore])
  })

  it('twice, or in two tabs at once, is one mail', async () => {
    const pitchId = await aReadyPitch(ours)
    const once = randomUUID()
    const presses = [once, once, randomUUID(), randomUUID()].map((each) => press(pitchId, { once: each }))
    const mailIds = (await Promise.all(presses)).map(({ mailId }) => mailId)
    expect(new Set(mailIds).size).toBe(1)
    expect(await database().outgoingMail.count({ where: { workspaceId: ours.workspaceId } })).toBe(1)
  })

  it('again after an undo is another mail; the press that was undone stays undone', async () => {
    const pitchId = await aReadyPitch(ours)
    const once = randomUUID()
    const first = await press(pitchId, { once })
    await undoSend(ours, first)
    expect(await press(pitchId, { once })).toEqual(first)
    const second = await press(pitchId)
    expect(second.mailId).not.toBe(first.mailId)
    expect((await row(first.mailId)).state).toBe('undone')
  })

  it('is for those who may send, from a mailbox of their own, in their workspace', async () => {
    const pitchId = await aReadyPitch(ours)
    for (const role of ['reviewer', 'viewer'] as const)
      await expect(press(pitchId, {}, await aMember(ours.workspaceId, role))).rejects.toThrow(Refusal)
    await expect(press(pitchId, {}, await aMember(ours.workspaceId, 'writer'))).rejects.toThrow(NotFound)
    await expect(press(pitchId, {}, theirs)).rejects.toThrow(NotFound)
    const theirPitch = await aReadyPitch(theirs)
    await expect(press(theirPitch)).rejects.toThrow(NotFound)
    expect(
      await databaseAcrossWorkspaces().outgoingMail.count({
        where: { pitchId: { in: [pitchId, theirPitch] } },
      }),
    ).toBe(0)
  })

  it.each([
    ['connecting', { state: 'connecting' }],
    ['waiting for a password', { state: 'reconnect-needed' }],
    ['paused', { state: 'paused' }],
    ['for reading only', { sends: false }],
  ])('is refused from a mailbox that is %s', async (_, data) => {
    const pitchId = await aReadyPitch(ours)
    await database().mailbox.updateMany({ where: { id: mailboxId, workspaceId: ours.workspaceId }, data })
    await expect(press(pitchId)).rejects.toThrow(Refusal)
    expect(await listMailboxesToSendFrom(ours)).toEqual([])
  })

  it('is refused for a draft, a text that was changed since, a form, and whoever must not be written to', async () => {
    const draft = await aDraft(ours, await aPitchGround(ours))
    await expect(press(draft)).rejects.toThrow('not marked as ready')
    const changed = await aReadyPitch(ours)
    await expect(press(changed, { revision: 1 })).rejects.toThrow('another tab')
    const form = await aReadyPitch(ours, await aPitchGround(ours, { kind: 'form' }))
    await expect(press(form)).rejects.toThrow('no address')
    const ground = await aPitchGround(ours)
    const stopped = await aReadyPitch(ours, ground)
    await stopWritingTo(ours, { contactId: ground.contact.id, words: 'no' })
    await expect(press(stopped)).rejects.toThrow(Refusal)
  })

  it('keeps to the mailbox’s cap for the day, in its own time zone', async () => {
    await database().mailbox.updateMany({
      where: { id: mailboxId, workspaceId: ours.workspaceId },
      data: { dailyCap: 2, timeZone: 'Pacific/Auckland' },
    })
    // 22:59 and 23:01 in Auckland's winter lie on two days of UTC and on one of theirs.
    const [one, two, three, four] = [await fresh(), await fresh(), await fresh(), await fresh()]
    const went = await press(one)
    await database().outgoingMail.updateMany({
      where: { id: went.mailId, workspaceId: ours.workspaceId },
      data: { state: 'filed', transmittedAt: NOON, liveKey: null, settledAt: NOON },
    })
    await press(two)
    await expect(press(three)).rejects.toThrow('2 first letters a day')
    const { mailId } = await row2(two)
    await undoSend(ours, { mailId })
    await press(three)
    // Noon in UTC is one in the morning in Auckland; at 10:59 UTC next day it is still the same date there.
    await expect(press(four, {}, at(ours, '2026-03-05T10:59:00Z'))).rejects.toThrow('first letters')
    await undoSend(ours, { mailId: (await row2(three)).mailId })
    await press(two, {}, at(ours, '2026-03-05T11:01:00Z'))
    await press(four, {}, at(ours, '2026-03-05T11:01:00Z'))
  })

  it('keeps to the cap when the clock was set back', async () => {
    await database().mailbox.updateMany({
      where: { id: mailboxId, workspaceId: ours.workspaceId },
      data: { dailyCap: 1 },
    })
    const [one, two] = [await fresh(), await fresh()]
    const { mailId } = await press(one)
    await database().outgoingMail.updateMany({
      where: { id: mailId, workspaceId: ours.workspaceId },
      data: { state: 'filed', transmittedAt: NOON, liveKey: null, settledAt: NOON },
    })
    await expect(press(two, {}, at(ours, '2026-03-04T11:00:00Z'))).rejects.toThrow('one first letter a day')
  })

  it('sends no two first letters to one person that were pressed in the same half minute', async () => {
    const ground = await aPitchGround(ours)
    const other = await aPitchGround(ours)
    const same = await aPerson(ours, other.prospect.id, { address: ground.channel.address })
    const pitches = [await aReadyPitch(ours, ground), await aReadyPitch(ours, { ...other, ...same })]
    const results = await Promise.allSettled(pitches.map((pitchId) => press(pitchId)))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('keeps "I sent it" and "I answered" from saying so besides', async () => {
    const pitchId = await aReadyPitch(ours)
    const { mailId } = await press(pitchId)
    await expect(recordSent(ours, { pitchId, via: 'copy' })).rejects.toThrow('about to go out')
    await undoSend(ours, { mailId })
    await recordSent(ours, { pitchId, via: 'copy' })
    const answered = await anAnswered()
    await pressReply(answered, 'Gladly.')
    await expect(logAnswer(ours, { pitchId: answered, once: randomUUID(), body: 'Gladly.' })).rejects.toThrow(
      'about to go out',
    )
  })

  it('is called back by "Change it" and by putting the pitch away, unless it may have gone', async () => {
    const pitchId = await aReadyPitch(ours)
    const { mailId } = await press(pitchId)
    await backToDraft(ours, { pitchId })
    expect(await row(mailId)).toMatchObject({ state: 'undone', liveKey: null })
    await markReady(ours, { pitchId })
    const again = await press(pitchId)
    await becomes(again.mailId, 'transmitting')
    await expect(backToDraft(ours, { pitchId })).rejects.toThrow('may have gone')
    await expect(closePitch(ours, { pitchId, reason: 'withdrawn' })).rejects.toThrow('may have gone')
    await expect(undoSend(ours, again)).rejects.toThrow('on its way')
  })

  it('needs words in an answer, and an answer to answer', async () => {
    const waiting = await aSentPitch(ours)
    await expect(pressReply(waiting, 'Hello')).rejects.toThrow('no answer of theirs')
    const input = { step: 'reply', pitchId: waiting, mailboxId, once: randomUUID(), body: '  ' }
    expect(sendByMailboxSchema.safeParse(input).success).toBe(false)
    expect(sendByMailboxSchema.safeParse({ ...input, step: 'everybody' }).success).toBe(false)
    const mail = await row((await pressReply(await anAnswered(), 'Gladly.')).mailId)
    expect(mail).toMatchObject({ purpose: 'reply', subject: 'Re: Your post about carrying one tent' })
  })
})

describe('a mail that needs a person', () => {
  it('is listed for whoever pressed send and for those who run the workspace, and for nobody else', async () => {
    const writer = await aMember(ours.workspaceId, 'writer')
    const { mailId } = await press(await aReadyPitch(ours))
    expect(await listMailsThatNeedAPerson(ours)).toEqual([])
    await becomes(mailId, 'unknown')
    expect(await listMailsThatNeedAPerson(ours)).toMatchObject([
      { id: mailId, state: 'unknown', isOwn: true },
    ])
    expect(await listMailsThatNeedAPerson(writer)).toEqual([])
    expect(await listMailsThatNeedAPerson(theirs)).toEqual([])
    await expect(listMailsThatNeedAPerson(await aMember(ours.workspaceId, 'viewer'))).rejects.toThrow(
      NotFound,
    )
  })

  it('is sent now by the mailbox’s own member alone', async () => {
    const writer = await aMember(ours.workspaceId, 'writer')
    const { mailId } = await press(await aReadyPitch(ours))
    await becomes(mailId, 'unknown')
    await expect(sendNow(writer, { mailId })).rejects.toThrow('somebody else’s mailbox')
    await sendNow(at(ours, '2026-03-04T12:10:00Z'), { mailId })
    await sendNow(at(ours, '2026-03-04T12:10:05Z'), { mailId })
    expect(await row(mailId)).toMatchObject({ state: 'queued', copies: 2, attention: false })
  })

  it('that was left can be pressed anew; one nobody could tell of can be found to have gone', async () => {
    const pitchId = await aReadyPitch(ours)
    const { mailId } = await press(pitchId)
    await becomes(mailId, 'unknown')
    await expect(recordSent(ours, { pitchId, via: 'copy' })).rejects.toThrow('may have gone')
    const answer = { mailIds: ['<x@y.test>', `<${mailId}.1@rapport.test>`] }
    const settle = () =>
      database().$transaction((tx) =>
        settleByAnswer(ours, answer, tx as Parameters<typeof settleByAnswer>[2]),
      )
    expect(await settle()).toBe(true)
    expect(await settle()).toBe(false)
    expect(await pitchRow(ours, pitchId)).toMatchObject({ state: 'sent', sentVia: 'mailbox' })
    const other = await aReadyPitch(ours)
    const left = await press(other)
    await becomes(left.mailId, 'held')
    await leaveUnsent(ours, left)
    await leaveUnsent(ours, left)
    expect((await press(other)).mailId).not.toBe(left.mailId)
  })

  it('that did not go is shown until somebody has seen it, or sends it again', async () => {
    const [one, two] = [await aReadyPitch(ours), await aReadyPitch(ours)]
    const first = await press(one)
    await becomes(first.mailId, 'not-sent')
    const second = await press(two)
    await becomes(second.mailId, 'not-sent')
    expect(await listMailsThatNeedAPerson(ours)).toHaveLength(2)
    await dismissMail(ours, first)
    await press(two)
    expect(await listMailsThatNeedAPerson(ours)).toEqual([])
    expect(await listMailsOfPitch(ours, two)).toMatchObject([{ state: 'queued' }])
  })

  it('is settled by nobody who may not send, nor from another workspace', async () => {
    const { mailId } = await press(await aReadyPitch(ours))
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    for (const command of [undoSend, leaveUnsent, confirmWasSent, sendNow, dismissMail]) {
      await expect(command(reviewer, { mailId })).rejects.toThrow(Refusal)
      await expect(command(theirs, { mailId })).rejects.toThrow(NotFound)
    }
    expect((await row(mailId)).state).toBe('queued')
  })
})

describe('nothing goes out by itself', () => {
  it('as one place alone writes mails down, behind a click', () => {
    const lib = path.resolve(import.meta.dirname, '../..')
    const root = path.resolve(lib, '..')
    const writers = ['lib', 'app', 'components', 'scripts'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !/\.(test|long)\.ts$|^generated|^testing/.test(file))
        .filter((file) =>
          /outgoingMail\s*\.\s*(create|createMany|createManyAndReturn|upsert)\b|INSERT INTO "OutgoingMail"/.test(
            readFileSync(path.join(root, folder, file), 'utf8'),
          ),
        )
        .map((file) => `${folder}/${file}`),
    )
    expect(writers).toEqual(['lib/features/sending/outgoing-commands.ts'])
    const source = readFileSync(path.join(lib, 'features/sending/outgoing-commands.ts'), 'utf8')
    expect(source.match(/outgoingMail\.create\(/g)).toHaveLength(1)
    // Only the action, which a person's browser calls, presses send.
    const pressers = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        /^features\/.*\.ts$/.test(file) &&
        !/\.(?:test|long)\.ts$/.test(file) &&
        /\bsendByMailbox\(/.test(readFileSync(path.join(lib, file), 'utf8')),
    )
    expect(pressers.sort()).toEqual([
      'features/sending/outgoing-commands.ts',
      'features/sending/sending-actions.ts',
    ])
  })

  it('as a job without a row sends nothing, and a row without whoever pressed cannot be', async () => {
    await sendMail({ workspaceId: ours.workspaceId, mailId: randomUUID() })
    const { mailId } = await press(await aReadyPitch(ours))
    const { raw, ...mail } = await row(mailId)
    const data = { ...mail, raw: Buffer.from(raw), id: randomUUID(), liveKey: 'x', onceKey: 'x' }
    for (const senderId of [randomUUID(), theirs.memberId])
      await expect(
        databaseAcrossWorkspaces().outgoingMail.create({ data: { ...data, senderId } }),
      ).rejects.toThrow()
    await sendMail({ workspaceId: theirs.workspaceId, mailId })
    expect((await row(mailId)).state).toBe('queued')
  })

  it('as the clock names only what was pressed and is overdue, and changes nothing itself', async () => {
    const { mailId } = await press(await aReadyPitch(ours))
    await takeUpMail(new Date(NOON.getTime() + 60_000))
    const jobs = async () => (await (await queue()).findJobs('send-mail', { data: { mailId } })).length
    expect(await jobs()).toBe(1)
    await takeUpMail(new Date(NOON.getTime() + 95_000))
    expect(await jobs()).toBe(2)
    expect((await row(mailId)).state).toBe('queued')
  })
})

describe('a draft file', () => {
  it('opens as a mail to be sent: plain text, from the member’s own address, to the person', async () => {
    const pitchId = await aReadyPitch(ours)
    const response = await draftFileResponse(ours, { pitchId, followUpId: null })
    expect(response.headers.get('content-type')).toBe('message/rfc822')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="letter-to-anna-berg.eml"')
    const parsed = await PostalMime.parse(await response.arrayBuffer())
    const pitch = await pitchRow(ours, pitchId)
    expect(parsed).toMatchObject({
      ...{ subject: pitch.subject, from: { name: 'Anna', address: 'anna@rapport.test' } },
    })
    expect([parsed.html, parsed.text?.trim()]).toEqual([undefined, pitch.body])
    expect(parsed.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1')
    await recordSent(ours, { pitchId, via: 'draft-file' })
    expect((await pitchRow(ours, pitchId)).sentVia).toBe('draft-file')
  })

  it('comes from the account’s address where there is no mailbox', async () => {
    const pitchId = await aReadyPitch(theirs)
    const response = await draftFileResponse(theirs, { pitchId, followUpId: null })
    const { from } = await PostalMime.parse(await response.arrayBuffer())
    expect(from?.address).toMatch(/@people\.test$/)
  })

  it('is given for nothing that may not go out, nor to those who may not send', async () => {
    const draft = await aDraft(ours, await aPitchGround(ours))
    expect((await draftFileResponse(ours, { pitchId: draft, followUpId: null })).status).toBe(409)
    const ready = await aReadyPitch(ours)
    expect((await draftFileResponse(theirs, { pitchId: ready, followUpId: null })).status).toBe(404)
    const viewer = await aMember(ours.workspaceId, 'viewer')
    expect((await draftFileResponse(viewer, { pitchId: ready, followUpId: null })).status).toBe(404)
  })
})

type Press = { once?: string; revision?: number }

async function press(pitchId: string, { once = randomUUID(), revision }: Press = {}, scope = ours) {
  const pitch = await databaseAcrossWorkspaces().pitch.findUniqueOrThrow({ where: { id: pitchId } })
  return sendByMailbox(scope, {
    ...{ step: 'first', pitchId, revision: revision ?? pitch.revision, mailboxId, once },
  })
}

function pressReply(pitchId: string, body: string) {
  return sendByMailbox(ours, { step: 'reply', pitchId, body, mailboxId, once: randomUUID() })
}

function fresh() {
  return aReadyPitch(ours)
}

async function anAnswered() {
  const pitchId = await aSentPitch(ours)
  await database().pitch.updateMany({
    where: { id: pitchId, workspaceId: ours.workspaceId },
    data: { state: 'answered', answeredAt: NOON },
  })
  return pitchId
}

function row(id: string) {
  return database().outgoingMail.findFirstOrThrow({ where: { id, workspaceId: ours.workspaceId } })
}

async function row2(pitchId: string) {
  const { id } = await database().outgoingMail.findFirstOrThrow({
    where: { pitchId, workspaceId: ours.workspaceId },
    orderBy: { clickedAt: 'desc' },
  })
  return { mailId: id }
}

/** As the worker would leave it. */
async function becomes(mailId: string, state: 'transmitting' | 'unknown' | 'held' | 'not-sent') {
  const settled = state === 'not-sent' ? { liveKey: null, settledAt: NOON, reason: 'refused' } : {}
  await database().outgoingMail.updateMany({
    where: { id: mailId, workspaceId: ours.workspaceId },
    data: { state, transmittedAt: NOON, attention: state !== 'transmitting', ...settled },
  })
}
