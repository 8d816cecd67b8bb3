import { z } from 'zod'
import { type MailReading, readMail } from './read-mail.ts'

export type MailLineAnswer =
  | ({ id: string | number | null } & MailReading)
  | { id: string | number | null; error: string }

const id = z.union([z.string(), z.number()])
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const texts = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? [])
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d.*)?$/, 'not a date like 2026-03-10T09:00:00Z')
  .transform(
    (value) =>
      new Date(/T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(value) || !value.includes('T') ? value : `${value}Z`),
  )
  .refine((value) => !Number.isNaN(value.getTime()), 'not a date like 2026-03-10T09:00:00Z')
const pitch = z.object({
  id,
  messageIds: texts,
  to: texts,
  subject: text,
  sentText: text,
  sentAt: moment.nullish().transform((value) => value ?? null),
})

/** One line of the command line. MAIL.md, section 10. */
const mailLine = z.object({
  id: id.nullish().transform((value) => value ?? null),
  raw: z
    .string()
    .transform((value) => value.replace(/\s+/g, ''))
    .refine((value) => /^[A-Za-z0-9+/_-]*={0,2}$/.test(value), 'not base64'),
  own: z
    .object({ addresses: texts, name: text })
    .nullish()
    .transform((value) => value ?? { addresses: [], name: '' }),
  pitches: z
    .array(pitch)
    .nullish()
    .transform((value) => value ?? []),
})

/** Answers one line: what the mail is, or what is wrong with the line. Never throws. */
export async function readMailLine(line: string): Promise<MailLineAnswer> {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    return { id: null, error: 'This line is not JSON.' }
  }
  const parsed = mailLine.safeParse(read)
  if (!parsed.success) return { id: idOf(read), error: whatIsWrong(parsed.error) }
  const { id: lineId, raw, own, pitches } = parsed.data
  return { id: lineId, ...(await readMail(Buffer.from(raw, 'base64'), own, pitches)) }
}

function idOf(read: unknown): string | number | null {
  const parsed = z.object({ id }).safeParse(read)
  return parsed.success ? parsed.data.id : null
}

function whatIsWrong(error: z.ZodError): string {
  const issue = error.issues[0]
  const where = issue?.path.join('.')
  return where ? `"${where}": ${issue?.message}` : 'This line is no mail: it has to be one JSON object.'
}
