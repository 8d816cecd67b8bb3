import { createHash } from 'node:crypto'
import { subjectBehindAutoReply } from '#lib/domain/mail/auto-reply.ts'
import { isFromDaemon } from '#lib/domain/mail/bounce.ts'
import { houseOfAddress } from '#lib/domain/mail/free-mail-providers.ts'
import { headerOf, type MailFacts, plainContentType } from '#lib/domain/mail/mail-facts.ts'
import { readSubject, subjectsBehind } from '#lib/domain/mail/mail-subject.ts'
import { addressKey } from '#lib/domain/mail-address.ts'

/** What a mail's headers say, as the database can be asked for it. */
export type MailTraits = {
  /** Message-IDs it answers. */
  ids: string[]
  /** Key of the sender's address, and the domain their house has where it is nobody else's. */
  sender: string | null
  house: string | null
  /** What its subject may be under our own; none where it carries no prefix, so that it answers nothing. */
  subjects: string[]
}

const MOST_IDS = 100
const LONGEST_ID = 500

export function traitsOf(facts: MailFacts): MailTraits {
  const behind = subjectBehindAutoReply(facts.subject)
  const { isReply, isForward } = readSubject(facts.subject)
  const isAbout = isReply || isForward || behind !== facts.subject
  return {
    ids: idsIn(`${headerOf(facts, 'in-reply-to')} ${headerOf(facts, 'references')}`),
    sender: facts.from === null ? null : addressKey(facts.from),
    house: facts.from === null ? null : houseOfAddress(facts.from),
    subjects: isAbout ? subjectsBehind(behind) : [],
  }
}

/** Whether it is a mail server's word on a mail of ours: of which one, only its body tells. */
export function looksLikeNotice(facts: MailFacts): boolean {
  const type = plainContentType(headerOf(facts, 'content-type'))
  return (
    (type.startsWith('multipart/report') && !type.includes('report-type=disposition-notification')) ||
    facts.headers.has('x-failed-recipients') ||
    isFromDaemon(facts)
  )
}

/** Message-IDs in a text, brackets included, the latest first; also those that a mail program broke in two. */
export function idsIn(text: string): string[] {
  const found = [...text.matchAll(/<\s*([^\s<>]{1,500}@[^<>]{1,500})>/g)].map(([, id = '']) =>
    `<${id.replace(/\s+/g, '')}>`.slice(0, LONGEST_ID),
  )
  const bare = [...text.matchAll(/(?:^|[\s,;"'])([^\s<>"',;]{1,250}@[^\s<>"',;]{1,250})(?=$|[\s,;"'])/g)].map(
    ([, id = '']) => `<${id}>`,
  )
  return [...new Set([...found, ...bare])].slice(-MOST_IDS).reverse()
}

/** The Message-IDs a mail goes by itself; its server may have put its own in place of the first. */
export function ownIdsOf(facts: MailFacts): string[] {
  const names = ['message-id', 'x-microsoft-original-message-id', 'x-google-original-message-id']
  return [...new Set(names.flatMap((name) => idsIn(headerOf(facts, name)).slice(0, 1)))]
}

/** What a mail is known again by in a mailbox, whatever folder and number it has: a hash, so that nothing is told by it. */
export function messageKeyOf(facts: MailFacts, head: Uint8Array): string {
  const [id] = ownIdsOf(facts)
  const hash = createHash('sha256')
  return id
    ? hash.update(`id ${id.toLowerCase()}`).digest('hex')
    : hash.update('head ').update(head).digest('hex')
}
