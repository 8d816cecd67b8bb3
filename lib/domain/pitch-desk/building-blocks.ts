import { readGreeting } from '../pitch-gate/greeting.ts'
import { settingsThatHold } from '../pitch-gate/pitch-settings.ts'
import { isClosingLine } from '../pitch-gate/shingles.ts'
import { countWords } from '../text/words.ts'
import { PITCH_VARIABLES, unknownVariables } from './pitch-variables.ts'

export const BLOCK_KINDS = ['paragraph', 'signature'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

export const BLOCK_KIND_TABLE: Readonly<Record<BlockKind, { label: string; hint: string }>> = {
  paragraph: { label: 'A paragraph', hint: 'What is true of the shop in every letter, in a few sentences.' },
  signature: {
    label: 'A signature',
    hint: 'Your name, what you do, and where you are. It stands under a line.',
  },
}

const SIGNATURE_MAX_WORDS = 40
const SIGNATURE_MAX_LINES = 8
/** Of the length that is likely to be read: the rest of a letter is written for its reader. */
const PARAGRAPH_SHARE = 1 / 3

/** Mail programs take what stands below this line for a signature, and so does the gate. */
const SIGNATURE_LINE = '-- '
const SIGNATURE_STARTS = /(?:^|\n)-- ?\n/

export type BlockText = { kind: BlockKind; text: string }
type Limits = { warnWords?: number | null }

/** The most words a paragraph may have, given the limits a workspace set itself; 40 where it set none. */
export function paragraphMaxWords({ warnWords }: Limits): number {
  return Math.max(1, Math.floor(settingsThatHold({ warnWords }).warnWords * PARAGRAPH_SHARE))
}

/**
 * Why a text cannot be a building block, or null. A block is a piece of a letter and never a letter: no greeting, no
 * closing, one paragraph, a third of a good letter's length. docs/decisions/2026-11-24-building-blocks.md
 */
export function blockProblem(
  { kind, text }: BlockText,
  limits: Limits,
): { message: string; remedy: string } | null {
  const [unknown] = unknownVariables(text)
  if (unknown) {
    const known = PITCH_VARIABLES.map((name) => `{${name}}`).join(', ')
    return { message: `${unknown} cannot be filled in.`, remedy: `These can: ${known}.` }
  }
  if (SIGNATURE_STARTS.test(`\n${text}\n`)) {
    return {
      message: 'A line of two dashes begins a signature.',
      remedy: 'Leave it out here: it is put above a signature by itself.',
    }
  }
  if (text.split('\n').some(isClosingLine)) {
    return {
      message: 'The closing words belong to the letter.',
      remedy: 'Leave them out here, and write them each time.',
    }
  }
  return kind === 'paragraph' ? paragraphProblem(text, limits) : signatureProblem(text)
}

function paragraphProblem(text: string, limits: Limits) {
  if (readGreeting(text).kind !== 'none') return greets()
  if (/\n\s*\n/.test(text.trim())) {
    return {
      message: 'A building block is one paragraph.',
      remedy: 'Keep what is true in every letter; write the rest for the person.',
    }
  }
  const [words, most] = [countWords(text), paragraphMaxWords(limits)]
  if (words <= most) return null
  return {
    message: `This paragraph has ${words} words; ${most} is the most.`,
    remedy: 'A letter made of blocks is a copy of the last one. Keep the core of it.',
  }
}

function signatureProblem(text: string) {
  const lines = text.split('\n')
  const [first = ''] = lines
  // "Dear Maria," greets; "Ana Silva," and "Dag Holm" are names.
  const isGreeting = /[,:!]\s*$/.test(first) && readGreeting(first.replace(/[,:!\s]+$/, '')).kind !== 'none'
  if (isGreeting) return greets()
  const words = countWords(text)
  if (words > SIGNATURE_MAX_WORDS || lines.length > SIGNATURE_MAX_LINES) {
    return {
      message: `A signature has at most ${SIGNATURE_MAX_LINES} lines and ${SIGNATURE_MAX_WORDS} words; this has ${lines.length} and ${words}.`,
      remedy: 'Your name, what you do, where you are.',
    }
  }
  return null
}

function greets() {
  return {
    message: 'The greeting belongs to the letter.',
    remedy: 'Leave it out here, and greet each person yourself.',
  }
}

export type Insertion = {
  /** What is to be put in the place of `body.slice(start, end)`. */
  start: number
  end: number
  text: string
}

/**
 * Where a block goes into a letter and with which line breaks around it: a paragraph at the cursor, on lines of its own, and
 * never below the signature's line; a signature at the end below its line, in the place of one that stands there.
 *
 * @param cursor offset in the letter; null puts a paragraph last, above the signature
 */
export function insertionOf(body: string, { kind, text }: BlockText, cursor: number | null): Insertion {
  const signatureAt = SIGNATURE_STARTS.exec(body)?.index ?? null
  if (kind === 'signature') {
    const start = (signatureAt === null ? body : body.slice(0, signatureAt)).trimEnd().length
    const gap = start === 0 ? '' : '\n\n'
    return { start, end: body.length, text: `${gap}${SIGNATURE_LINE}\n${text}` }
  }
  // Below the line it would be signature, and counted nowhere.
  const at = Math.min(cursor ?? body.length, signatureAt ?? body.length)
  const start = body.slice(0, at).trimEnd().length
  const end = at + (body.slice(at).length - body.slice(at).trimStart().length)
  return {
    start,
    end,
    text: `${start === 0 ? '' : '\n\n'}${text}${end === body.length ? '' : '\n\n'}`,
  }
}

/** The letter with the block in it. */
export function withBlock(body: string, block: BlockText, cursor: number | null): string {
  const { start, end, text } = insertionOf(body, block, cursor)
  return body.slice(0, start) + text + body.slice(end)
}
