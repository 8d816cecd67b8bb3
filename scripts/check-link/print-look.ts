import { styleText } from 'node:util'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import type { VerdictKind } from '#lib/domain/link-check/link-verdict.ts'
import type { Look } from '#lib/server/fetching/look-at-link.ts'

const WIDTH = 76
const MARKS: Record<VerdictKind, [mark: string, style: Parameters<typeof styleText>[0]]> = {
  linked: ['✓', 'green'],
  'linked-qualified': ['✓', 'green'],
  'linked-wrong-page': ['!', 'yellow'],
  'linked-not-crawlable': ['!', 'yellow'],
  'linked-not-indexable': ['!', 'yellow'],
  'linked-elsewhere-canonical': ['!', 'yellow'],
  'mentioned-unlinked': ['~', 'cyan'],
  'featured-not-named': ['~', 'cyan'],
  'not-mentioned': ['–', 'cyan'],
  lost: ['✗', 'red'],
  'page-gone': ['✗', 'red'],
  'could-not-check': ['?', 'magenta'],
  'looks-rendered-by-script': ['?', 'magenta'],
}

/** A look as a person reads it: verdict, sentence, evidence, and what can be done. */
export function printLook(question: LinkQuestion, { facts, verdict }: Look): string {
  const [mark, style] = MARKS[verdict.kind]
  const lines = [
    '',
    styleText(['bold', ...[style].flat()], `${mark} ${verdict.kind}`),
    '',
    ...wrapped(verdict.sentence),
    ...wrapped(verdict.expert).map((line) => styleText('dim', line)),
    '',
    ...evidenceOf(question, facts).flatMap(([name, value]) => entry(name, value)),
    '',
    ...entry('In your hands', verdict.inYourHands),
    ...entry('Not in your hands', verdict.notInYourHands),
    '',
  ]
  return `${lines.join('\n')}\n`
}

function evidenceOf(question: LinkQuestion, facts: Look['facts']): [string, string][] {
  const rows: [string, string | null][] = [
    ['Page', facts.finalUrl ?? question.url],
    [
      'Came by',
      facts.redirects.length > 0
        ? facts.redirects.map(({ url, status }) => `${url} (${status})`).join(', ')
        : null,
    ],
    [
      'Answer',
      facts.httpStatus === null
        ? null
        : `${facts.httpStatus}, ${facts.bytesRead} bytes${facts.charset ? `, ${facts.charset}` : ''}${facts.truncated ? ', cut off' : ''}`,
    ],
    ['Link', facts.resolvedUrl],
    ['Leads to', facts.redirectTo],
    ['Link text', facts.anchorText ? `"${facts.anchorText}"` : null],
    ['rel', facts.rel && facts.rel.length > 0 ? facts.rel.join(', ') : null],
    ['Around it', facts.context ?? facts.mentionContext],
    ['Names you', (question.brands ?? []).length > 0 ? yesNo(facts.mentioned) : null],
    ['Seen by readers', facts.hidden === true ? 'no, it is hidden' : null],
    ['Canonical', facts.canonicalElsewhere === true ? facts.canonicalUrl : null],
    ['Open to Google', facts.httpStatus === null ? null : yesNo(facts.googlebotAllowed)],
    ['Indexable', facts.httpStatus === null ? null : yesNo(facts.indexable)],
  ]
  return rows.flatMap(([name, value]) => (value === null ? [] : [[name, value] as [string, string]]))
}

function yesNo(fact: boolean | null): string {
  return fact === null ? 'cannot tell' : fact ? 'yes' : 'no'
}

const NAME_WIDTH = 21

function entry(name: string, value: string): string[] {
  const [first = '', ...rest] = wrapped(value, WIDTH - NAME_WIDTH)
  return [
    styleText('dim', `  ${name.padEnd(NAME_WIDTH - 2)}`) + first,
    ...rest.map((line) => ' '.repeat(NAME_WIDTH) + line),
  ]
}

/** Cuts at spaces. Control characters of the page never reach the terminal. */
function wrapped(text: string, width = WIDTH): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.replace(/\p{C}/gu, ' ').split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
