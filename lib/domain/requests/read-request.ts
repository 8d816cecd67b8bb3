import type { Condition } from './condition-kinds.ts'
import { findConditions } from './find-conditions.ts'
import { deadlineInWords, journalistIn, outletIn, replyAddressIn, topicIn } from './free-words.ts'
import { type DeadlineContext, type ReadDeadline, readDeadline } from './read-deadline.ts'
import { labelledFields } from './request-fields.ts'
import { REQUEST_HASHTAG } from './request-layouts.ts'

/** A request as it was read. What could not be read is empty; the text it was read from is kept beside it. */
export type ReadRequest = {
  outlet: string
  journalist: string
  /** A mail address, a web address or a handle. */
  replyTo: string
  topic: string
  question: string
  deadline: ReadDeadline | null
  conditions: Condition[]
}

export type RequestContext = DeadlineContext & {
  /** Of the mail it came in, where it is the request itself and no digest. */
  subject?: string
  from?: { name: string; address: string } | null
}

export const REQUEST_LINE_MAX = 300
export const REQUEST_QUESTION_MAX = 20_000

/** Reads one request: by its labels where it has some, else by the words people use. It never guesses in silence. */
export function readRequest(text: string, context: RequestContext): ReadRequest {
  const fields = labelledFields(text)
  const isLabelled = fields.query !== undefined || fields.title !== undefined
  const question = isLabelled ? (fields.query ?? '') : withoutHeaders(text)
  const said = isLabelled ? '' : question
  const written = [fields.deadline, fields.deadlineTime, fields.zone].filter(Boolean).join(' ')
  const deadlineWords = written || deadlineInWords(question)
  return {
    outlet: oneLine(fields.outlet || outletIn(said)),
    journalist: oneLine(
      nameAlone(fields.journalist) || journalistIn(said) || (context.from?.name ?? nameInHeader(text)),
    ),
    replyTo:
      replyAddressIn(fields.replyTo ?? '') || oneLine(fields.replyTo ?? '') || replyFrom(text, context),
    topic: oneLine(
      fields.title ||
        subjectOf(context.subject ?? headerIn(text, 'subject')) ||
        fields.category ||
        topicIn(question),
    ),
    question: question.trim().slice(0, REQUEST_QUESTION_MAX),
    deadline: deadlineWords ? readDeadline(deadlineWords, context) : null,
    conditions: findConditions(isLabelled ? question : said, fields.requirements),
  }
}

function replyFrom(text: string, { from }: RequestContext): string {
  return (
    replyAddressIn(text, { mayBeHandle: REQUEST_HASHTAG.test(text.slice(0, 5_000)) }) || (from?.address ?? '')
  )
}

/** "Jo Reed (jo@paper.example)" is a name and an address. */
function nameAlone(written: string | undefined): string {
  return (written ?? '')
    .replace(/[<(]?[^\s@<>()]{1,64}@[^\s@<>()]{1,100}[>)]?/g, '')
    .replace(/[\s,;|–-]+$/, '')
    .trim()
}

const HEADER = /^(?:from|to|cc|date|sent|subject|reply-to|received|message-id|mime-version|content-type)\s?:/i
const HEADER_LINES = 12

/** What one of the lines above a forwarded mail says; empty where there is none. */
function headerIn(text: string, name: string): string {
  const lines = text.slice(0, 4_000).split(/\r\n|\r|\n/, HEADER_LINES)
  const line = lines.find((each) => each.trimStart().toLowerCase().startsWith(`${name}:`))
  return line?.slice(line.indexOf(':') + 1).trim() ?? ''
}

/** "Re: Fwd: Shops that lend" is about shops that lend. */
function subjectOf(written: string): string {
  return written.replace(/^(?:(?:re|fwd?|aw|wg)\s?:\s*){1,6}/i, '').trim()
}

function nameInHeader(text: string): string {
  const from = headerIn(text, 'from')
  const name = from.includes('<') ? from.slice(0, from.indexOf('<')) : ''
  return name.replaceAll('"', '').trim()
}

/** The lines a mail program puts above what it forwards. */
function withoutHeaders(text: string): string {
  const lines = text.slice(0, REQUEST_QUESTION_MAX * 2).split(/\r\n|\r|\n/)
  let last = -1
  for (let at = 0; at < Math.min(lines.length, HEADER_LINES); at += 1)
    if (HEADER.test(lines[at] ?? '')) last = at
  return lines.slice(last + 1).join('\n')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, REQUEST_LINE_MAX)
}
