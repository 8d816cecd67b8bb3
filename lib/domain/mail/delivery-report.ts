import { headerOf, type MailFacts, plainContentType } from './mail-facts.ts'

/** What a report says of one recipient (RFC 3464, section 2.3). */
export type ReportedRecipient = {
  /** The address that failed, and the one we wrote to where that is another. */
  final: string | null
  original: string | null
  action: string
  status: string | null
  diagnostic: string
}

const REPORT_PART = /^message\/(?:global-)?delivery-status$/
const ADDRESS = /[^\s<>"'(),;:[\]]{1,64}@[^\s<>"'(),;[\]]{1,255}/
const STATUS = /[245]\.\d{1,3}\.\d{1,3}/
const MOST_RECIPIENTS = 200
const LONGEST_FIELD = 4_000

/** The recipients of a delivery report, or null where the message brings none. */
export function readDeliveryReport(facts: MailFacts): ReportedRecipient[] | null {
  const report = facts.parts.find(({ type }) => REPORT_PART.test(type))
  if (!report) return null
  return blocksOf(report.text)
    .map(recipientOf)
    .filter(({ action, status, final, original }) => action !== '' || status !== null || final || original)
    .slice(0, MOST_RECIPIENTS)
}

/** Whether the message as a whole says it is a report of this kind (RFC 6522). */
export function isReportOf(facts: MailFacts, kind: string): boolean {
  const type = plainContentType(headerOf(facts, 'content-type'))
  return type.startsWith('multipart/report') && type.includes(`report-type=${kind}`)
}

/** Blocks of fields between empty lines, unfolded. The first is about the message, the others about recipients. */
function blocksOf(text: string): Map<string, string>[] {
  const blocks: Map<string, string>[] = []
  let block: Map<string, string> | null = null
  let last = ''
  for (const raw of text.split('\n')) {
    const line = raw.slice(0, LONGEST_FIELD).trimEnd()
    if (line === '') {
      block = null
      continue
    }
    if (/^[ \t]/.test(line) && block && last !== '') {
      const value = block.get(last) ?? ''
      if (value.length < LONGEST_FIELD) block.set(last, `${value} ${line.trim()}`)
      continue
    }
    const colon = line.indexOf(':')
    if (colon < 1) continue
    if (!block) {
      block = new Map()
      blocks.push(block)
    }
    last = line.slice(0, colon).trim().toLowerCase()
    if (!block.has(last)) block.set(last, line.slice(colon + 1).trim())
  }
  return blocks
}

function recipientOf(block: ReadonlyMap<string, string>): ReportedRecipient {
  return {
    final: addressIn(block.get('final-recipient')),
    original: addressIn(block.get('original-recipient')),
    action: /^[a-z]+/.exec((block.get('action') ?? '').toLowerCase())?.[0] ?? '',
    status: STATUS.exec(block.get('status') ?? '')?.[0] ?? null,
    diagnostic: block.get('diagnostic-code') ?? '',
  }
}

/** "rfc822; anna@example.com", also with brackets; xtext's "+40" is an @. */
function addressIn(value: string | undefined): string | null {
  const written = (value ?? '').replace(/^[^;@]{0,40};/, '').replace(/\+40/g, '@')
  return ADDRESS.exec(written.slice(0, 1_000))?.[0]?.replace(/\.$/, '') ?? null
}
