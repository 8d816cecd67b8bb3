import { CADENCE } from './follow-up-cadence.ts'
import { PITCH_SETTING_BOUNDS } from './pitch-gate/pitch-settings.ts'

/** FACTS.md, section 6: what a workspace may set for itself, and how far. DESIGN.md, rule 2: tighter, never looser. */
export const LIMIT_NAMES = [
  'dailyCap',
  'maxFollowUps',
  'afterWorkingDays',
  'silenceClosesAfterDays',
  'coolingOffDays',
  'maxWords',
  'warnWords',
] as const
export type LimitName = (typeof LIMIT_NAMES)[number]
/** null: as it is by itself. */
export type LimitsAsked = Record<LimitName, number | null>

type Limit = {
  label: string
  /** After a number: "15 first letters". */
  unit: readonly [one: string, many: string]
  default: number
  min: number
  max: number
  /** What it does, for whoever reads it. */
  meaning: string
  /** Why it goes no further: said where somebody tries. */
  why: string
}

export const LIMITS: Readonly<Record<LimitName, Limit>> = {
  dailyCap: {
    ...boundsOf('dailyCap'),
    label: 'First letters a member sends in a day',
    unit: ['letter', 'letters'],
    meaning:
      'Answers, thanks and follow-ups are not counted. A mailbox has a number of its own below this one.',
    why: 'Each letter is written by a person who read the other’s work. Nobody does that more than fifteen times a day.',
  },
  maxFollowUps: {
    ...CADENCE.maxFollowUps,
    label: 'Follow-ups of one letter',
    unit: ['follow-up', 'follow-ups'],
    meaning: 'One is a kind reminder. After an answer, a no, a stop or a returned mail there is none.',
    why: 'Half of the journalists asked call one ideal, and with the fourth, unsubscribes triple. Two is the most.',
  },
  afterWorkingDays: {
    ...CADENCE.afterWorkingDays,
    label: 'A follow-up is due after',
    unit: ['working day', 'working days'],
    meaning: 'Counted from Monday to Friday where the reader lives.',
    why: 'Nearly half of those asked want three to seven days to themselves. Fewer than three is pressing.',
  },
  silenceClosesAfterDays: {
    ...CADENCE.silenceClosesAfterDays,
    label: 'Silence closes a pitch after',
    unit: ['day', 'days'],
    meaning: 'Then it counts as not answered, and the conversation with that outlet is free again.',
    why: 'Most answers come within a day or two, but people are away. Two weeks is the least, two months the most.',
  },
  coolingOffDays: {
    ...boundsOf('coolingOffDays'),
    max: 3_650,
    label: 'Between two pitches to the same person',
    unit: ['day', 'days'],
    meaning: 'In all campaigns together. Answers, thanks and what they asked for themselves are not counted.',
    why: 'Whoever hears from you more than once in three months hears a salesperson. More days are fine, fewer are not.',
  },
  maxWords: {
    ...boundsOf('maxWords'),
    min: 30,
    label: 'A first letter has at most',
    unit: ['word', 'words'],
    meaning: 'A longer one cannot be marked as ready, unless an owner overrules it with a reason.',
    why: 'Two thirds of the journalists asked want fewer than 200 words.',
  },
  warnWords: {
    ...boundsOf('warnWords'),
    min: 20,
    label: 'A letter is called long from',
    unit: ['word', 'words'],
    meaning: 'A hint beside the letter. Nothing is refused for it.',
    why: 'A quarter of those asked want fewer than 100 words. The hint comes at 120 at the latest.',
  },
}

/** What stays as it is, whoever asks. */
export const FIXED_LIMITS: readonly { label: string; value: string; why: string }[] = [
  {
    label: 'Open conversations with one outlet',
    value: '1 for the whole workspace',
    why: 'Two people of one house who write to the same outlet at once look as if nobody talks to anybody.',
  },
  {
    label: 'After a no, a stop or a returned mail',
    value: 'No letter',
    why: 'A stop means the person: all their addresses, in every campaign. Nobody can pass over it.',
  },
  {
    label: 'Asking about a mention without a link',
    value: '1 time, within 30 days',
    why: 'And only where a link would help the reader. After that it is kept as press.',
  },
  {
    label: 'A mention counts as lost after',
    value: '2 looks, a day apart',
    why: 'A page that is slow or closed for an hour is not gone.',
  },
]

/** Why a number will not do; null where it will. */
export function whyNotLimit(name: LimitName, value: number): string | null {
  const { min, max, why } = LIMITS[name]
  if (Number.isInteger(value) && value >= min && value <= max) return null
  return `From ${min.toLocaleString('en-GB')} to ${max.toLocaleString('en-GB')}, please. ${why}`
}

/** "5 working days". */
export function limitWords(name: LimitName, value: number): string {
  const [one, many] = LIMITS[name].unit
  return `${value.toLocaleString('en-GB')} ${value === 1 ? one : many}`
}

/** Which of them somebody changed. */
export function changedLimits(before: LimitsAsked, after: LimitsAsked): LimitName[] {
  return LIMIT_NAMES.filter((name) => before[name] !== after[name])
}

function boundsOf(name: 'dailyCap' | 'coolingOffDays' | 'maxWords' | 'warnWords') {
  const { default: byItself, min, max } = PITCH_SETTING_BOUNDS[name]
  return { default: byItself, min, max }
}
