import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import { forgetSettings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPerson, aPitchGround, aReadyPitch, pitchRow } from '#lib/testing/a-pitch.ts'
import {
  aConnectedMailbox,
  aMail,
  aPitchTo,
  emptyMailbox,
  type Letter,
  putMails,
  type ReadingWorld,
  readingWorldOf,
  readOnce,
} from '#lib/testing/a-read-mailbox.ts'
import { startStandIn } from '#lib/testing/mail-servers/stand-in.ts'
import { startMailServers } from '#lib/testing/mail-servers/start-mail-servers.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { logReply } from '../pitches/conversation-commands.ts'
import { backToDraft } from '../pitches/pitch-commands.ts'
import { markReady } from '../pitches/ready-commands.ts'
import { recordSent } from '../pitches/sending-commands.ts'
import { writeDraftFile } from '../sending/draft-file.ts'
import { sendByMailbox } from '../sending/outgoing-commands.ts'
import { leaveUnsent } from '../sending/settle-commands.ts'
import { countDoubtfulMails, listDoubtfulMails, listMailOfPitch } from './answers-queries.ts'
import { acceptMail, attachMail, dismissMail } from './doubt-commands.ts'

const FIRST_PAGE = { after: '', before: '' }
const HOUR_MS = 60 * 60 * 1000

const servers = [
  {
    which: 'the servers of this machine',
    start: () => startMailServers({ required: process.env.REQUIRE_REAL_MAIL === '1' }),
  },
  { which: 'the stand-in', start: () => startStandIn() },
]

