import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aReadMailbox, mailCame } from '#lib/testing/a-mail-that-came.ts'
import { aDraft, aPitchGround, pitchRow } from '#lib/testing/a-pitch.ts'
import { aMail, aPitchTo } from '#lib/testing/a-read-mailbox.ts'
import { aReport, withAttachment } from '#lib/testing/mails-that-come-back.ts'
import { aMember, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { DROPPED_MAX_BYTES, takeDroppedMail } from './take-dropped-mail.ts'

const BEN = 'ben@blog.test'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let pitch: Awaited<ReturnType<typeof aPitchTo>>

beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  pitch = await aPitchTo(ours, BEN, null)
})

function aForm(content: string | Buffer | null, fileName = 'answer.eml'): Request {
  const form = new FormData()
  if (content !== null) form.set('file', new File([new Uint8Array(Buffer.from(content))], fileName))
  return new Request('https://rapport.test/upload', { method: 'POST', body: form })
}

const drop = (content: string | Buffer | null, scope = ours) =>
  takeDroppedMail(scope, pitch.pitchId, aForm(content))
const row = () => pitchRow(ours, pitch.pitchId)

describe('a mail that is dropped on a pitch', () => {
  it('becomes the answer, whoever it is from, and twice changes nothing more', async () => {
    const mail = aMail({
      from: 'tom@elsewhere.test',
      subject: 'Hello there',
      date: NOON,
      text: 'We would love one.',
    })
    expect(await drop(mail)).toEqual({ ok: true, outcome: 'answer' })
    expect(await row()).toMatchObject({ state: 'answered', followUps: [{ state: 'gone' }] })
    expect((await row()).messages.find(({ direction }) => direction === 'in')).toMatchObject({
      body: 'We would love one.',
      mailboxId: null,
    })
    expect(await drop(mail)).toEqual({ ok: true, outcome: 'known' })
    expect((await row()).messages).toHaveLength(2)
  })

  it('that a mailbox reads later as well is told once', async () => {
    const mailboxId = await aReadMailbox(ours)
    const mail = aMail({ from: BEN, subject: `Re: ${pitch.subject}`, date: NOON })
    await drop(mail)
    await mailCame(ours, mailboxId, mail)
    expect((await row()).messages).toHaveLength(2)
  })

  it('that waited for a word has it now', async () => {
    const mailboxId = await aReadMailbox(ours)
    const mail = aMail({ from: 'chief@gmail.com', subject: `Re: ${pitch.subject}`, date: NOON })
    const waiting = await mailCame(ours, mailboxId, mail)
    expect(waiting).toMatchObject({ state: 'offered' })
    expect(await drop(mail)).toEqual({ ok: true, outcome: 'answer' })
    expect(await row()).toMatchObject({ state: 'answered', messages: { length: 2 } })
  })

  it.each<[string, string, () => string]>([
    [
      'an out of office',
      'away',
      () => aMail({ from: BEN, subject: 'Out of office', text: 'Back on 20 March.' }),
    ],
    [
      'a returned mail',
      'came-back',
      () =>
        aReport({
          recipient: BEN,
          status: '5.1.1',
          diagnostic: '550 5.1.1 unknown',
          originalId: '<x@y.test>',
        }),
    ],
    [
      'a notice of delay',
      'late',
      () =>
        aReport({
          recipient: BEN,
          status: '4.4.1',
          diagnostic: '421',
          action: 'delayed',
          originalId: '<x@y.test>',
        }),
    ],
  ])('is read as %s where it is one', async (_, outcome, mail) => {
    expect(await drop(mail())).toEqual({ ok: true, outcome })
    expect((await row()).state).toBe(outcome === 'came-back' ? 'closed' : 'sent')
  })

  it.each<[string, string, () => string | null]>([
    ['is no mail', 'unreadable', () => '\u0089PNG picture'],
    ['is empty', 'unreadable', () => ''],
    [
      'is our own',
      'own',
      () => aMail({ from: 'mara@trailhead.shop', subject: 'Re', inReplyTo: '<x@y.test>' }),
    ],
    ['went to many', 'list', () => aMail({ from: 'x@y.test', headers: { 'List-Id': '<a.b>' } })],
    ['is not there', 'no-file', () => null],
  ])('is refused in words where it %s', async (_, problem, content) => {
    await aReadMailbox(ours)
    expect(await drop(content())).toEqual({ ok: false, problem })
    expect(await row()).toMatchObject({ state: 'sent', messages: { length: 1 } })
    expect(await database().incomingMail.count({ where: { workspaceId: ours.workspaceId } })).toBe(0)
  })

  it('is refused where its thread is another pitch’s', async () => {
    const mailboxId = await aReadMailbox(ours)
    const other = await aPitchTo(ours, 'eva@other.test', mailboxId, 'Another')
    const mail = aMail({ from: 'eva@other.test', subject: 'Re', inReplyTo: other.messageId, date: NOON })
    expect(await drop(mail)).toEqual({ ok: false, problem: 'other-pitch' })
  })

  it('may bring a large file; only its start is read, and beyond a bound it is refused', async () => {
    const large = withAttachment({ from: BEN, subject: 'Re', text: 'See the photo.', date: NOON }, 8_000_000)
    expect(await drop(large)).toEqual({ ok: true, outcome: 'answer' })
    const answer = (await row()).messages.find(({ direction }) => direction === 'in')
    expect(answer?.body).toBe('See the photo.')
    const huge = Buffer.alloc(DROPPED_MAX_BYTES + 1, 'a')
    expect(await drop(huge)).toEqual({ ok: false, problem: 'too-large' })
  })

  it('with a thousand parts in each other is still read by its headers', async () => {
    const deep = Array.from(
      { length: 1_000 },
      (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary="b${at + 1}"\n\n`,
    )
    const mail = aMail({
      ...{ from: BEN, subject: 'Re', date: NOON, text: deep.join('') },
      headers: { 'Content-Type': 'multipart/mixed; boundary="b0"' },
    })
    const started = performance.now()
    expect(await drop(mail)).toEqual({ ok: true, outcome: 'answer' })
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  it('on a pitch that was never sent, or another workspace’s, or by a reviewer, is nothing', async () => {
    const draft = await aDraft(ours, await aPitchGround(ours))
    const mail = aMail({ from: BEN })
    expect(await takeDroppedMail(ours, draft, aForm(mail))).toEqual({ ok: false, problem: 'not-sent' })
    await expect(drop(mail, theirs)).rejects.toThrow(NotFound)
    await expect(drop(mail, await aMember(ours.workspaceId, 'reviewer'))).rejects.toThrow()
  })
})
