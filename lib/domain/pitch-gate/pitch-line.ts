import { z } from 'zod'
import { LINE_ID, LINE_MOMENT, type LineError, type LineId, readJsonLine } from '../json-line.ts'
import { NO_HISTORY, PITCH_PURPOSES, type PitchFacts, type PitchPurpose } from './pitch-facts.ts'
import type { PitchProblem } from './pitch-rules.ts'
import { isReady, reviewPitch } from './review-pitch.ts'

export type PitchLineAnswer = { id: LineId | null; ready: boolean; problems: PitchProblem[] } | LineError

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? null)
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false)
const count = z
  .number()
  .min(0)
  .nullish()
  .transform((value) => value ?? 0)
const setting = z.number().nullish().catch(null)
const optionalMoment = LINE_MOMENT.nullish().transform((value) => value ?? null)
/** True, or the thing itself: an address, a name, a list. */
const shownFact = z
  .unknown()
  .optional()
  .transform((value) => {
    if (typeof value === 'string') return value.trim() === '' ? false : value
    return Array.isArray(value) ? value.length > 0 : Boolean(value)
  })

const origin = z.object({
  page: optionalText,
  date: optionalText,
  words: optionalText,
  noUnsolicited: flag,
  fitsRole: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null),
})
const reading = z.object({ pageText: text, quote: text, gap: optionalText })
const history = z.object({
  suppressed: shownFact,
  hardBounce: shownFact,
  lastMessageAt: optionalMoment,
  answeredAt: optionalMoment,
  openPitchWithProspect: shownFact,
  followUpsSent: count,
  sentToday: count,
  sampleOfferedBefore: shownFact,
  promiseOverdue: shownFact,
  alreadyLinks: shownFact,
})

/** One line of the command line. PITCH-GATE.md, "Command line". */
const pitchLine = z.object({
  id: LINE_ID.nullish().transform((value) => value ?? null),
  now: LINE_MOMENT,
  route: z.enum(['product', 'service']),
  isFollowUp: flag,
  purpose: z.enum(PITCH_PURPOSES).nullish(),
  subject: text,
  body: text,
  signature: text,
  contact: z.object({ name: text, country: optionalText, address: optionalText }),
  origin: origin.nullish().transform((value) => value ?? null),
  guidelines: z
    .enum(['seen', 'absent'])
    .nullish()
    .transform((value) => value ?? null),
  reading: reading.nullish().transform((value) => value ?? null),
  others: z
    .array(z.object({ id: LINE_ID.transform(String), body: text }))
    .nullish()
    .transform((value) => value ?? []),
  history: history.nullish().transform((value) => value ?? NO_HISTORY),
  sender: z.object({ name: text, company: text, postalAddress: optionalText }),
  settings: z
    .object({
      maxFollowUps: setting,
      dailyCap: setting,
      coolingOffDays: setting,
      maxWords: setting,
      warnWords: setting,
    })
    .nullish()
    .transform((value) => value ?? {}),
})

/** Answers one line: a review, or what is wrong with the line. Never throws. */
export function reviewPitchLine(line: string): PitchLineAnswer {
  const read = readJsonLine(line, pitchLine, 'pitch')
  if (!read.ok) return read.answer
  const { id: lineId, isFollowUp, purpose, ...rest } = read.line
  const problems = reviewPitch({
    ...rest,
    purpose: purposeOf(isFollowUp, purpose ?? null),
  } satisfies PitchFacts)
  return { id: lineId, ready: isReady(problems), problems: problems.map(asContracted) }
}

/** The contract names these four and no more. */
function asContracted({ rule, severity, message, remedy }: PitchProblem): PitchProblem {
  return { rule, severity, message, remedy }
}

/** `purpose` says more than `isFollowUp`; "first" is what it says where it says nothing. */
function purposeOf(isFollowUp: boolean, purpose: PitchPurpose | null): PitchPurpose {
  if (purpose !== null && purpose !== 'first') return purpose
  return isFollowUp ? 'follow-up' : 'first'
}
