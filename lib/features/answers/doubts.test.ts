import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aReadMailbox, mailCame } from '#lib/testing/a-mail-that-came.ts'
import { aDraft, aPitchGround, pitchRow } from '#lib/testing/a-pitch.ts'
import { aMail, aPitchTo } from '#lib/testing/a-read-mailbox.ts'
import { aReport } from '#lib/testing/mails-that-come-back.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { disconnectMailbox } from '../mailboxes/mailbox-commands.ts'
import { closeSilentPitches } from '../pitches/close-silent-pitches.ts'
import { logReply } from '../pitches/conversation-commands.ts'
import { recordFollowUpSent, saveFollowUpText } from '../pitches/follow-up-commands.ts'
import { getPitch } from '../pitches/pitch-page-queries.ts'
import { listDueFollowUps } from '../today/today-queries.ts'
import {
  countDoubtfulMails,
  listDoubtfulMails,
  listMailboxLooks,
  listMailOfPitch,
} from './answers-queries.ts'
import { acceptMail, attachMail, dismissMail } from './doubt-commands.ts'
import { keepAddress, leaveAddress, leaveFollowUp, moveFollowUp, sendAgain } from './notice-commands.ts'

const BEN = 'ben@blog.test'
const FIRST_PAGE = { after: '', before: '' }
/** A week and a day later the follow-up is due. */
const DUE = '2026-03-12T12:00:00Z'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let mailboxId: string
let pitch: Awaited<ReturnType<typeof aPitchTo>>

beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  mailboxId = await aReadMailbox(ours)
  pitch = await aPitchTo(ours, BEN, mailboxId)
})

const aDoubt = () =>
  mailCame(
    ours,
    mailboxId,
    aMail({ from: 'chief@gmail.com', subject: `Re: ${pitch.subject}`, date: NOON, text: 'Yes' }),
  )
const row = () => pitchRow(ours, pitch.pitchId)
const mailRow = (id: string) =>
  database().incomingMail.findFirst({ where: { id, workspaceId: ours.workspaceId } })
const followUp = async () => {
  const [first] = (await row()).followUps
  return first?.id ?? ''
}
async function id(mail: Promise<{ id: string } | null>): Promise<string> {
  const row = await mail
  if (!row) throw new Error('The mail was not kept')
  return row.id
}

