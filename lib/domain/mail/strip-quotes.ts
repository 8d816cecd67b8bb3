import type { OwnMailbox } from './mail-facts.ts'
import { isHeaderBlockAt, isOriginalMarker } from './quote-header-block.ts'
import { headlineEndingAt } from './quote-headline.ts'

const LOOK_AHEAD_LINES = 3
const RULE = /^\s{0,8}(?:_{5,}|-{5,}|={5,}|\*{5,}|–{5,}|—{5,})\s{0,8}$/
const LONGEST_RULE = 200

/**
 * What is new in a text: quotes and their headlines are left out, lines between them and signatures stay.
 * One pass over the lines, each of which looks at a few neighbours at most. MAIL.md, section 2, rule 7.
 */
export function stripQuotes(text: string, own: OwnMailbox): string {
  const lines = text.split(/\r\n?|\n/)
  const kept: boolean[] = new Array(lines.length).fill(true)
  const lastQuoted = lines.findLastIndex(startsWithMark)
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (isQuoted(lines, at)) {
      kept[at] = false
      continue
    }
    if (isOriginalMarker(line) || isHeaderBlockAt(lines, at)) {
      dropRuleAbove(lines, kept, at)
      if (isQuoteNext(lines, at)) {
        kept[at] = false
        continue
      }
      kept.fill(false, at)
      break
    }
    const headline = headlineEndingAt(lines, at, own)
    if (!headline) continue
    const isMarked = isQuoteNext(lines, at)
    if (!isMarked && headline.strength === 'weak') continue
    kept.fill(false, headline.from, at + 1)
    // Where ">" comes later, an answer stands between headline and quote; where it never does, all that follows is quoted.
    if (isMarked || at < lastQuoted) continue
    dropRuleAbove(lines, kept, headline.from)
    kept.fill(false, at)
    break
  }
  return tidied(lines, kept)
}

/** A line behind ">", but not the one "From" that mail boxes escape as ">From". */
function isQuoted(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (!startsWithMark(line)) return false
  if (!line.startsWith('>From ')) return true
  return startsWithMark(lines[at - 1] ?? '') || startsWithMark(lines[at + 1] ?? '')
}

function startsWithMark(line: string): boolean {
  const start = line.slice(0, 12).trimStart()
  return start.startsWith('>') || start.startsWith('＞')
}

function isQuoteNext(lines: readonly string[], at: number): boolean {
  const next = nextWritten(lines, at)
  return next !== null && startsWithMark(lines[next] ?? '')
}

function nextWritten(lines: readonly string[], at: number): number | null {
  for (let next = at + 1; next <= at + LOOK_AHEAD_LINES; next += 1) {
    if ((lines[next] ?? '').trim() !== '') return next
  }
  return null
}

/** The line of underscores that Outlook draws above its block. */
function dropRuleAbove(lines: readonly string[], kept: boolean[], at: number): void {
  for (let above = at - 1; above >= Math.max(0, at - LOOK_AHEAD_LINES); above -= 1) {
    const line = lines[above] ?? ''
    if (line.trim() === '') continue
    if (line.length <= LONGEST_RULE && RULE.test(line)) kept[above] = false
    return
  }
}

/** The kept lines without empty ones at either end; where a quote stood between two empty lines, one of them goes. */
function tidied(lines: readonly string[], kept: readonly boolean[]): string {
  const tidy: string[] = []
  let isGap = false
  for (const [at, line] of lines.entries()) {
    if (!kept[at]) {
      isGap = true
      continue
    }
    const written = line.startsWith('>From ') ? line.slice(1) : line.trimEnd()
    if (written === '' && (tidy.length === 0 || (isGap && tidy.at(-1) === ''))) continue
    if (written !== '') isGap = false
    tidy.push(written)
  }
  while (tidy.at(-1) === '') tidy.pop()
  return tidy.join('\n')
}
