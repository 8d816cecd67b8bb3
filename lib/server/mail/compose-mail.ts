import { createTransport } from 'nodemailer'

export type Letter = {
  from: { name: string; address: string }
  to: { name: string; address: string }
  subject: string
  text: string
  /** Angle brackets included. */
  messageId: string
  date: Date
  inReplyTo?: string
  references?: readonly string[]
  /** To be opened in a mail program as one that is still to be sent. */
  isDraft?: boolean
}

/**
 * The bytes of one plain mail to one person, as they go out and as they are filed: no HTML, nothing that names a program.
 * Line ends are CRLF.
 */
export async function composeMail({ references, isDraft, ...letter }: Letter): Promise<Buffer> {
  const builder = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await builder.sendMail({
    ...letter,
    ...(references ? { references: [...references] } : {}),
    ...(isDraft ? { headers: { 'X-Unsent': '1' } } : {}),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return message as Buffer
}
