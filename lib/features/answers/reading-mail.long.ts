import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import { forgetSettings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { pitchRow } from '#lib/testing/a-pitch.ts'
import {
  aConnectedMailbox,
  aMail,
  aPitchTo,
  emptyMailbox,
  putMails,
  type ReadingWorld,
  readingWorldOf,
  readOnce,
} from '#lib/testing/a-read-mailbox.ts'
import type { TestMailServers } from '#lib/testing/mail-servers/mail-world-for-tests.ts'
import { startStandIn } from '#lib/testing/mail-servers/stand-in.ts'
import { startMailServers } from '#lib/testing/mail-servers/start-mail-servers.ts'
import { aReport, withAttachment } from '#lib/testing/mails-that-come-back.ts'
import { aMember, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { listDoubtfulMails, listMailOfPitch } from './answers-queries.ts'

type Pitch = Awaited<ReturnType<typeof aPitchTo>>
type Case = { to: string; mail: (pitch: Pitch) => string | Buffer }

const OUR_OWN_NAME = 'Mara <anna@rapport.test>'
const colleague = { email: '' }

/** Each answers a pitch of its own, whose house and subject no other has. */
const CASES = {
  threaded: {
    to: 'ben@threaded.test',
    mail: ({ subject, messageId }) =>
      aMail({
        from: 'Ben <ben@threaded.test>',
        subject: `Re: ${subject}`,
        inReplyTo: messageId,
        text: 'Yes, gladly.',
      }),
  },
  withoutHeaders: {
    to: 'ben@plain.test',
    mail: ({ subject }) => aMail({ from: 'ben@plain.test', subject: `AW: ${subject}`, text: 'Gern.' }),
  },
  fromAnotherAddress: {
    to: 'ben@work.test',
    mail: ({ subject, messageId }) =>
      aMail({
        from: 'ben@private.test',
        subject: `Re: ${subject}`,
        inReplyTo: messageId,
        text: 'From home.',
      }),
  },
  away: {
    to: 'ben@away.test',
    mail: ({ messageId }) =>
      aMail({
        ...{ from: 'ben@away.test', subject: 'Out of office', inReplyTo: messageId },
        headers: { 'Auto-Submitted': 'auto-replied' },
        text: 'I am away. Back on 24 December 2026.',
        date: new Date('2026-11-20T10:00:00Z'),
      }),
  },
  wrongAddress: {
    to: 'nobody@wrong.test',
    mail: ({ messageId }) =>
      aReport({
        recipient: 'nobody@wrong.test',
        status: '5.1.1',
        diagnostic: '550 5.1.1 No such user',
        originalId: messageId,
      }),
  },
  fullMailbox: {
    to: 'ben@full.test',
    mail: ({ messageId }) =>
      aReport({
        recipient: 'ben@full.test',
        status: '5.2.2',
        diagnostic: '552 5.2.2 Mailbox full',
        originalId: messageId,
      }),
  },
  refusesUs: {
    to: 'ben@strict.test',
    mail: ({ messageId }) =>
      aReport({
        recipient: 'ben@strict.test',
        status: '5.7.1',
        diagnostic: '550 5.7.1 Blocked by SPF',
        originalId: messageId,
      }),
  },
  late: {
    to: 'ben@slow.test',
    mail: ({ messageId }) =>
      aReport({
        recipient: 'ben@slow.test',
        status: '4.4.1',
        diagnostic: '421 busy',
        action: 'delayed',
        originalId: messageId,
      }),
  },
  newsletter: {
    to: 'ben@letters.test',
    mail: () =>
      aMail({
        from: 'ben@letters.test',
        subject: 'Our spring issue',
        headers: { 'List-Id': '<news.letters.test>' },
      }),
  },
  own: {
    to: 'ben@own.test',
    mail: ({ subject, messageId }) =>
      aMail({ from: OUR_OWN_NAME, subject: `Re: ${subject}`, inReplyTo: messageId, text: 'One more thing.' }),
  },
  colleague: {
    to: 'ben@shared.test',
    mail: ({ subject, messageId }) =>
      aMail({ from: colleague.email, subject: `Re: ${subject}`, inReplyTo: messageId, text: 'I add this.' }),
  },
  receipt: {
    to: 'ben@receipt.test',
    mail: ({ messageId }) =>
      aMail({
        ...{ from: 'ben@receipt.test', subject: 'Read: it', inReplyTo: messageId },
        headers: { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary="b"' },
        text: '--b\nContent-Type: message/disposition-notification\n\nDisposition: manual-action; displayed\n--b--\n',
      }),
  },
  foreignSubject: {
    to: 'jana@letri.test',
    mail: () =>
      aMail({
        ...{ from: 'jana@letri.test', text: 'Super.' },
        subject: '=?UTF-8?Q?Re:_Deine_R=C3=BCcks=C3=A4cke_=E2=80=93_gro=C3=9F?=',
      }),
  },
  quotedPrintable: {
    to: 'ben@qp.test',
    mail: ({ messageId }) =>
      aMail({
        ...{ from: 'ben@qp.test', subject: 'Re', inReplyTo: messageId, text: 'Sch=C3=B6n, ja=\n=E2=80=A6' },
        headers: { 'Content-Transfer-Encoding': 'quoted-printable' },
      }),
  },
  windows1252: {
    to: 'ben@win.test',
    mail: ({ messageId }) => {
      const head = {
        from: 'ben@win.test',
        subject: 'Re',
        inReplyTo: messageId,
        text: 'It costs \u0080 20 \u0096 fine',
      }
      const headers = { 'Content-Type': 'text/plain; charset=windows-1252' }
      return Buffer.from(aMail({ ...head, headers }), 'latin1')
    },
  },
  htmlOnly: {
    to: 'ben@html.test',
    mail: ({ messageId }) =>
      aMail({
        ...{ from: 'ben@html.test', subject: 'Re', inReplyTo: messageId },
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        text: '<html><body><p>Yes <b>please</b></p></body></html>',
      }),
  },
  attachment: {
    to: 'ben@large.test',
    mail: ({ messageId }) =>
      withAttachment(
        { from: 'ben@large.test', subject: 'Re', inReplyTo: messageId, text: 'See the photo.' },
        8_000_000,
      ),
  },
  malformed: {
    to: 'ben@broken.test',
    mail: ({ messageId }) =>
      aMail({
        ...{
          from: '"Ben <ben@broken.test>',
          subject: 'Re',
          inReplyTo: messageId,
          text: '--never\n\nAll the same: yes',
        },
        headers: { 'Content-Type': 'multipart/mixed; boundary="nowhere"' },
      }),
  },
  otherSubject: {
    to: 'ben@other.test',
    mail: () =>
      aMail({
        from: 'ben@other.test',
        subject: 'Something quite different',
        text: 'Do you know a good stove?',
      }),
  },
  stranger: {
    to: 'ben@stranger.test',
    mail: ({ subject }) =>
      aMail({ from: 'editor@gmail.com', subject: `Re: ${subject}`, text: 'Ben asked me to answer.' }),
  },
  colleagueOfTheirs: {
    to: 'ben@house.test',
    mail: () => aMail({ from: 'office@mail.house.test', subject: 'Your letter', text: 'It was passed on.' }),
  },
  forwarded: {
    to: 'ben@forward.test',
    mail: ({ subject, body }) =>
      aMail({
        from: 'chief@gmail.com',
        subject: `Re: FW: ${subject}`,
        text: `I like it.\n\n> ${body.replaceAll('\n', '\n> ')}`,
      }),
  },
  unrelated: {
    to: 'ben@quiet.test',
    mail: () => aMail({ from: 'shop@shop.test', subject: 'Your order', text: 'Secret words.' }),
  },
} satisfies Record<string, Case>
type Name = keyof typeof CASES
const names = Object.keys(CASES) as Name[]

const standings: { which: string; start: () => Promise<TestMailServers> }[] = [
  {
    which: 'the servers of this machine',
    start: () => startMailServers({ required: process.env.REQUIRE_REAL_MAIL === '1' }),
  },
  { which: 'the stand-in', start: () => startStandIn() },
]

describe.each(standings)('mail on $which', ({ start }) => {
  let reading: ReadingWorld
  let ours: WorkspaceScope
  let mailboxId: string
  const pitches = new Map<Name, Pitch>()

  beforeAll(async () => {
    reading = readingWorldOf(await start())
    process.env.MAIL_ALLOW_HOSTS = reading.servers.allowHosts
    forgetSettings()
    await emptyMailbox(reading)
    ours = await aWorkspace('Ours', new Date())
    mailboxId = await aConnectedMailbox(ours, reading)
    const { userId } = await aMember(ours.workspaceId, 'writer')
    colleague.email = (await database().user.findFirstOrThrow({ where: { id: userId ?? '' } })).email
    // Nobody sends more than fifteen a day.
    const another = await aMember(ours.workspaceId, 'owner', new Date())
    for (const [index, name] of names.entries()) {
      const subject = name === 'foreignSubject' ? 'Deine Rücksäcke – groß' : `A letter for ${name}`
      pitches.set(name, await aPitchTo(index < 15 ? ours : another, CASES[name].to, mailboxId, subject))
    }
    await putMails(
      reading,
      names.map((name) => CASES[name].mail(of(name))),
    )
    await readOnce(reading, ours, mailboxId)
  })
  afterAll(() => reading.servers.stop())

  function of(name: Name): Pitch {
    const pitch = pitches.get(name)
    if (!pitch) throw new Error(name)
    return pitch
  }
  const row = (name: Name) => pitchRow(ours, of(name).pitchId)
  const mails = async (name: Name) => (await listMailOfPitch(ours, of(name).pitchId)).mails
  const answerTo = async (name: Name) =>
    (await row(name)).messages.find(({ direction }) => direction === 'in')
  const channel = (name: Name) =>
    database().channel.findFirstOrThrow({ where: { id: of(name).channelId, workspaceId: ours.workspaceId } })

  it.each([
    ['in its thread', 'threaded', 'Yes, gladly.'],
    ['without headers, from an address that is known, under the same subject', 'withoutHeaders', 'Gern.'],
    ['in its thread, from an address nobody knows', 'fromAnotherAddress', 'From home.'],
    ['with a subject in other letters', 'foreignSubject', 'Super.'],
    ['in quoted-printable', 'quotedPrintable', 'Schön, ja…'],
    ['in windows-1252', 'windows1252', 'It costs € 20 – fine'],
    ['in HTML alone', 'htmlOnly', 'Yes please'],
    ['with a file of 8 MB', 'attachment', 'See the photo.'],
    ['whose MIME is broken', 'malformed', 'All the same: yes'],
  ] as const)('takes in an answer %s, and no follow-up is due any more', async (_, name, words) => {
    const { state, answerHandledAt, followUps } = await row(name)
    expect({ state, answerHandledAt }).toEqual({ state: 'answered', answerHandledAt: null })
    expect(followUps).toMatchObject([{ state: 'gone', goneBecause: 'replied' }])
    expect(await answerTo(name)).toMatchObject({
      via: 'mailbox',
      mailboxId,
      body: expect.stringContaining(words),
    })
  })

  it('asks whether an unknown address in the thread is theirs', async () => {
    expect(await mails('fromAnotherAddress')).toMatchObject([{ newAddress: 'ben@private.test' }])
    expect(await mails('threaded')).toEqual([])
  })

  it('notes an out of office, closes nothing, and reads when they are back', async () => {
    expect(await row('away')).toMatchObject({ state: 'sent', followUps: [{ state: 'due' }] })
    expect(await mails('away')).toMatchObject([
      { kind: 'auto-reply', state: 'offered', facts: { backOn: '2026-12-24' } },
    ])
    expect(await answerTo('away')).toBeUndefined()
  })

  it('marks an address that does not exist, closes the pitch and drops its follow-up', async () => {
    expect(await row('wrongAddress')).toMatchObject({
      ...{ state: 'closed', closedReason: 'bounced' },
      followUps: [{ state: 'gone', goneBecause: 'bounced' }],
    })
    expect((await channel('wrongAddress')).bouncedAt).not.toBeNull()
    expect(await mails('wrongAddress')).toMatchObject([{ kind: 'bounce', meaning: 'wrong-address' }])
  })

  it.each([
    ['a mailbox that is full', 'fullMailbox', { kind: 'bounce', meaning: 'try-later' }],
    ['a server that refuses us', 'refusesUs', { kind: 'bounce', meaning: 'refuses-us' }],
    ['a mail that is late', 'late', { kind: 'delay', meaning: null }],
  ] as const)('gives notice of %s, and leaves pitch and address alone', async (_, name, notice) => {
    expect(await row(name)).toMatchObject({ state: 'sent', followUps: [{ state: 'due' }] })
    expect((await channel(name)).bouncedAt).toBeNull()
    expect(await mails(name)).toMatchObject([notice])
  })

  it.each([
    ['a newsletter of theirs', 'newsletter'],
    ['a mail of our own', 'own'],
    ['a colleague’s mail in the thread', 'colleague'],
    ['a receipt', 'receipt'],
    ['mail that is about something else', 'unrelated'],
  ] as const)('keeps nothing of %s', async (_, name) => {
    const { state, messages, followUps } = await row(name)
    expect({ state, messages: messages.length, followUps }).toMatchObject({
      ...{ state: 'sent', messages: 1, followUps: [{ state: 'due' }] },
    })
    expect(
      await database().incomingMail.count({
        where: { workspaceId: ours.workspaceId, pitchId: of(name).pitchId },
      }),
    ).toBe(0)
  })

  it.each([
    ['a known address under another subject', 'otherSubject', 'likely'],
    ['an unknown address that quotes us', 'forwarded', 'likely'],
    ['an unknown address under our subject', 'stranger', 'ask'],
    ['another address of their house', 'colleagueOfTheirs', 'ask'],
  ] as const)('asks about a mail from %s, and holds the follow-up meanwhile', async (_, name, confidence) => {
    const { pitchId } = of(name)
    expect(await row(name)).toMatchObject({ state: 'sent', followUps: [{ state: 'due' }] })
    const { rows } = await listDoubtfulMails(ours, { after: '', before: '' })
    const doubt = rows.find(({ pitch }) => pitch?.id === pitchId)
    expect(doubt).toMatchObject({ confidence })
    expect(doubt?.evidence.length).toBeGreaterThan(1)
    expect((await listMailOfPitch(ours, pitchId)).doubtful).toEqual([null])
  })

  it('stores nothing of any other mail', async () => {
    const rows = await database().incomingMail.findMany({ where: { workspaceId: ours.workspaceId } })
    expect(rows.length).toBe(names.length - 5)
    expect(
      JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toMatch(/Secret words|Your order|spring issue/)
  })

  it('says when it last looked, and when a message last came in', async () => {
    const { lastLookAt, lastMessageAt, failure } = await database().mailbox.findFirstOrThrow({
      where: { id: mailboxId, workspaceId: ours.workspaceId },
    })
    expect(failure).toBe('')
    expect(Date.now() - (lastLookAt?.getTime() ?? 0)).toBeLessThan(60_000)
    expect(Date.now() - (lastMessageAt?.getTime() ?? 0)).toBeLessThan(60_000)
  })
})
