import type { OtherPitch, PitchFacts } from '../pitch-gate/pitch-facts.ts'
import { NO_HISTORY } from '../pitch-gate/pitch-facts.ts'
import { type NearCopies, PITCH_RULES, type PitchRule, type Severity } from '../pitch-gate/pitch-rules.ts'
import { reviewPitch } from '../pitch-gate/review-pitch.ts'
import { OVERDUE_REMEDY } from '../promises.ts'
import { countWords } from '../text/words.ts'
import { CONDITION_KIND_TABLE, type Condition, conditionKey, mostWordsAsked } from './condition-kinds.ts'

/** Rules of the pitch gate that hold for an answer to somebody's call. They asked: nothing of theirs need have been read. */
const FROM_PITCHES = [
  ...['suppressed', 'placeholder', 'wrong-name', 'condition', 'sells-or-buys', 'near-copy'],
] as const satisfies PitchRule[]
const OWN_RULES = {
  unwritten: 'Nothing is written yet',
  'no-site': 'Whose answer it is',
  'promise-owed': 'A promise of yours is overdue',
  'asked-unmet': 'They asked for something else',
  'asked-open': 'Not looked at yet',
  'too-long': PITCH_RULES['too-long'].label,
  'nobody-named': 'Who is speaking',
  'no-ai': 'No AI, they say',
  subject: PITCH_RULES.subject.label,
  'too-late': 'The deadline has passed',
} as const

export type AnswerRule = (typeof FROM_PITCHES)[number] | keyof typeof OWN_RULES

export type AnswerProblem = {
  rule: AnswerRule
  severity: Severity
  message: string
  remedy: string
  copies?: NearCopies
}

/** What people call a rule. */
export function answerRuleLabel(rule: AnswerRule): string {
  return rule in OWN_RULES ? OWN_RULES[rule as keyof typeof OWN_RULES] : PITCH_RULES[rule as PitchRule].label
}

export type TickedCondition = Condition & { answer: 'met' | 'unmet' | null }

export type AnswerFacts = {
  now: Date
  subject: string
  body: string
  /** Whether it goes out as a mail: a form and a direct message have no subject. */
  isMail: boolean
  journalist: string
  /** Words beside the stop, or true. */
  suppressed: boolean | string
  /** What we owe the journalist and is overdue, in words; null: nothing, or they are nobody we know. */
  promiseOverdue: string | null
  /** Null: nobody has said whose answer it is. */
  site: { name: string; peopleNames: readonly string[] } | null
  conditions: readonly TickedCondition[]
  deadlineAt: Date | null
  others: readonly OtherPitch[]
}

/** FACTS.md, section 6: for a letter nobody asked for. Who asked may ask for more, or less. */
const MOST_WORDS = 200
const WARN_WORDS = 120

/** May this answer go out, and if not, why, and what would fix it? Final problems nobody overrules; an owner the others. */
export function reviewAnswer(facts: AnswerFacts): AnswerProblem[] {
  const fromGate = reviewPitch(asPitch(facts)).flatMap((found) =>
    FROM_PITCHES.some((rule) => rule === found.rule) ? [{ ...found, rule: found.rule as AnswerRule }] : [],
  )
  const own = [
    ...written(facts),
    ...asked(facts),
    ...length(facts),
    ...speaker(facts),
    ...subject(facts),
    ...late(facts),
    ...owed(facts),
  ]
  return [...fromGate, ...own].toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity])
}

const ORDER: Readonly<Record<Severity, number>> = { final: 0, mendable: 1, warning: 2 }

/** Nothing above a warning is listed. */
export function mayBeSent(problems: readonly AnswerProblem[]): boolean {
  return problems.every(({ severity }) => severity === 'warning')
}

function asPitch({ now, subject, body, journalist, suppressed, others }: AnswerFacts): PitchFacts {
  return {
    ...{ now, subject, body, signature: '', route: 'service', purpose: 'answer-to-request' },
    ...{ contact: { name: journalist, country: null, address: null }, origin: null, guidelines: null },
    ...{ reading: null, others, history: { ...NO_HISTORY, suppressed } },
    ...{ sender: { name: '', company: '', postalAddress: null }, settings: {} },
  }
}