describe('a mail that may be an answer', () => {
  it('becomes the answer once somebody says so, and its address may be kept', async () => {
    const mailId = await id(aDoubt())
    await acceptMail(ours, { mailId })
    expect(await row()).toMatchObject({
      state: 'answered',
      followUps: [{ state: 'gone', goneBecause: 'replied' }],
    })
    expect((await row()).messages.at(-1)).toMatchObject({
      direction: 'in',
      via: 'mailbox',
      body: 'Yes',
      mailboxId,
    })
    expect(await mailRow(mailId)).toMatchObject({ state: 'settled', text: '', newAddress: 'chief@gmail.com' })
    expect(await countDoubtfulMails(ours)).toBe(0)
    await acceptMail(ours, { mailId })
    await dismissMail(ours, { mailId })
    expect((await row()).messages).toHaveLength(2)
  })

  it('goes to another pitch where somebody says so, and to none that was never sent', async () => {
    const mailId = await id(aDoubt())
    const other = await aPitchTo(ours, 'eva@other.test', null, 'Another')
    const draft = await aDraft(ours, await aPitchGround(ours))
    await expect(attachMail(ours, { mailId, pitchId: draft })).rejects.toThrow(Refusal)
    await attachMail(ours, { mailId, pitchId: other.pitchId })
    expect((await pitchRow(ours, other.pitchId)).state).toBe('answered')
    expect((await row()).state).toBe('sent')
  })

  it('is forgotten where somebody says so, and not asked about again', async () => {
    const raw = aMail({
      from: 'chief@gmail.com',
      subject: `Re: ${pitch.subject}`,
      date: NOON,
      text: 'Secret',
    })
    const mailId = await id(mailCame(ours, mailboxId, raw))
    await dismissMail(ours, { mailId })
    const kept = await mailRow(mailId)
    expect(kept).toMatchObject({
      state: 'dismissed',
      pitchId: null,
      text: '',
      subject: '',
      fromAddress: '',
      mailIds: [],
    })
    await mailCame(ours, mailboxId, raw)
    expect(await countDoubtfulMails(ours)).toBe(0)
    expect(await getPitch(at(ours, DUE), pitch.pitchId)).toMatchObject({ doubt: { kind: 'not-checked' } })
  })

  it('is read by nobody but the member whose mailbox it came into', async () => {
    const mailId = await id(aDoubt())
    const colleague = await aMember(ours.workspaceId, 'owner')
    expect((await listDoubtfulMails(colleague, FIRST_PAGE)).rows).toEqual([])
    await expect(acceptMail(colleague, { mailId })).rejects.toThrow(NotFound)
    expect((await listMailOfPitch(colleague, pitch.pitchId)).doubtful).toEqual([ours.actorName])
    expect((await listMailOfPitch(ours, pitch.pitchId)).doubtful).toEqual([null])
    await disconnectMailbox(ours, { mailboxId })
    expect((await listDoubtfulMails(colleague, FIRST_PAGE)).rows).toHaveLength(1)
    await acceptMail(colleague, { mailId })
  })

  it('is nothing to another workspace, or to a reviewer’s hand', async () => {
    const mailId = await id(aDoubt())
    await expect(dismissMail(theirs, { mailId })).rejects.toThrow(NotFound)
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(dismissMail(reviewer, { mailId })).rejects.toThrow()
  })

  it('says in words what speaks for it', async () => {
    await aDoubt()
    const { rows } = await listDoubtfulMails(ours, FIRST_PAGE)
    expect(rows[0]?.evidence).toEqual([
      'The address it comes from is not known here.',
      'The subject is the one you wrote under.',
    ])
  })

  it('holds the follow-up, also one that is opened already', async () => {
    const due = at(ours, DUE)
    const followUpId = await followUp()
    await saveFollowUpText(due, { followUpId, subject: 'Re: one tent', body: aBody() })
    const mailId = await id(aDoubt())
    await expect(recordFollowUpSent(due, { followUpId, via: 'copy' })).rejects.toThrow(/may be their answer/)
    expect((await getPitch(due, pitch.pitchId)).doubt).toEqual({ kind: 'paused' })
    expect((await listDueFollowUps(due))[0]?.doubt).toEqual({ kind: 'paused' })
    await dismissMail(due, { mailId })
    await recordFollowUpSent(due, { followUpId, via: 'copy' })
  })
})

