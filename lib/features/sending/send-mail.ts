import { randomUUID } from 'node:crypto'
import { needsNewPassword, wordsForMailFailure } from '#lib/domain/mail/mail-failures.ts'
import type { OutgoingReason } from '#lib/domain/mail/outgoing-reasons.ts'
import { HELD_AFTER_MS, nextTryAfterMs } from '#lib/domain/mail/outgoing-states.ts'
import type { Mailbox, OutgoingMail } from '#lib/generated/prisma/client.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { Jobs } from '#lib/server/jobs.ts'
import type { MailLogin } from '#lib/server/mail/imap.ts'
import { MailFailure } from '#lib/server/mail/mail-failure.ts'
import { nowOf } from '#lib/server/mail/mail-world.ts'
import { trySmtp } from '#lib/server/mail/smtp.ts'
import { smtpLoginOf } from '../mailboxes/mailbox-login.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'
import { askToSend } from './ask-to-send.ts'
import { fileMail } from './file-mail.ts'
import { lastLook } from './last-look.ts'
import { askForPassword } from './mailbox-trouble.ts'
import { lookAfterCrash, lookSoon, recordSentMail } from './recover-mail.ts'
import type { SendWorld } from './send-world.ts'
import { type Transmitted, transmit } from './transmit.ts'

/**
 * Takes a mail that a person sent one step further: out, into its conversation, among the sent mail. It only ever reads rows that
 * a click wrote. May run twice, in two workers at once, or be killed at any instant: what may have gone is never sent again.
 */
export async function sendMail({ workspaceId, mailId }: Jobs['send-mail'], world: SendWorld = {}) {
  const mail = await database().outgoingMail.findFirst({ where: { id: mailId, workspaceId } })
  if (!mail) return
  const now = nowOf(world)
  if (mail.state === 'sent' && mail.settledAt === null) return recordSentMail(mail, world)
  if (!['queued', 'claimed', 'transmitting', 'sent'].includes(mail.state)) return
  if (mail.notBefore > now) return again(mail)
  if (mail.state === 'transmitting') return lookAfterCrash(mail, world)
  if (mail.state === 'sent') return fileMail(mail, world)
  if (now.getTime() - mail.notBefore.getTime() > HELD_AFTER_MS) return hold(mail, 'late')
  const claimed = await claim(mail, now)
  if (claimed) await attempt(claimed, world)
}

/** A mail in the hands of a worker that was killed is taken over: nothing of it has gone, and the other can send no more. */
async function claim({ id, workspaceId, notBefore }: OutgoingMail, now: Date): Promise<OutgoingMail | null> {
  const [claimed] = await database().outgoingMail.updateManyAndReturn({
    where: { id, workspaceId, state: { in: ['queued', 'claimed'] }, notBefore, ...OF_STANDING },
    data: { state: 'claimed', claimId: randomUUID(), claimedAt: now },
  })
  return claimed ?? null
}

async function attempt(mail: OutgoingMail, world: SendWorld) {
  world.at?.('claimed')
  const { workspaceId } = mail
  const mailbox = await database().mailbox.findFirst({
    where: { id: mail.mailboxId, workspaceId, ownerId: mail.senderId, state: 'connected', sends: true },
  })
  if (!mailbox) return settleUnsent(mail, ['claimed'], 'mailbox', {}, world)
  const login = await signIn(mail, mailbox, world)
  if (!login) return
  world.at?.('signed-in')
  const decidedAt = nowOf(world)
  const look = await lastLook(mail, { now: decidedAt, patienceMs: world.patienceMs })
  if (look.may === 'not') return settleUnsent(mail, ['claimed'], look.reason, { remedy: look.remedy }, world)
  if (look.may === 'ask') return hold(mail, look.reason)
  if (look.may === 'not-mine') return
  world.at?.('transmitting')
  const sent = await transmit(mail, login, decidedAt, world)
  world.at?.('answered')
  await writeVerdict(mail, mailbox, sent, world)
}

