import { setTimeout as pause } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import type { CheckStep } from '#lib/domain/mail/mailbox-check.ts'
import { type ReceiverVerdict, receiverVerdict } from '#lib/domain/mail/receiver-verdict.ts'
import { inTime } from '#lib/server/mail/checked-server.ts'
import { answerMsOf, type MailWorld } from '#lib/server/mail/mail-world.ts'
import type { CheckReport } from './check-report.ts'
import type { TestMail } from './send-to-oneself.ts'

const ARRIVAL_MS = 60_000
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 3000
/** Junk is looked into every so many times. */
const JUNK_EVERY = 4

type Where = { imap: ImapFlow; junk: string | null }

/** Waits for the mail to oneself, and reads what the receiving server wrote on it. Where it went to junk, that is said. */
export async function seeItArrive(where: Where, mail: TestMail, report: CheckReport, world: MailWorld) {
  const seen = await waitFor(where, mail, world)
  if (!seen) {
    await report.done({
      step: 'arrive',
      result: 'failed',
      words: 'It was sent, and did not come back within a minute.',
      remedy:
        'Look for it in your mail program. If it is there, these are not the same mailbox; if not, try again later.',
    })
    return
  }
  await report.done(
    seen.isJunk
      ? {
          ...{ step: 'arrive', result: 'careful', words: 'It arrived, but among the junk.' },
          remedy: 'Mark it as no junk there. Other people may find your mail in their junk, too.',
        }
      : { step: 'arrive', result: 'ok', words: 'It is in your inbox.' },
  )
  await report.done(verdictStep(receiverVerdict(seen.headers)))
}

type Seen = { headers: string; isJunk: boolean }

async function waitFor({ imap, junk }: Where, mail: TestMail, world: MailWorld): Promise<Seen | null> {
  const until = performance.now() + (world.arrivalMs ?? ARRIVAL_MS)
  const look = (folder: string) => inTime(lookInto(imap, folder, mail), answerMsOf(world))
  for (let time = 0, wait = FIRST_PAUSE_MS; ; time += 1, wait = Math.min(wait * 1.5, LONGEST_PAUSE_MS)) {
    const isLast = performance.now() >= until
    const headers = await look('INBOX')
    if (headers !== null) return { headers, isJunk: false }
    if (junk && (isLast || time % JUNK_EVERY === JUNK_EVERY - 1)) {
      const found = await look(junk)
      if (found !== null) return { headers: found, isJunk: true }
    }
    if (isLast) return null
    await pause(wait)
  }
}

/** The headers of the mail, where it is in that folder. Nothing in it is changed, not even that it was read. */
async function lookInto(imap: ImapFlow, folder: string, mail: TestMail): Promise<string | null> {
  await imap.mailboxOpen(folder, { readOnly: true })
  const found = (await imap.search({ header: { 'message-id': mail.messageId } }, { uid: true })) || []
  const uids = found.length > 0 ? found : (await imap.search({ subject: mail.code }, { uid: true })) || []
  const uid = uids.at(-1)
  if (uid === undefined) return null
  const message = (await imap.fetchOne(String(uid), { headers: true }, { uid: true })) || null
  return message?.headers?.toString('latin1') ?? null
}

function verdictStep(verdict: ReceiverVerdict): CheckStep {
  const named = (['spf', 'dkim', 'dmarc'] as const).flatMap((method) =>
    verdict[method] === null ? [] : [{ method: method.toUpperCase(), result: verdict[method] }],
  )
  const signed =
    verdict.signedBy.length > 0
      ? ` It is signed by ${verdict.signedBy.join(' and ')}.`
      : ' It carries no signature (DKIM).'
  if (named.length === 0)
    return {
      ...{ step: 'verdict', result: 'skipped' },
      words: `Your server does not say what it thinks of mail it gives to itself.${signed}`,
    }
  const words = `${named.map(({ method, result }) => `${method}: ${result}`).join(', ')}.${signed}`
  const wrong = named.filter(({ result }) => result !== 'pass' && result !== 'none')
  if (wrong.length === 0) return { step: 'verdict', result: 'ok', words }
  return {
    ...{ step: 'verdict', result: 'careful', words },
    remedy:
      'Your provider can tell you which DNS records are missing. Until then some of your mail may end as junk.',
  }
}
