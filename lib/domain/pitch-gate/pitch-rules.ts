import type { PitchPurpose } from './pitch-facts.ts'

/** Final: nobody can overrule it. Mendable: an owner may, with a written reason. Warning: shown, no more. */
export type Severity = 'final' | 'mendable' | 'warning'

const ANY: readonly PitchPurpose[] = ['first', 'follow-up', 'reply', 'thanks', 'ask', 'answer-to-request']
const ONLY_FIRST: readonly PitchPurpose[] = ['first']
const ONLY_FOLLOW_UP: readonly PitchPurpose[] = ['follow-up']
const NO_FOLLOW_UP = ANY.filter((purpose) => purpose !== 'follow-up')
const NEEDS_READING: readonly PitchPurpose[] = ['first', 'ask', 'answer-to-request']

/**
 * Every rule of the gate, in the order in which problems are listed: what people call it, the heaviest it can be, and
 * which messages it is asked of. PITCH-GATE.md, "Problems" and "Settled".
 */
export const PITCH_RULES = {
  suppressed: { label: 'Never write to them again', severity: 'final', askedOf: ANY },
  bounced: { label: 'The address does not work', severity: 'final', askedOf: ANY },
  replied: { label: 'Follow-up after an answer', severity: 'final', askedOf: ONLY_FOLLOW_UP },
  'follow-ups-spent': { label: 'Followed up enough', severity: 'final', askedOf: ONLY_FOLLOW_UP },
  'open-conversation': { label: 'Another pitch is open', severity: 'final', askedOf: ONLY_FIRST },
  'cooling-off': { label: 'Too soon after the last message', severity: 'final', askedOf: ONLY_FIRST },
  'daily-cap': { label: 'Enough pitches for today', severity: 'final', askedOf: ONLY_FIRST },
  unread: { label: 'Nobody else has read it', severity: 'final', askedOf: ONLY_FIRST },
  'no-reading': { label: 'Nothing of theirs was read', severity: 'mendable', askedOf: NEEDS_READING },
  'quote-not-found': { label: 'The quote is not on the page', severity: 'mendable', askedOf: NEEDS_READING },
  'gap-missing-from-note': { label: 'No gap named', severity: 'mendable', askedOf: NEEDS_READING },
  'gap-present': { label: 'What is missing stands there', severity: 'mendable', askedOf: NEEDS_READING },
  'guidelines-unseen': {
    label: 'Nobody looked how they like pitches',
    severity: 'mendable',
    askedOf: NEEDS_READING,
  },
  'no-origin': {
    label: 'Where the address came from',
    severity: 'mendable',
    askedOf: NO_FOLLOW_UP.filter((purpose) => purpose !== 'reply'),
  },
  identity: {
    label: 'Who you are and how to say no',
    severity: 'mendable',
    askedOf: ['first', 'answer-to-request'],
  },
  'promise-owed': { label: 'A promise is overdue', severity: 'mendable', askedOf: NO_FOLLOW_UP },
  'sample-twice': { label: 'Sample offered before', severity: 'mendable', askedOf: NEEDS_READING },
  placeholder: { label: 'Left-over placeholder', severity: 'mendable', askedOf: ANY },
  'wrong-name': { label: 'Greets somebody else', severity: 'mendable', askedOf: ANY },
  condition: { label: 'Asks for something in return', severity: 'mendable', askedOf: ANY },
  'sells-or-buys': { label: 'Offers money', severity: 'mendable', askedOf: ANY },
  'near-copy': { label: 'Nearly the same as another pitch', severity: 'mendable', askedOf: ANY },
  'too-long': { label: 'Too long', severity: 'mendable', askedOf: ANY },
  subject: { label: 'Subject', severity: 'mendable', askedOf: ANY },
  'already-covered': { label: 'They mention you already', severity: 'warning', askedOf: NO_FOLLOW_UP },
} as const satisfies Record<string, { label: string; severity: Severity; askedOf: readonly PitchPurpose[] }>

export type PitchRule = keyof typeof PITCH_RULES

/** What a near copy shares with others, for a screen to link and to quote: the closest first. */
export type NearCopies = {
  pitches: readonly { id: string; label: string; percent: number }[]
  sentences: readonly string[]
}

export type PitchProblem = {
  rule: PitchRule
  severity: Severity
  message: string
  remedy: string
  /** Of `near-copy` only: what the message says, in pieces. */
  copies?: NearCopies
}

/** A problem as heavy as its rule can be, unless `severity` says otherwise. */
export function problem(
  rule: PitchRule,
  words: { message: string; remedy: string },
  severity: Severity = PITCH_RULES[rule].severity,
): PitchProblem {
  return { rule, severity, message: words.message, remedy: words.remedy }
}
