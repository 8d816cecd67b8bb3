import { addressParser } from 'postal-mime'
import { headerOf } from '#lib/domain/mail/mail-facts.ts'
import { parseMail } from '#lib/domain/mail/parse-mail.ts'
import { takeUpload, UploadProblem } from '#lib/server/upload.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { takeDigest } from './digest-commands.ts'
import type { MailedProblem } from './mailed-problems.ts'
import { DIGEST_MAX_CHARACTERS } from './request-schema.ts'

/** A mail with pictures in it is taken; only its text is kept. */
const MAIL_MAX_BYTES = 10_000_000

type MailedAnswer = { ok: true; digestId: string } | { ok: false; problem: MailedProblem }

/** Takes in a digest that somebody saved, or forwarded and saved, as a mail. */
export async function takeMailedDigest(scope: WorkspaceScope, request: Request): Promise<MailedAnswer> {
  authorize(scope, 'requests.write')
  try {
    const raw = await takeUpload(request, { maxBytes: MAIL_MAX_BYTES }, ({ bytes }) => allOf(bytes))
    return await takeMail(scope, raw)
  } catch (error) {
    if (!(error instanceof UploadProblem)) throw error
    return { ok: false, problem: error.problem }
  }
}

/** The part behind the upload: a mail's bytes. */
export async function takeMail(scope: WorkspaceScope, raw: Uint8Array): Promise<MailedAnswer> {
  authorize(scope, 'requests.write')
  const facts = await parseMail(raw)
  const isMail = facts.headers.has('from') || facts.headers.has('subject') || facts.headers.has('received')
  if (!isMail) return { ok: false, problem: 'unreadable' }
  const text = facts.text.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed()
  if (text.trim() === '') return { ok: false, problem: 'no-text' }
  if (text.length > DIGEST_MAX_CHARACTERS) return { ok: false, problem: 'too-long' }
  const from = headerOf(facts, 'from')
  const { digestId } = await takeDigest(scope, {
    text,
    mail: {
      subject: plain(facts.subject),
      fromName: plain(nameIn(from)),
      fromAddress: plain(facts.from ?? ''),
      sentAt: facts.date,
    },
  })
  return { ok: true, digestId }
}

function nameIn(from: string): string {
  try {
    return addressParser(from.slice(0, 2_000), { flatten: true })[0]?.name ?? ''
  } catch {
    return ''
  }
}

function plain(text: string): string {
  return text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .toWellFormed()
    .slice(0, 300)
}

async function allOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return Buffer.concat(pieces)
}