function written({ body, site }: AnswerFacts): AnswerProblem[] {
  const problems: AnswerProblem[] = []
  if (body.trim() === '')
    problems.push(
      mend(
        'unwritten',
        'There is no answer yet.',
        'Answer the question first, and say who you are after that.',
      ),
    )
  if (site === null)
    problems.push(
      mend(
        'no-site',
        'Nobody has said which Site answers.',
        'Choose it beside the request: its fact sheet is what conditions are held against.',
      ),
    )
  return problems
}

function asked({ conditions }: AnswerFacts): AnswerProblem[] {
  const seen = new Set<string>()
  return conditions.flatMap((condition): AnswerProblem[] => {
    const key = conditionKey(condition)
    if (seen.has(key)) return []
    seen.add(key)
    const { remedy } = CONDITION_KIND_TABLE[condition.kind]
    if (condition.answer === 'unmet')
      return [
        mend(
          'asked-unmet',
          `They ask: “${condition.words}” You say that you do not meet it.`,
          'Let this one be, or find somebody who does.',
        ),
      ]
    if (condition.answer === null)
      return [
        mend('asked-open', `They ask: “${condition.words}” Nobody has said whether you meet it.`, remedy),
      ]
    if (condition.kind !== 'no-ai') return []
    return [
      warn(
        'no-ai',
        'They want nothing that a machine wrote.',
        'Read it aloud once. If it does not sound like you, write it again.',
      ),
    ]
  })
}

function length({ body, conditions }: AnswerFacts): AnswerProblem[] {
  const numbers = conditions.flatMap(({ kind, words }) => (kind === 'length' ? [mostWordsAsked(words)] : []))
  const theirs = numbers.find((most) => most !== null) ?? null
  const words = countWords(body)
  const most = theirs ?? MOST_WORDS
  if (words > most) {
    const whose = theirs === null ? 'is the limit' : 'is what they ask for'
    return [
      mend('too-long', `The answer has ${words} words; ${most} ${whose}.`, 'Keep what they would print.'),
    ]
  }
  if (theirs !== null || words <= WARN_WORDS) return []
  return [
    warn(
      'too-long',
      `The answer has ${words} words. Short answers are quoted more easily.`,
      'See what can go.',
    ),
  ]
}

function speaker({ body, site }: AnswerFacts): AnswerProblem[] {
  const names = site ? [...site.peopleNames, site.name] : []
  const folded = body.toLowerCase()
  if (body.trim() === '' || names.length === 0 || names.some((name) => folded.includes(name.toLowerCase())))
    return []
  return [
    warn(
      'nobody-named',
      'Nobody of yours is named in it.',
      'A quote needs a name, a title and whose it is. The short bio has them.',
    ),
  ]
}

function subject({ subject, isMail, body }: AnswerFacts): AnswerProblem[] {
  if (!isMail || body.trim() === '' || subject.trim() !== '') return []
  return [
    mend('subject', 'The subject is empty.', 'Their own words for the topic are the easiest to find again.'),
  ]
}

function late({ deadlineAt, now }: AnswerFacts): AnswerProblem[] {
  if (deadlineAt === null || deadlineAt > now) return []
  return [
    warn(
      'too-late',
      'The deadline has passed. Most likely nobody reads it any more.',
      'Close it without a bad conscience, or send it all the same: nothing is lost but your time.',
    ),
  ]
}

/** They asked, and a deadline does not wait for a parcel: an answer is no new ask of ours, so this one only reminds. */
function owed({ promiseOverdue }: AnswerFacts): AnswerProblem[] {
  if (promiseOverdue === null) return []
  return [
    warn(
      'promise-owed',
      `You owe this person something, and it is overdue: ${promiseOverdue}.`,
      OVERDUE_REMEDY,
    ),
  ]
}

function mend(rule: AnswerRule, message: string, remedy: string): AnswerProblem {
  return { rule, severity: 'mendable', message, remedy }
}

function warn(rule: AnswerRule, message: string, remedy: string): AnswerProblem {
  return { rule, severity: 'warning', message, remedy }
}
