import { foldText, withoutAccents } from '../text/fold-text.ts'
import type { OwnMailbox } from './mail-facts.ts'

/** How surely a line announces a quote: `strong` even where no ">" follows, `weak` only where one does. */
export type Headline = { from: number; to: number; strength: 'strong' | 'weak' }

const LONGEST = 400
const MOST_LINES = 4

// "wrote", as mail programs write it above a quote; folded, without accents.
const WROTE =
  /(?:^|[\s,>)"'\]*_])(?:wrote|writes|has written|schrieb|hat (?:.{0,120} )?(?:folgendes )?geschrieben|schrieben|a ecrit|ecrit|ecrivait|escribio|ha escrito|escribe|ha scritto|scrive|scrisse|schreef|heeft (?:.{0,120} )?(?:het volgende )?geschreven|het volgende geschreven|escreveu|escrevera|escreve|napisal(?:\(a\)|a)?|napisala|pisze|skrev|skriver|kirjoitti|napsal(?:\(a\)|a)?|napisal(?:\(a\)|a)?|irta|ezt irta|yazdi|sunlari yazdi|a scris|пишет|написала?|написал\(а\)|пише|εγραψε)(?=$|[\s:,*_(])|写道|寫道|のメール|が書きました|님이 작성/u
// What such a line begins with.
const STARTS =
  /^[*_"'(]{0,3}(?:on|am|le|el|il(?: giorno)?|op|em|w dniu|dnia|den|pa|dne|tarihinde|in data|in een bericht van|a (?:lun|mar|mie|jue|vie|sab|dom)|(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|mie|jeu|jue|ven|vie|sam|sab|dim|dom|gio|ter|qua|qui|sex|seg|pon|wt|sr|czw|pt|sob|niedz|ndz|man|tis|ons|tor|fre|lor|lau|ma|ti|ke|to|pe|la|su|po|ut|st|ct|pa|so|ne|пн|вт|ср|чт|пт|сб|вс)[a-z]{0,8}[.,]{0,2})[\s,]|^\d{1,4}[-./年]|^в\s/u
const HAS_ADDRESS = /[^\s<>@]{1,64}@[^\s<>@]{1,255}/
const HAS_DATE =
  /\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b\d{1,2}\.? (?:de )?\p{L}{3,10}|\p{L}{3,10} \d{1,2}\b|\d{1,4}年/u

/**
 * The line or lines that announce a quote and end at line `end`: "On 3 May, Ana wrote:", in a dozen languages, also broken
 * over lines. Our own name or address in it makes up for a language not known here. Looks back four lines at most.
 */
export function headlineEndingAt(lines: readonly string[], end: number, own: OwnMailbox): Headline | null {
  const last = lines[end] ?? ''
  if (last.length > LONGEST || !/[:：]\s*[*_]{0,2}\s*$/.test(last.slice(-12))) return null
  let joined = ''
  for (let from = end; from > end - MOST_LINES && from >= 0; from -= 1) {
    const line = (lines[from] ?? '').trim()
    if (from < end && /[:：]$/.test(line.slice(-1))) break
    if (line === '' || line.startsWith('>') || joined.length + line.length > LONGEST) break
    joined = joined === '' ? line : `${line} ${joined}`
    const strength = strengthOf(joined, own)
    if (strength) return { from: startAbove(lines, from, joined), to: end, strength }
  }
  return null
}

function strengthOf(joined: string, own: OwnMailbox): Headline['strength'] | null {
  const line = withoutAccents(foldText(joined))
  const wrote = WROTE.test(line)
  const address = HAS_ADDRESS.test(line)
  const date = HAS_DATE.test(line)
  const us = namesUs(line, own)
  if (wrote && date && (address || us || STARTS.test(line))) return 'strong'
  if (wrote && (address || us)) return 'strong'
  if (date && (address || us) && /\d/.test(line)) return 'strong'
  return wrote && (date || /^\S+(?: \S+){1,4}:$/.test(line)) ? 'weak' : null
}

/** Where a broken headline began: "On Tue, 10 March 2026, Anna" above "Muster <anna@example.com> wrote:". */
function startAbove(lines: readonly string[], from: number, joined: string): number {
  if (STARTS.test(withoutAccents(foldText(joined)))) return from
  for (let above = from - 1; above > from - MOST_LINES && above >= 0; above -= 1) {
    const line = (lines[above] ?? '').trim()
    if (line === '' || line.startsWith('>') || line.length > LONGEST || /[.!?]$/.test(line)) break
    const folded = withoutAccents(foldText(line))
    if (STARTS.test(folded) && HAS_DATE.test(folded)) return above
  }
  return from
}

function namesUs(line: string, own: OwnMailbox): boolean {
  const name = withoutAccents(foldText(own.name.slice(0, 200)))
  if (name.length > 3 && line.includes(name)) return true
  return own.addresses.some((address) => address.length > 3 && line.includes(address.toLowerCase()))
}
