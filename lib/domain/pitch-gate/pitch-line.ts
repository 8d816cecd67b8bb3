import { z } from 'zod'
import { NO_HISTORY, PITCH_PURPOSES, type PitchFacts, type PitchPurpose } from './pitch-facts.ts'
import type { PitchProblem } from './pitch-rules.ts'
import { isReady, reviewPitch } from './review-pitch.ts'

export type PitchLineAnswer =
  | { id: string | number | null; ready: boolean; problems: PitchProblem[] }
  | { id: string | number | null; error: string }

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
/** ISO 8601; without a zone it counts as UTC. */
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d.*)?$/, 'not a date like 2026-03-10T09:00:00Z')
  .transform(
    (value) =>
      new Date(/T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(value) || !value.includes('T') ? value : `${value}Z`),
  )
  .refine((value) => !Number.isNaN(value.getTime()), 'not a date like 2026-03-10T09:00:00Z')
const optionalMoment = moment.nullish().transform((value) => value ?? null)
/** True, or the thing itself: an address, a name, a list. */
const shownFact = z
  .unknown()
  .optional()
  .transform((value) => {
    if (typeof value === 'string') return value.trim() === '' ? false : value
    return Array.isArray(value) ? value.length > 0 : Boolean(value)
  })
const id = z.union([z.string(), z.number()])

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
  id: id.nullish().transform((value) => value ?? null),
  now: moment,
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
    .array(z.object({ id: id.transform(String), body: text }))
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
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    return { id: null, error: 'This line is not JSON.' }
  }
  const parsed = pitchLine.safeParse(read)
  if (!parsed.success) return { id: idOf(read), error: whatIsWrong(parsed.error) }
  const { id: lineId, isFollowUp, purpose, ...rest } = parsed.data
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

function idOf(read: unknown): string | number | null {
  const parsed = z.object({ id }).safeParse(read)
  return parsed.success ? parsed.data.id : null
}

function whatIsWrong(error: z.ZodError): string {
  const issue = error.issues[0]
  const where = issue?.path.join('.')
  return where ? `"${where}": ${issue?.message}` : 'This line is no pitch: it has to be one JSON object.'
}
