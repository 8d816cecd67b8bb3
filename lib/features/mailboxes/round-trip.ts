import type { ImapFlow } from 'imapflow'
import { passwordHintOf } from '#lib/domain/mail/mail-providers.ts'
import type { MailServer } from '#lib/domain/mail/mail-servers.ts'
import type { CheckStep } from '#lib/domain/mail/mailbox-check.ts'
import type { Mailbox } from '#lib/generated/prisma/client.ts'
import { inTime } from '#lib/server/mail/checked-server.ts'
import { imapFailure, openImap } from '#lib/server/mail/imap.ts'
import { MailFailure } from '#lib/server/mail/mail-failure.ts'
import { answerMsOf, type MailWorld } from '#lib/server/mail/mail-world.ts'
import { trySmtp } from '#lib/server/mail/smtp.ts'
import { seeItArrive } from './arrival.ts'
import type { CheckReport } from './check-report.ts'
import { imapLoginOf, imapServerOf, smtpLoginOf, smtpServerOf } from './mailbox-login.ts'
import { sendToOneself } from './send-to-oneself.ts'

/** Signs in to read and to send, sends a mail to oneself and waits for it. Stops at the first step that fails. */
export async function roundTrip(mailbox: Mailbox, report: CheckReport, world: MailWorld) {
  const imap = await attempt(report, 'read', imapServerOf(mailbox), async () => {
    const login = imapLoginOf(mailbox)
    if (!login) throw new MailFailure('no-such-host', '')
    return openImap(login, world)
  })
  if (!imap) return
  try {
    await report.done({ step: 'read', result: 'ok', words: 'The server takes your name and password.' })
    const folders = await attempt(report, 'folders', imapServerOf(mailbox), () => openFolders(imap, world))
    if (!folders) return
    await report.done(folders.step)
    await trySending(mailbox, { imap, junk: folders.junk }, report, world)
  } finally {
    // Saying goodbye may hang with a server that does.
    imap.close()
  }
}

async function trySending(
  mailbox: Mailbox,
  where: { imap: ImapFlow; junk: string | null },
  report: CheckReport,
  world: MailWorld,
) {
  if (!mailbox.sends) {
    await report.done({ step: 'send', result: 'skipped', words: 'This mailbox is for reading only.' })
    return
  }
  const server = smtpServerOf(mailbox)
  const signedIn = await attempt(report, 'send', server, async () => {
    const login = smtpLoginOf(mailbox)
    if (!login) throw new MailFailure('no-such-host', '')
    await trySmtp(login, mailbox.address, world)
    return login
  })
  if (!signedIn) return
  await report.done({ step: 'send', result: 'ok', words: 'The server would send for you.' })
  const mail = await attempt(report, 'mail', server, () => sendToOneself(mailbox, signedIn, report, world))
  if (!mail) return
  await attempt(report, 'arrive', imapServerOf(mailbox), async () => {
    await seeItArrive(where, mail, report, world).catch((error) => {
      throw imapFailure(error, signedIn.password)
    })
    return true
  })
}

/** What other people's servers do wrong becomes a failed step; our own bugs stay bugs. */
async function attempt<T>(
  report: CheckReport,
  step: CheckStep['step'],
  server: MailServer | null,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof MailFailure) || !server) throw error
    const hint = error.kind === 'login' ? passwordHintOf(server.host) : null
    await report.failed(step, error, server, hint)
    return null
  }
}

type Folders = { step: CheckStep; junk: string | null }

async function openFolders(imap: ImapFlow, world: MailWorld): Promise<Folders> {
  try {
    const { exists } = await inTime(imap.mailboxOpen('INBOX', { readOnly: true }), answerMsOf(world))
    const folders = await inTime(imap.list(), answerMsOf(world))
    const folderFor = (use: string) => folders.find(({ specialUse }) => specialUse === use)?.path ?? null
    const inbox = `The inbox is there, with ${exists === 1 ? 'one message' : `${exists} messages`}`
    const step: CheckStep = folderFor('\\Sent')
      ? { step: 'folders', result: 'ok', words: `${inbox}.` }
      : {
          ...{ step: 'folders', result: 'careful', words: `${inbox}, but no folder is marked as Sent.` },
          remedy: 'What you send from your own mail program may not be seen.',
        }
    return { step, junk: folderFor('\\Junk') }
  } catch (error) {
    throw imapFailure(error, '')
  }
}
