/** Where a request stands: nobody has answered, somebody has, or it is over. */
export const REQUEST_STATES = ['open', 'answered', 'closed'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** How it ended. "quoted" is only said of a page somebody can look at; what it came to is found by looking. */
export const REQUEST_ENDINGS = ['let-be', 'too-late', 'not-used', 'quoted'] as const
export type RequestEnding = (typeof REQUEST_ENDINGS)[number]

export const REQUEST_ENDING_TABLE: Readonly<Record<RequestEnding, { label: string; closed: string }>> = {
  'let-be': { label: 'Not one for us', closed: 'You let it be. Most requests are somebody else’s.' },
  'too-late': {
    label: 'Too late',
    closed: 'The deadline passed before there was an answer. There will be others.',
  },
  'not-used': {
    label: 'Not used',
    closed:
      'They did not use it. That happens to most answers, and it is out of your hands. The words are yours to keep.',
  },
  quoted: { label: 'Quoted', closed: 'They quoted you. Say thank you if you have not yet.' },
}

/** By what somebody took the answer there. */
export const ANSWER_WAYS = [
  'copy',
  'mailto',
  'gmail',
  'outlook-work',
  'outlook-home',
  'form',
  'dm',
  'spoken',
] as const
export type AnswerWay = (typeof ANSWER_WAYS)[number]

export const STANDING_KINDS = [
  ...[
    'open',
    'due-soon',
    'late',
    'answered',
    'found-not-looked',
    'quoted-linked',
    'quoted-unlinked',
    'quoted-not-named',
  ],
  ...['quoted-cannot-tell', 'not-used', 'let-be', 'too-late'],
] as const
export type StandingKind = (typeof STANDING_KINDS)[number]

export type RequestStanding = {
  kind: StandingKind
  label: string
  tone: 'good' | 'careful' | 'neutral' | 'unknown'
  /** What happened, what is in your hands, and what is not. */
  sentence: string
}

export type RequestFacts = {
  state: RequestState
  closedReason: RequestEnding | null
  deadlineAt: Date | null
  now: Date
  /** What the mention of the page comes to; null while no page is known. */
  outcome: string | null
}

export const SOON_HOURS = 48
const HOUR_MS = 3_600_000

const WORDS: Readonly<Record<StandingKind, Omit<RequestStanding, 'kind'>>> = {
  open: { label: 'Open', tone: 'unknown', sentence: 'Nobody has answered yet. Whether you do is up to you.' },
  'due-soon': {
    label: 'Due soon',
    tone: 'careful',
    sentence: 'The deadline is near. An early answer is read by more eyes than a late one.',
  },
  late: {
    label: 'Deadline passed',
    tone: 'neutral',
    sentence:
      'The deadline has passed. An answer now will most likely not be read; you may let it go without a bad conscience.',
  },
  answered: {
    label: 'Answered',
    tone: 'unknown',
    sentence: 'It is with them now. Whether they use it is out of your hands.',
  },
  'found-not-looked': {
    label: 'Found, not looked at',
    tone: 'unknown',
    sentence: 'Somebody found the page. What it comes to is known once it has been looked at.',
  },
  'quoted-linked': {
    label: 'Quoted, with a link',
    tone: 'good',
    sentence: 'They quoted you and link to you. A thank-you is all that is left to do.',
  },
  'quoted-unlinked': {
    label: 'Quoted, no link',
    tone: 'neutral',
    sentence:
      'They quoted you without a link. That is an outcome, not a failure: good press, for you to thank them for and keep.',
  },
  'quoted-not-named': {
    label: 'Ran it, not named',
    tone: 'neutral',
    sentence: 'They ran it; neither your link nor your name is in it. Out of your hands.',
  },
  'quoted-cannot-tell': {
    label: 'Cannot tell',
    tone: 'unknown',
    sentence:
      'The page could not be read, or does not show you now. The mention says what was seen, and when it is looked at again.',
  },
  'not-used': { label: 'Not used', tone: 'neutral', sentence: REQUEST_ENDING_TABLE['not-used'].closed },
  'let-be': { label: 'Let be', tone: 'neutral', sentence: REQUEST_ENDING_TABLE['let-be'].closed },
  'too-late': { label: 'Too late', tone: 'neutral', sentence: REQUEST_ENDING_TABLE['too-late'].closed },
}

/** Where a request stands, in one kind and one plain sentence. A quote is only what a look at its page says it is. */
export function requestStanding(facts: RequestFacts): RequestStanding {
  const kind = kindOf(facts)
  return { kind, ...WORDS[kind] }
}

/** What a quote came to, from what its page's mention comes to. */
export function quoteKind(outcome: string): StandingKind {
  if (outcome === 'not-looked') return 'found-not-looked'
  if (outcome === 'linked' || outcome.startsWith('linked-')) return 'quoted-linked'
  if (outcome === 'mentioned-unlinked') return 'quoted-unlinked'
  return outcome === 'featured-not-named' ? 'quoted-not-named' : 'quoted-cannot-tell'
}

function kindOf({ state, closedReason, deadlineAt, now, outcome }: RequestFacts): StandingKind {
  if (outcome !== null && (state === 'answered' || closedReason === 'quoted')) return quoteKind(outcome)
  if (state === 'closed') return closedReason === 'quoted' ? 'quoted-cannot-tell' : (closedReason ?? 'let-be')
  if (state === 'answered') return 'answered'
  if (deadlineAt === null) return 'open'
  const left = deadlineAt.getTime() - now.getTime()
  if (left <= 0) return 'late'
  return left <= SOON_HOURS * HOUR_MS ? 'due-soon' : 'open'
}

/** How long there is: "3 days and 4 hours left", "passed 2 hours ago". */
export function timeLeft(deadlineAt: Date, now: Date): string {
  const minutes = Math.round((deadlineAt.getTime() - now.getTime()) / 60_000)
  const size = Math.abs(minutes)
  const words =
    size < 60
      ? count(size, 'minute')
      : size < 48 * 60
        ? hoursAndMinutes(size)
        : daysAndHours(Math.floor(size / 60))
  return minutes > 0 ? `${words} left` : `passed ${words} ago`
}

function hoursAndMinutes(minutes: number): string {
  const hours = count(Math.floor(minutes / 60), 'hour')
  const rest = minutes % 60
  return rest === 0 || minutes >= 12 * 60 ? hours : `${hours} and ${count(rest, 'minute')}`
}

function daysAndHours(hours: number): string {
  const days = count(Math.floor(hours / 24), 'day')
  const rest = hours % 24
  return rest === 0 || hours >= 7 * 24 ? days : `${days} and ${count(rest, 'hour')}`
}

function count(size: number, noun: string): string {
  return `${size} ${noun}${size === 1 ? '' : 's'}`
}