describe('an answer', () => {
  it('that comes in between opening a follow-up and sending it takes the follow-up away', async () => {
    const due = at(ours, DUE)
    const followUpId = await followUp()
    await saveFollowUpText(due, { followUpId, subject: 'Re: one tent', body: aBody() })
    await mailCame(
      due,
      mailboxId,
      aMail({ from: BEN, subject: `Re: ${pitch.subject}`, inReplyTo: pitch.messageId }),
    )
    await expect(recordFollowUpSent(due, { followUpId, via: 'copy' })).rejects.toThrow(/settled/)
  })

  it('that somebody logged by hand before is not told twice', async () => {
    await logReply(ours, { pitchId: pitch.pitchId, once: crypto.randomUUID(), body: 'Yes, gladly.\nBen' })
    const text = 'Yes,  gladly.\n\nBen\n\nOn Monday Mara wrote:\n> Hi'
    await mailCame(
      ours,
      mailboxId,
      aMail({ from: BEN, subject: `Re: ${pitch.subject}`, inReplyTo: pitch.messageId, text }),
    )
    const { messages } = await row()
    expect(messages).toHaveLength(2)
    expect(messages.at(-1)).toMatchObject({ via: 'logged', body: text, mailboxId })
  })

  it('after a conversation of ours went on stays handled', async () => {
    await mailCame(ours, mailboxId, aMail({ from: BEN, subject: 'Re', inReplyTo: pitch.messageId }))
    await database().pitch.updateMany({
      where: { id: pitch.pitchId, workspaceId: ours.workspaceId },
      data: { answerHandledAt: new Date('2026-03-05T12:00:00Z') },
    })
    await mailCame(
      ours,
      mailboxId,
      aMail({ from: BEN, subject: 'Re', inReplyTo: pitch.messageId, text: 'Earlier' }),
    )
    expect((await row()).answerHandledAt).not.toBeNull()
  })

  it('from an address that is not known can make that address theirs, once', async () => {
    const raw = aMail({ from: 'ben@private.test', subject: 'Re', inReplyTo: pitch.messageId })
    const mailId = await id(mailCame(ours, mailboxId, raw))
    await keepAddress(ours, { mailId })
    await keepAddress(ours, { mailId })
    const channels = await database().channel.findMany({
      where: { workspaceId: ours.workspaceId, contactId: pitch.contactId },
      include: { origin: true },
    })
    expect(channels.map(({ address }) => address).sort()).toEqual([BEN, 'ben@private.test'])
    expect(channels.find(({ address }) => address !== BEN)?.origin?.words).toContain('They wrote to us')
    expect((await listMailOfPitch(ours, pitch.pitchId)).mails).toEqual([])
    await expect(leaveAddress(theirs, { mailId })).rejects.toThrow(NotFound)
  })

  it('that came into two mailboxes of a workspace is told once', async () => {
    const second = await aReadMailbox(await aMember(ours.workspaceId, 'writer'), 'lena@trailhead.shop')
    const raw = aMail({ from: BEN, subject: 'Re', inReplyTo: pitch.messageId })
    await mailCame(ours, mailboxId, raw)
    await mailCame(ours, second, raw)
    expect((await row()).messages).toHaveLength(2)
  })

  it('from somebody who asked us to stop is kept, and opens nothing', async () => {
    await database().pitch.updateMany({
      where: { id: pitch.pitchId, workspaceId: ours.workspaceId },
      data: { state: 'closed', closedReason: 'stopped', closedAt: NOON, openProspectId: null },
    })
    await mailCame(ours, mailboxId, aMail({ from: BEN, subject: 'Re', inReplyTo: pitch.messageId }))
    expect(await row()).toMatchObject({ state: 'closed', closedReason: 'stopped', messages: { length: 2 } })
  })
})

describe('somebody who is away', () => {
  const away = () =>
    mailCame(
      ours,
      mailboxId,
      aMail({
        ...{ from: BEN, subject: 'Out of office', inReplyTo: pitch.messageId, date: NOON },
        headers: { 'Auto-Submitted': 'auto-replied' },
        text: 'Back on 20 March.',
      }),
    )

  it('may move the follow-up, never to an earlier day, and once', async () => {
    const mailId = await id(away())
    for (const dueOn of ['2026-03-01', '2026-03-06', '2028-01-01'])
      await expect(moveFollowUp(ours, { mailId, dueOn })).rejects.toMatchObject({ field: 'dueOn' })
    await moveFollowUp(ours, { mailId, dueOn: '2026-03-23' })
    expect((await row()).followUps[0]?.dueOn).toEqual(new Date('2026-03-23T00:00:00Z'))
    expect(await mailRow(mailId)).toMatchObject({ state: 'settled', pitchId: pitch.pitchId })
    await expect(moveFollowUp(theirs, { mailId, dueOn: '2026-03-24' })).rejects.toThrow(NotFound)
  })

  it('may be left as they are', async () => {
    const mailId = await id(away())
    await leaveFollowUp(ours, { mailId })
    expect(await mailRow(mailId)).toMatchObject({ state: 'settled' })
    expect((await row()).followUps).toMatchObject([{ state: 'due' }])
  })
})

