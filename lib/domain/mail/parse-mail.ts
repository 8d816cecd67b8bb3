import PostalMime, { addressParser, decodeWords, type Email } from 'postal-mime'
import { addressInBrokenFrom, bodyBehindHeaders, decodeUnnamed, readHeaderBlock } from './header-block.ts'
import { textOfHtmlMail } from './html-mail-text.ts'
import { headerOf, type MailFacts, type MailPart, plainContentType } from './mail-facts.ts'
import { firstLines, readPlainMessage } from './plain-body.ts'
import { withNamedCharset } from './unnamed-charset.ts'

const EVIDENCE =
  /^(?:message\/(?:delivery-status|global-delivery-status|disposition-notification|rfc822|global|rfc822-headers|global-headers)|text\/rfc822(?:-headers)?)$/
/** What a decoder writes where the letters are not what they were said to be. */
const UNREAD = '\ufffd'
const LONGEST_HEAD = 256 * 1024
const LONGEST_PART = 512 * 1024
const MOST_PARTS = 50
const LONGEST_ENCODED = 20_000

/**
 * Takes a message apart. Never throws: where the MIME is broken or too deep, what the headers say is kept
 * and `isWhole` is false. An empty message is not whole either.
 */
export async function parseMail(raw: Uint8Array): Promise<MailFacts> {
  const email = await parsed(raw)
  const headers = decodedHeaders(email ? headersOf(email) : readHeaderBlock(headOf(raw)), raw)
  const date = new Date(headerOf({ headers }, 'date'))
  return {
    headers,
    from: senderOf(headers),
    subject: headerOf({ headers }, 'subject'),
    date: Number.isNaN(date.getTime()) ? null : date,
    text: email ? textOf(email, headers, raw) : '',
    parts: email ? evidenceOf(email) : [],
    isWhole: email !== null && headers.size > 0,
  }
}

async function parsed(raw: Uint8Array): Promise<Email | null> {
  // An undefined or empty input is an empty mail to the parser, which nobody sent.
  if (raw.length === 0) return null
  try {
    const plain = readPlainMessage(raw)
    if (plain) {
      const email = await PostalMime.parse(plain.head)
      return plain.isHtml ? { ...email, html: plain.body } : { ...email, text: plain.body }
    }
    const start = firstLines(raw)
    const email = await PostalMime.parse(start, { forceRfc822Attachments: true })
    const isUnread = `${email.text ?? ''}${email.html ?? ''}`.includes(UNREAD)
    const mended = isUnread ? withNamedCharset(start) : null
    return mended ? await PostalMime.parse(mended, { forceRfc822Attachments: true }) : email
  } catch {
    return null
  }
}

function headersOf(email: Email): Map<string, string[]> {
  const headers = new Map<string, string[]>()
  for (const { key, value } of email.headers) {
    const values = headers.get(key) ?? []
    values.push(value)
    headers.set(key, values)
  }
  return headers
}

/** Only the subject is read by people; From must be taken apart before it is decoded. */
function decodedHeaders(headers: Map<string, string[]>, raw: Uint8Array): Map<string, string[]> {
  let subject = headers.get('subject')?.[0]
  if (subject?.includes(UNREAD)) subject = readHeaderBlock(headOf(raw)).get('subject')?.[0] ?? subject
  if (subject !== undefined) headers.set('subject', [decodedWords(subject)])
  return headers
}

/** The headers alone, so that a body in other letters does not decide what letters they are in. */
function headOf(raw: Uint8Array): string {
  const start = raw.subarray(0, LONGEST_HEAD)
  const end = /\r?\n\r?\n/.exec(Buffer.from(start).toString('latin1'))
  return decodeUnnamed(end ? start.subarray(0, end.index) : start)
}

function decodedWords(value: string): string {
  const start = value.slice(0, LONGEST_ENCODED)
  try {
    return decodeWords(start)
  } catch {
    return start
  }
}

function senderOf(headers: ReadonlyMap<string, readonly string[]>): string | null {
  const value = headers.get('from')?.[0]
  if (!value) return null
  const looksLikeOne = (address: string | undefined) => address && /^[^\s<>"]+@[^\s<>"@]+$/.test(address)
  try {
    const first = addressParser(value.slice(0, LONGEST_ENCODED), { flatten: true })[0]?.address
    if (first && looksLikeOne(first)) return first
  } catch {
    // Read by its letters, below.
  }
  return addressInBrokenFrom(value)
}

function textOf(email: Email, headers: ReadonlyMap<string, readonly string[]>, raw: Uint8Array): string {
  if (email.text && email.text.trim() !== '') return email.text
  if (email.html) return htmlText(email.html)
  const type = plainContentType(headerOf({ headers }, 'content-type'))
  // A multipart whose boundary is nowhere to be found: what was written is still there, only not in parts.
  if (type.startsWith('multipart/') && email.attachments.length === 0) {
    return bodyBehindHeaders(decodeUnnamed(raw.subarray(0, LONGEST_PART)))
  }
  return ''
}

function htmlText(html: string): string {
  try {
    return textOfHtmlMail(html)
  } catch {
    return ''
  }
}

function evidenceOf(email: Email): MailPart[] {
  return email.attachments
    .filter(({ mimeType }) => EVIDENCE.test(mimeType))
    .slice(0, MOST_PARTS)
    .map(({ mimeType, content }) => ({
      type: mimeType,
      text:
        typeof content === 'string'
          ? content.slice(0, LONGEST_PART)
          : decodeUnnamed(new Uint8Array(content as ArrayBuffer).subarray(0, LONGEST_PART)),
    }))
}