/** Connecting and signing in, before anything is at stake: failing here is always safe to try again. */
async function signIn(mail: OutgoingMail, mailbox: Mailbox, world: SendWorld): Promise<MailLogin | null> {
  try {
    const login = smtpLoginOf(mailbox)
    if (!login) throw new MailFailure('no-such-host', '')
    await trySmtp(login, mailbox.address, world)
    return login
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error
    if (needsNewPassword(error.kind)) {
      await askForPassword(mailbox, 'smtp', error, nowOf(world))
      await settleUnsent(mail, ['claimed'], 'login', { response: error.said }, world)
    } else {
      const server = `${mailbox.smtpHost}:${mailbox.smtpPort}`
      const { sentence } = wordsForMailFailure(error.kind, server)
      await tryLater(mail, 'claimed', [sentence, error.said].filter(Boolean).join(' '), world)
    }
    return null
  }
}

async function writeVerdict(mail: OutgoingMail, mailbox: Mailbox, sent: Transmitted, world: SendWorld) {
  const { id, workspaceId, claimId } = mail
  if (sent.went === 'sent') {
    const sentAt = nowOf(world)
    // Whoever heard the server say yes knows better than another worker that came by and could not tell.
    const [row] = await database().outgoingMail.updateManyAndReturn({
      where: { id, workspaceId, claimId, state: { in: ['transmitting', 'unknown'] } },
      data: {
        ...{ state: 'sent', sentAt, response: sent.response, attention: false, reason: null, remedy: '' },
        mailIds: [...new Set([...mail.mailIds, ...sent.mailIds])],
      },
    })
    world.at?.('sent')
    if (row) await recordSentMail(row, world)
    return
  }
  const { said } = sent
  if (sent.isLogin && sent.went !== 'unknown') {
    await askForPassword(mailbox, 'smtp', new MailFailure('login', said), nowOf(world))
    return settleUnsent(mail, ['transmitting'], 'login', { response: said }, world)
  }
  if (sent.went === 'not-sent')
    return settleUnsent(mail, ['transmitting'], 'refused', { response: said }, world)
  if (sent.went === 'later') return tryLater(mail, 'transmitting', said, world)
  // Before a person is asked, the sent mail is: servers that file it themselves may have done so.
  await lookSoon(mail, said, world)
}

async function hold({ id, workspaceId, notBefore }: OutgoingMail, reason: OutgoingReason) {
  await database().outgoingMail.updateMany({
    where: { id, workspaceId, state: { in: ['queued', 'claimed'] }, notBefore },
    data: { state: 'held', reason, attention: true, claimId: null },
  })
}

/** It did not go, and stays where it is until a person sends it again. */
async function settleUnsent(
  { id, workspaceId, claimId }: OutgoingMail,
  states: string[],
  reason: OutgoingReason,
  words: { response?: string; remedy?: string },
  world: SendWorld,
) {
  await database().outgoingMail.updateMany({
    where: { id, workspaceId, claimId, state: { in: states } },
    data: {
      ...{ state: 'not-sent', reason, ...words, attention: true },
      ...{ liveKey: null, settledAt: nowOf(world), transmittedAt: null, raw: new Uint8Array() },
    },
  })
}

/** Nothing went. The same mail is tried again after a while, and given up after many. */
async function tryLater(
  mail: OutgoingMail,
  state: 'claimed' | 'transmitting',
  response: string,
  world: SendWorld,
) {
  const { id, workspaceId, claimId } = mail
  // Beginning to transmit has counted as a try already.
  const tries = mail.tries + 1
  const wait = nextTryAfterMs(tries)
  if (wait === null) return settleUnsent(mail, [state], 'gave-up', { response }, world)
  const notBefore = new Date(nowOf(world).getTime() + wait)
  await inTransaction(async (tx) => {
    const { count } = await tx.outgoingMail.updateMany({
      where: { id, workspaceId, claimId, state },
      data: { state: 'queued', claimId: null, notBefore, tries, response, transmittedAt: null },
    })
    if (count > 0) await askToSend(tx, mail, notBefore)
  })
}

async function again(mail: OutgoingMail) {
  await inTransaction((tx) => askToSend(tx, mail, mail.notBefore))
}
