import { Readable } from 'node:stream'
import { judgeSendFailure, messageIdsIn, type SendVerdict } from '#lib/domain/mail/send-verdict.ts'
import type { MailLogin } from '#lib/server/mail/imap.ts'
import { saidBy } from '#lib/server/mail/mail-failure.ts'
import { nowOf } from '#lib/server/mail/mail-world.ts'
import { openSmtp, smtpFailure } from '#lib/server/mail/smtp.ts'
import type { SendWorld } from './send-world.ts'

/** Some servers look through a mail for a while before they say yes: their silence is waited for longer than elsewhere. */
const ANSWER_MS = 60_000
const WHOLE_MS = 120_000
/** A computer that slept in between does not go on with what was decided before. */
const BEGIN_WITHIN_MS = 30_000

export type Transmitted =
  | { went: 'sent'; response: string; mailIds: string[] }
  | { went: SendVerdict; said: string; isLogin: boolean }

const tooLate: Transmitted = { went: 'later', said: 'It took too long to begin.', isLogin: false }

type Letter = { fromAddress: string; toAddress: string; raw: Uint8Array }

/**
 * One mail to one person, once. Never throws: what came of it is a value, and when it returns nothing is under way any more.
 *
 * @param decidedAt when it was last asked whether it may go
 */
export async function transmit(
  mail: Letter,
  login: MailLogin,
  decidedAt: Date,
  world: SendWorld,
): Promise<Transmitted> {
  const answerMs = world.answerMs ?? ANSWER_MS
  const body = { wasRead: false }
  try {
    const transport = await openSmtp(login, mail.fromAddress, { ...world, answerMs })
    if (nowOf(world).getTime() - decidedAt.getTime() > BEGIN_WITHIN_MS) return tooLate
    try {
      const { response } = await transport.sendMail({
        envelope: { from: mail.fromAddress, to: [mail.toAddress] },
        raw: readOnce(mail.raw, () => {
          body.wasRead = true
          world.at?.('first-byte')
        }),
        // Ends the connection: what is given up is not still going out.
        signal: AbortSignal.timeout(Math.min(WHOLE_MS, 3 * answerMs)),
      })
      return { went: 'sent', response: saidBy(response, login.password), mailIds: messageIdsIn(response) }
    } finally {
      transport.close()
    }
  } catch (error) {
    const { responseCode } = error as { responseCode?: number }
    const failure = smtpFailure(error, login.password)
    return {
      went: judgeSendFailure({ code: responseCode, wasRead: body.wasRead }),
      said: failure.said,
      isLogin: failure.kind === 'login',
    }
  }
}

/** The bytes, with a note of whether anybody ever asked for them. */
function readOnce(raw: Uint8Array, onRead: () => void): Readable {
  const stream = new Readable({
    read() {
      onRead()
      this.push(raw)
      this.push(null)
    },
  })
  return stream
}
