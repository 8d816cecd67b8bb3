import { addressKey } from '../mail-address.ts'
import { foldText, withoutAccents } from '../text/fold-text.ts'
import { type BounceMeaning, betterStatus, readBounceMeaning, statusInWords } from './bounce-meaning.ts'
import { isReportOf, type ReportedRecipient, readDeliveryReport } from './delivery-report.ts'
import { headerOf, type MailFacts } from './mail-facts.ts'

/** What became of a mail of ours: it failed, it is late, or it arrived (a notice nobody need act on). */
export type DeliveryNotice = {
  kind: 'bounce' | 'delay' | 'receipt'
  recipient: string | null
  status: string | null
  meaning: BounceMeaning | null
}

const DAEMON =
  /^(?:mailer[-_.]?daemon|mail[-_.]?daemon|postmaster|mdaemon|mail-?delivery(?:-?sub-?system|-?system)?|microsoftexchange[0-9a-f]{8,40}|bounces?|mail-?system|delivery)@/i
const DAEMON_NAME = /mail delivery (?:sub-?)?system|mailer-daemon|mail administrator|microsoft outlook/i
const FAILED =
  /undeliver(?:ed|able)|unzustellbar|nicht zugestellt|delivery (?:status notification ?\(fail|(?:has )?fail|problem|report|unsuccessful)|failure notice|failed delivery|failure delivery|mail delivery (?:fail|error)|delivery error|returned (?:mail|to sender|message)|message (?:not delivered|undelivered|could not be delivered|rejected)|returning message to sender|(?:couldn't|could not|can't|cannot|was not|wasn't|not able to|unable to) (?:be )?deliver|non remis|echec de (?:la )?remise|no se (?:puede|pudo) entregar|no entregado|devuelto|mancato recapito|mancata consegna|impossibile recapitare|onbestelbaar|niet bezorgd|nao (?:foi )?entregue|nie (?:mozna )?dostarcz|niedostarczon|kunde inte levereras|olevererbart|не доставлено|недоставлен|无法投递|退信|配信不能/
const DELAYED =
  /\bdelay(?:ed)?\b|warning: (?:could not send|message)|still being retried|will (?:continue|keep) (?:to try|trying)|will be retried|not yet been delivered|do(?: not| n't|n't) need to resend|verzoger|retarde|retraso|ritardo|vertraagd/

/** A notice about a mail of ours: a report by RFC 3464, or a mail server's own words where it makes no report. */
export function readDeliveryNotice(
  facts: MailFacts,
  known: ReadonlySet<string>,
  own: ReadonlySet<string>,
): DeliveryNotice | null {
  const reported = readDeliveryReport(facts)
  const isReport = isReportOf(facts, 'delivery-status')
  if (reported && reported.length > 0 && (isReport || isFromDaemon(facts)))
    return noticeOf(reported, facts, known)
  if (!isReport && !isFromDaemon(facts)) return null
  return noticeInWords(facts, known, own, isReport)
}

function noticeOf(
  reported: readonly ReportedRecipient[],
  facts: MailFacts,
  known: ReadonlySet<string>,
): DeliveryNotice {
  const failed = reported.filter(hasFailed)
  const late = reported.filter(({ action, status }) => action === 'delayed' || (!action && is(status, '4')))
  const [kind, among] =
    failed.length > 0
      ? (['bounce', failed] as const)
      : late.length > 0
        ? (['delay', late] as const)
        : (['receipt', reported] as const)
  const about = among.find((recipient) => addressesOf(recipient).some((one) => known.has(addressKey(one))))
  const chosen = about ?? among[0]
  if (!chosen) return { kind, recipient: null, status: null, meaning: null }
  const known_ = addressesOf(chosen).find((one) => known.has(addressKey(one)))
  const words = chosen.diagnostic === '' ? facts.text : chosen.diagnostic
  const status = betterStatus(chosen.status, words)
  return {
    kind,
    recipient: known_ ?? chosen.final ?? chosen.original ?? failedHeader(facts),
    status,
    meaning: kind === 'bounce' ? meaningOf(status, chosen.diagnostic, facts.text) : null,
  }
}

/** What the other server said, first; the words the report wraps it in only where that says nothing. */
function meaningOf(status: string | null, diagnostic: string, text: string): BounceMeaning | null {
  return readBounceMeaning(status, diagnostic) ?? readBounceMeaning(status, reportWords(text))
}

function noticeInWords(
  facts: MailFacts,
  known: ReadonlySet<string>,
  own: ReadonlySet<string>,
  isReport: boolean,
): DeliveryNotice | null {
  const words = reportWords(facts.text)
  const subject = plain(facts.subject)
  const body = plain(words)
  const hasFailedHeader = failedHeader(facts) !== null
  const saysLate = DELAYED.test(subject) || (!hasFailedHeader && !FAILED.test(subject) && DELAYED.test(body))
  const saysFailed = isReport || hasFailedHeader || FAILED.test(subject) || FAILED.test(body)
  if (!saysLate && !saysFailed) return null
  const recipient = failedHeader(facts) ?? addressInWords(words, known, own)
  const status = statusInWords(words)
  if (saysLate) return { kind: 'delay', recipient, status, meaning: null }
  return { kind: 'bounce', recipient, status, meaning: readBounceMeaning(status, words) }
}

function hasFailed({ action, status }: ReportedRecipient): boolean {
  return action === 'failed' || (action === '' && is(status, '5'))
}

function is(status: string | null, kind: string): boolean {
  return status?.startsWith(`${kind}.`) ?? false
}

function addressesOf({ final, original }: ReportedRecipient): string[] {
  return [final, original].filter((one) => one !== null)
}

export function isFromDaemon(facts: MailFacts): boolean {
  const from = headerOf(facts, 'from').slice(0, 1_000)
  const nobody = /^\s*<\s*>/.test(headerOf(facts, 'return-path'))
  return (
    DAEMON.test(facts.from ?? '') || (DAEMON_NAME.test(from) && (nobody || FAILED.test(plain(facts.subject))))
  )
}

/** X-Failed-Recipients, as Exim, qmail and Gmail set it. */
function failedHeader(facts: MailFacts): string | null {
  const first = headerOf(facts, 'x-failed-recipients')
    .slice(0, 1_000)
    .split(/[,\s]+/)
    .find((one) => one.includes('@'))
  return first?.replace(/[<>]/g, '') ?? null
}

const COPY_BELOW =
  /\n[ \t>]{0,8}-{2,40}[ \t]?(?:below this line|this is a copy|original message|the header of the original|returned message|included is a copy|message header|unsent message|mail text|ursprungliche)/i
const ADDRESSES = /[^\s<>"'(),;:[\]]{1,64}@[^\s<>"'(),;:[\]]{1,255}/g
const LONGEST_REPORT = 20_000
const MOST_ADDRESSES = 200

/** The server's own words, before the copy of our mail that many put below them. */
function reportWords(text: string): string {
  const start = text.slice(0, LONGEST_REPORT)
  const copy = COPY_BELOW.exec(start)
  return copy ? start.slice(0, copy.index) : start
}

function addressInWords(words: string, known: ReadonlySet<string>, own: ReadonlySet<string>): string | null {
  const named = (words.match(ADDRESSES) ?? []).slice(0, MOST_ADDRESSES).map((one) => one.replace(/\.+$/, ''))
  const ours = named.find((one) => known.has(addressKey(one)))
  return ours ?? named.find((one) => !own.has(addressKey(one)) && !DAEMON.test(one)) ?? null
}

function plain(text: string): string {
  return withoutAccents(foldText(text.slice(0, LONGEST_REPORT)))
}