describe.each(servers)('a letter sent by hand, on $which', ({ start }) => {
  let reading: ReadingWorld
  let ours: WorkspaceScope
  let mailboxId: string
  let ready: { pitchId: string; address: string; contactId: string }

  beforeAll(async () => {
    reading = readingWorldOf(await start())
    process.env.MAIL_ALLOW_HOSTS = reading.servers.allowHosts
    forgetSettings()
  })
  afterAll(() => reading.servers.stop())
  beforeEach(async () => {
    ours = at((await twoWorkspaces()).ours, new Date(Date.now() - HOUR_MS))
    mailboxId = await aConnectedMailbox(ours, reading)
    ready = await aLetterTo(`ben-${randomUUID().slice(0, 8)}@blog.test`)
  })
  afterEach(() => emptyMailbox(reading))

  async function aLetterTo(address: string) {
    const ground = await aPitchGround(ours)
    const person = await aPerson(ours, ground.prospect.id, { address })
    const pitchId = await aReadyPitch(ours, { ...ground, ...person })
    return { pitchId, address, contactId: person.contact.id }
  }
  const row = () => pitchRow(ours, ready.pitchId)
  const now = () => at(ours, new Date())
  async function sent(odd: Letter = {}) {
    const { subject, body } = await row()
    const mail = { from: 'anna@rapport.test', to: `Ben <${ready.address}>`, subject, text: body, ...odd }
    await putMails(reading, [aMail(mail)], 'Sent')
    await readOnce(reading, ours, mailboxId)
  }
  const doubts = async () => (await listDoubtfulMails(now(), FIRST_PAGE)).rows

  it('is marked as sent, once, at its moment, with its Message-ID and its follow-up', async () => {
    const id = `<${randomUUID()}@mail.program.test>`
    await sent({ id })
    await sent({ id })
    const { state, sentVia, sentAt, openProspectId, messages, followUps, body } = await row()
    expect({ state, sentVia }).toEqual({ state: 'sent', sentVia: 'sent-folder' })
    expect(openProspectId).not.toBeNull()
    expect(messages).toMatchObject([{ direction: 'out', purpose: 'first', mailIds: [id], mailboxId, body }])
    expect(messages[0]?.at).toEqual(sentAt)
    expect(followUps).toMatchObject([{ number: 1, state: 'due' }])
    expect(await countDoubtfulMails(now())).toBe(0)
    await recordSent(now(), { pitchId: ready.pitchId, via: 'copy' })
    expect((await row()).messages).toHaveLength(1)
  })

  it('brings its answer into its thread', async () => {
    const id = `<${randomUUID()}@mail.program.test>`
    await sent({ id })
    await putMails(reading, [
      aMail({ from: 'other@address.test', subject: 'Hm', inReplyTo: id, text: 'Yes' }),
    ])
    await readOnce(reading, ours, mailboxId)
    expect((await row()).state).toBe('answered')
  })

  it('is kept in the words that really went', async () => {
    const { body } = await row()
    const mended = body.replace('I had to smile', 'I laughed out loud')
    await sent({ text: mended })
    const { state, messages } = await row()
    expect([state, messages[0]?.body]).toEqual(['sent', mended.trim()])
  })

  it('is known by the draft file it came from, whatever was changed in it', async () => {
    const file = await writeDraftFile(now(), { pitchId: ready.pitchId, followUpId: null })
    const [, id = ''] = /^message-id: (.+)$/im.exec(Buffer.from(file.bytes).toString()) ?? []
    await sent({ id, subject: 'Another subject', text: 'And quite other words.' })
    expect((await row()).messages).toMatchObject([{ mailIds: [id], body: 'And quite other words.' }])
  })

  it('is asked about where only the subject is the same, and goes nowhere until then', async () => {
    const { revision } = await row()
    await sent({ text: 'Dear Ben, I wrote this anew.' })
    expect((await row()).state).toBe('ready')
    const [doubt] = await doubts()
    expect(doubt).toMatchObject({ isOwn: true, confidence: 'ask', pitch: { id: ready.pitchId } })
    expect(doubt?.evidence).toContain('The subject is the same.')
    const press = { step: 'first', pitchId: ready.pitchId, revision, mailboxId, once: randomUUID() } as const
    await expect(sendByMailbox(now(), press)).rejects.toThrow(/may have gone already/)
    expect(await listMailOfPitch(now(), ready.pitchId)).toMatchObject({
      doubtful: [],
      maybeSent: [null],
      mails: [],
    })
    await acceptMail(now(), { mailId: doubt?.id ?? '' })
    await acceptMail(now(), { mailId: doubt?.id ?? '' })
    const { state, messages } = await row()
    expect([state, messages.length]).toEqual(['sent', 1])
    expect(messages[0]).toMatchObject({ via: 'sent-folder', body: 'Dear Ben, I wrote this anew.', mailboxId })
    expect(messages[0]?.mailIds).toHaveLength(1)
    expect(await countDoubtfulMails(now())).toBe(0)
  })

  it('that was none is forgotten, asked about no more, and the letter may go', async () => {
    const { revision } = await row()
    const id = `<${randomUUID()}@mail.program.test>`
    await sent({ id, text: 'Something of my own.' })
    const [doubt] = await doubts()
    await expect(attachMail(now(), { mailId: doubt?.id ?? '', pitchId: ready.pitchId })).rejects.toThrow(
      NotFound,
    )
    await dismissMail(now(), { mailId: doubt?.id ?? '' })
    await database().mailFolder.updateMany({
      where: { workspaceId: ours.workspaceId, mailboxId },
      data: { lastUid: 0n, readAt: null },
    })
    await sent({ id, text: 'Something of my own.' })
    expect(await doubts()).toEqual([])
    const press = { step: 'first', pitchId: ready.pitchId, revision, mailboxId, once: randomUUID() } as const
    await expect(sendByMailbox(now(), press)).resolves.toBeTruthy()
  })

  it('that is a draft again meanwhile is settled by nobody until it is ready', async () => {
    await sent({ text: 'Dear Ben, I wrote this anew.' })
    const mailId = (await doubts())[0]?.id ?? ''
    await backToDraft(now(), { pitchId: ready.pitchId })
    await expect(acceptMail(now(), { mailId })).rejects.toThrow(/not marked as ready/)
    await markReady(now(), { pitchId: ready.pitchId })
    await acceptMail(now(), { mailId })
    expect((await row()).state).toBe('sent')
  })

  it('is nobody else’s to read, or to settle', async () => {
    await sent({ text: 'Dear Ben, I wrote this anew.' })
    const [doubt] = await doubts()
    const colleague = at(await aMember(ours.workspaceId, 'owner'), new Date())
    expect((await listDoubtfulMails(colleague, FIRST_PAGE)).rows).toEqual([])
    await expect(acceptMail(colleague, { mailId: doubt?.id ?? '' })).rejects.toThrow(NotFound)
    expect((await listMailOfPitch(colleague, ready.pitchId)).maybeSent).toEqual([ours.actorName])
  })

  it('whose owner says so by hand meanwhile only learns its Message-ID', async () => {
    await sent({ text: 'Dear Ben, I wrote this anew.' })
    await recordSent(now(), { pitchId: ready.pitchId, via: 'copy' })
    const [doubt] = await doubts()
    await acceptMail(now(), { mailId: doubt?.id ?? '' })
    const { messages } = await row()
    expect(messages).toMatchObject([{ via: 'copy', mailIds: [expect.stringContaining('@')] }])
  })

  it('calls back the same letter that waits to go out of a mailbox', async () => {
    const { revision } = await row()
    const press = { step: 'first', pitchId: ready.pitchId, revision, mailboxId, once: randomUUID() } as const
    const { mailId } = await sendByMailbox(now(), press)
    await sent()
    expect((await row()).state).toBe('sent')
    const mail = await database().outgoingMail.findFirst({
      where: { id: mailId, workspaceId: ours.workspaceId },
    })
    expect(mail).toMatchObject({ state: 'undone', liveKey: null })
  })

  it('settles a mail of ours that nobody knew to have gone, and is no second letter', async () => {
    const { revision } = await row()
    const press = { step: 'first', pitchId: ready.pitchId, revision, mailboxId, once: randomUUID() } as const
    const { mailId } = await sendByMailbox(now(), press)
    const where = { id: mailId, workspaceId: ours.workspaceId }
    const { mailIds } = await database().outgoingMail.findFirstOrThrow({ where })
    await database().outgoingMail.updateMany({
      where,
      data: { state: 'unknown', transmittedAt: new Date(), attention: true },
    })
    await sent({ id: mailIds[0] ?? '' })
    expect(await database().outgoingMail.findFirst({ where })).toMatchObject({
      state: 'filed',
      attention: false,
    })
    expect(await row()).toMatchObject({ state: 'sent', sentVia: 'mailbox', messages: [{ mailIds }] })
    await expect(leaveUnsent(now(), { mailId })).rejects.toThrow(Refusal)
  })

  it('leaves other mail to the same person alone: nothing of it is stored', async () => {
    await sent({ subject: 'Lunch', text: 'Lunch on Friday, as every year?' })
    expect((await row()).state).toBe('ready')
    expect(await database().incomingMail.count({ where: { workspaceId: ours.workspaceId } })).toBe(0)
  })

  it('marks a follow-up that stands in the thread with its words, and asks about other words', async () => {
    const pitch = await aPitchTo(
      ours,
      `eva-${randomUUID().slice(0, 8)}@blog.test`,
      mailboxId,
      `Tents ${randomUUID()}`,
    )
    const body = 'Hi Eva, only a short word whether the note on mending seams would be of use this spring.'
    const nudge = async () => (await pitchRow(ours, pitch.pitchId)).followUps[0]
    const contact = await database().contact.findFirstOrThrow({
      where: { id: pitch.contactId, workspaceId: ours.workspaceId },
      include: { channels: true },
    })
    const to = contact.channels[0]?.address ?? ''
    await database().followUp.updateMany({
      where: { workspaceId: ours.workspaceId, pitchId: pitch.pitchId },
      data: { body },
    })
    const inThread = { to, inReplyTo: pitch.messageId, subject: `Re: ${pitch.subject}` }
    await sent({ ...inThread, text: 'Did you see it?' })
    expect(await nudge()).toMatchObject({ state: 'due' })
    expect(await doubts()).toMatchObject([{ isOwn: true, pitch: { id: pitch.pitchId } }])
    await dismissMail(now(), { mailId: (await doubts())[0]?.id ?? '' })
    await sent({ ...inThread, text: body })
    expect(await nudge()).toMatchObject({ state: 'sent' })
  })

  it('counts an answer of ours in the thread as written, once', async () => {
    const pitch = await aPitchTo(
      ours,
      `eva-${randomUUID().slice(0, 8)}@blog.test`,
      mailboxId,
      `Tents ${randomUUID()}`,
    )
    const contact = await database().contact.findFirstOrThrow({
      where: { id: pitch.contactId, workspaceId: ours.workspaceId },
      include: { channels: true },
    })
    await logReply(at(ours, new Date(Date.now() - HOUR_MS / 2)), {
      ...{ pitchId: pitch.pitchId, once: randomUUID(), body: 'Tell me more' },
    })
    const mail = {
      ...{
        to: contact.channels[0]?.address ?? '',
        inReplyTo: pitch.messageId,
        id: `<${randomUUID()}@x.test>`,
      },
      ...{ subject: `Re: ${pitch.subject}`, text: 'Gladly.\n\n> Tell me more' },
    }
    await sent(mail)
    const after = await pitchRow(ours, pitch.pitchId)
    expect(after.answerHandledAt).not.toBeNull()
    expect(after.messages.at(-1)).toMatchObject({ direction: 'out', purpose: 'reply', body: 'Gladly.' })
    expect(after.messages).toHaveLength(3)
  })
})
