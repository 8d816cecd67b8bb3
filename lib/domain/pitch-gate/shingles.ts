import { foldText, withoutAccents } from '../text/fold-text.ts'
import { findQuote } from '../text/quote-search.ts'
import { nameKey, nameWords, readGreeting } from './greeting.ts'
import { bodyWithoutSignature } from './own-text.ts'
import { findRequiredLines, type RequiredLinesContext, withoutRanges } from './required-lines.ts'

const SHINGLE_WORDS = 4
/** With fewer words left, a likeness is chance. PITCH-GATE.md, "Settled". */
export const COMPARED_FROM_WORDS = 20

/** A text as it is compared with others: what is the same in every honest pitch is taken out. May be kept. */
export type PreparedText = { words: number; grams: ReadonlySet<string> }

/** What to leave out besides greeting, required lines, addresses and numbers. */
export type ComparisonMask = RequiredLinesContext & { contactName: string | null; signature: string }

const CLOSING =
  /^(?:all the best|best|best wishes|best regards|kind regards|kindest regards|warm regards|warmly|warm wishes|regards|cheers|thanks|many thanks|thank you|thanks again|thanks so much|yours|yours sincerely|yours truly|sincerely|take care|talk soon|mit freundlichen grussen|viele grusse|liebe grusse|herzliche grusse|beste grusse|cordialement|bien a vous|bien cordialement|amicalement|saludos|un saludo|un abrazo|atentamente|cordiali saluti|met vriendelijke groet|groeten)[\s,!.]*$/
const CLOSING_LINES = 6

/** Word 4-grams of a text with greeting, names, addresses, numbers, signature, required lines and quote taken out. */
export function prepareText(body: string, mask: ComparisonMask): PreparedText {
  const words = comparedWords(maskedText(body, mask), hiddenWords(body, mask))
  return { words: words.length, grams: new Set(gramsOf(words)) }
}

/** For showing which sentences two texts share. */
export function gramsOfSentence(sentence: string, body: string, mask: ComparisonMask): string[] {
  return gramsOf(comparedWords(sentence, hiddenWords(body, mask)))
}

/** The text that is left to compare, before names, addresses and numbers go. */
export function maskedText(body: string, mask: ComparisonMask): string {
  const text = withoutClosing(bodyWithoutSignature({ body, signature: mask.signature }), mask.sender.name)
  const greeting = readGreeting(text)
  const quote = mask.reading ? findQuote(text, mask.reading.quote) : null
  const ranges = [
    ...(greeting.kind === 'none' ? [] : [{ start: greeting.start, end: greeting.end }]),
    ...findRequiredLines(text, mask).ranges,
    ...(quote?.kind === 'found' ? quote.parts : []),
  ]
  return withoutRanges(
    text,
    ranges.toSorted((a, b) => a.start - b.start),
  )
}

/** Cut at "Best," or at a line that is nothing but the sender's name: what follows is a signature. */
function withoutClosing(text: string, sender: string): string {
  const own = new Set(nameWords(sender).map(nameKey))
  const isSigned = (line: string) => {
    const words = nameWords(line)
    return words.length > 0 && words.every((word) => own.has(nameKey(word)))
  }
  const lines = text.trimEnd().split('\n')
  const first = Math.max(0, lines.length - CLOSING_LINES)
  const at = lines.findIndex(
    (line, index) => index >= first && (isClosingLine(line) || (index > 0 && isSigned(line))),
  )
  return at === -1 ? text : lines.slice(0, at).join('\n')
}

/** "Best wishes," and its like, alone on a line. */
export function isClosingLine(line: string): boolean {
  return CLOSING.test(withoutAccents(foldText(line)))
}

/** Words of people's names and of the sender's company. */
function hiddenWords(body: string, mask: ComparisonMask): ReadonlySet<string> {
  const greeted = readGreeting(body).people.flat()
  const names = [...nameWords(mask.sender.name), ...nameWords(mask.contactName ?? ''), ...greeted]
  return new Set(
    [...names, ...mask.sender.company.split(/\s+/)].map(nameKey).filter((word) => word.length > 1),
  )
}

function comparedWords(text: string, hidden: ReadonlySet<string>): string[] {
  const words: string[] = []
  for (const run of foldText(text).split(' ')) {
    if (isAddress(run)) continue
    for (const word of run.match(/[\p{L}\p{N}\p{M}]+(?:['-][\p{L}\p{N}\p{M}]+)*/gu) ?? []) {
      if (/^\p{N}/u.test(word) || hidden.has(nameKey(word.replace(/'s$/, '')))) continue
      words.push(word)
    }
  }
  return words
}

function isAddress(run: string): boolean {
  return (
    run.includes('@') ||
    run.includes('://') ||
    run.startsWith('www.') ||
    /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#:,.;!)]|$)/.test(run)
  )
}

function gramsOf(words: readonly string[]): string[] {
  const grams: string[] = []
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at += 1) {
    grams.push(words.slice(at, at + SHINGLE_WORDS).join(' '))
  }
  return grams
}
