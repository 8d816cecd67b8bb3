import { z } from 'zod'
import { MAIL_SECURITIES, type MailServer, mailHost, securityOfPort } from '#lib/domain/mail/mail-servers.ts'
import { addressKey, checkMailAddress } from '#lib/domain/mail-address.ts'
import { id, line, optionalLine, tick, timeZone } from '../form-fields.ts'

/** FACTS.md section 6: new first pitches of a member and a day; may be fewer. */
export const DAILY_CAP_MOST = 15
const ALIASES_MOST = 20
const PASSWORD_MAX_CHARACTERS = 1000

const address = z.string({ error: 'Please type your e-mail address.' }).transform((typed, context) => {
  const checked = checkMailAddress(typed)
  if (checked.ok) return { address: checked.address, key: addressKey(checked.address) }
  context.addIssue({ code: 'custom', message: checked.error })
  return z.NEVER
})

const aliases = z
  .string()
  .max(10_000, 'That is too long a list.')
  .optional()
  .default('')
  .transform((typed, context) => {
    const entries = typed.split(/[\n,]/).map((entry) => entry.trim())
    const checked = entries.filter(Boolean).map((entry) => ({ entry, answer: checkMailAddress(entry) }))
    for (const { entry, answer } of checked)
      if (!answer.ok) context.addIssue({ code: 'custom', message: `${entry.slice(0, 100)}: ${answer.error}` })
    if (checked.length > ALIASES_MOST)
      context.addIssue({ code: 'custom', message: `At most ${ALIASES_MOST} addresses, please.` })
    return [...new Set(checked.flatMap(({ answer }) => (answer.ok ? [answer.address] : [])))]
  })

const host = z
  .string()
  .optional()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return null
    const known = mailHost(typed)
    if (known) return known
    context.addIssue({ code: 'custom', message: 'A server has a name like mail.example.com.' })
    return z.NEVER
  })

const port = z
  .string()
  .optional()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return null
    const number = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : 0
    if (number >= 1 && number <= 65_535) return number
    context.addIssue({ code: 'custom', message: 'A port is a number like 993.' })
    return z.NEVER
  })

const security = z
  .union([z.literal(''), z.enum(MAIL_SECURITIES)], { error: 'That choice is not in the list.' })
  .optional()
  .transform((value) => value || null)

const password = z
  .string({ error: 'Please type the password.' })
  .max(PASSWORD_MAX_CHARACTERS, `Please keep this under ${PASSWORD_MAX_CHARACTERS} characters.`)

const settings = {
  name: line('your name', { max: 100 }),
  aliases,
  sends: tick(),
  imapHost: host,
  imapPort: port,
  imapSecurity: security,
  imapUser: optionalLine(320),
  smtpHost: host,
  smtpPort: port,
  smtpSecurity: security,
  smtpUser: optionalLine(320),
  smtpPassword: password.optional().default(''),
  dailyCap: z.coerce
    .number('Please type a number.')
    .int('Please type a whole number.')
    .min(1, 'At least 1 a day.')
    .max(DAILY_CAP_MOST, `At most ${DAILY_CAP_MOST} a day: each is to be written by a person.`),
  timeZone: timeZone(),
}

export const connectMailboxSchema = z
  .object({ address, password: password.min(1, 'Please type the password.'), ...settings })
  .transform(withServers)

export const changeMailboxSchema = z
  .object({ mailboxId: id('a mailbox'), password: password.optional().default(''), ...settings })
  .transform(withServers)

export const mailboxIdSchema = z.object({ mailboxId: id('a mailbox') })

export type ConnectMailboxInput = z.output<typeof connectMailboxSchema>
export type ChangeMailboxInput = z.output<typeof changeMailboxSchema>

type Typed = {
  imapHost: string | null
  imapPort: number | null
  imapSecurity: MailServer['security'] | null
  smtpHost: string | null
  smtpPort: number | null
  smtpSecurity: MailServer['security'] | null
}

/** A server whose name is left empty is looked for. A port says what protects it, and the other way round. */
function withServers<Input extends Typed>(input: Input) {
  const { imapHost, imapPort, imapSecurity, smtpHost, smtpPort, smtpSecurity, ...rest } = input
  return {
    ...rest,
    imap: serverOf(imapHost, imapPort, imapSecurity, { tls: 993, starttls: 143 }),
    smtp: serverOf(smtpHost, smtpPort, smtpSecurity, { tls: 465, starttls: 587 }),
  }
}

function serverOf(
  host: string | null,
  port: number | null,
  security: MailServer['security'] | null,
  ports: { tls: number; starttls: number },
): MailServer | null {
  if (host === null) return null
  const known = port ?? (security === 'tls' || security === null ? ports.tls : ports.starttls)
  return { host, port: known, security: security ?? securityOfPort(known) }
}