describe('a silence', () => {
  it('is not said to be one while the mailbox has not been read since the follow-up was due', async () => {
    const due = at(ours, DUE)
    expect((await getPitch(due, pitch.pitchId)).doubt).toMatchObject({ kind: 'not-checked', readAt: NOON })
    expect((await listDueFollowUps(due))[0]?.doubt).toMatchObject({ kind: 'not-checked' })
    await readUntil(DUE)
    expect((await getPitch(due, pitch.pitchId)).doubt).toBeNull()
    expect((await listDueFollowUps(due))[0]?.doubt).toBeNull()
  })

  it('closes no pitch whose mailbox was not read up to that moment', async () => {
    const later = new Date('2026-04-04T12:00:00Z')
    await closeSilentPitches(later)
    expect((await row()).state).toBe('sent')
    await readUntil('2026-03-20T12:00:00Z')
    await closeSilentPitches(later)
    expect((await row()).state).toBe('sent')
    await readUntil('2026-04-01T12:00:00Z')
    const mailId = await id(aDoubt())
    await closeSilentPitches(later)
    expect((await row()).state).toBe('sent')
    await dismissMail(ours, { mailId })
    await closeSilentPitches(later)
    expect(await row()).toMatchObject({ state: 'closed', closedReason: 'no-answer' })
  })

  it('of a pitch that went out by hand, or of a mailbox that is gone, is for people to see', async () => {
    const byHand = await aPitchTo(ours, 'eva@hand.test', null, 'By hand')
    expect((await getPitch(at(ours, DUE), byHand.pitchId)).doubt).toBeNull()
    await disconnectMailbox(ours, { mailboxId })
    expect((await getPitch(at(ours, DUE), pitch.pitchId)).doubt).toBeNull()
  })
})

describe('a mailbox', () => {
  it('that was not looked into for a quarter of an hour says so', async () => {
    const looksAfter = (minutes: number) =>
      listMailboxLooks(at(ours, new Date(NOON.getTime() + minutes * 60_000)))
    expect((await looksAfter(15))[0]).toMatchObject({ isLate: false, isOwn: true })
    expect((await looksAfter(16))[0]).toMatchObject({ isLate: true })
    expect(await listMailboxLooks(await aMember(ours.workspaceId, 'writer'))).toEqual([])
  })

  it('whose mail is refused twice in a day sends nothing until its member says so', async () => {
    const held = async () =>
      (await database().mailbox.findFirstOrThrow({ where: { id: mailboxId, workspaceId: ours.workspaceId } }))
        .sendingHeldAt
    const refusal = () =>
      aReport({ recipient: BEN, status: '5.7.1', diagnostic: '550 5.7.1 SPF', originalId: pitch.messageId })
    await mailCame(ours, mailboxId, refusal())
    await mailCame(at(ours, '2026-03-06T12:00:00Z'), mailboxId, refusal())
    expect(await held()).toBeNull()
    const now = at(ours, '2026-03-06T20:00:00Z')
    await mailCame(now, mailboxId, refusal())
    expect(await held()).toEqual(now.now)
    await expect(sendAgain(await aMember(ours.workspaceId, 'owner'), { mailboxId })).rejects.toThrow(NotFound)
    await sendAgain(ours, { mailboxId })
    expect(await held()).toBeNull()
    expect((await row()).state).toBe('sent')
  })
})

async function readUntil(moment: string) {
  await database().mailFolder.updateMany({
    where: { mailboxId, workspaceId: ours.workspaceId },
    data: { readAt: new Date(moment) },
  })
}

function aBody(): string {
  return 'Hi Anna,\n\nI wrote last week about mended tents. If it is not for you, a no is fine too, and I will leave it there.\n\nMara from Trailhead'
}
