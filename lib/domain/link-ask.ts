import { isLinkedOutcome } from './link-check/review-rule.ts'
import { addDays, daysBetween, type LocalDate } from './local-date.ts'
import { countWords } from './text/words.ts'

/** FACTS.md, section 6: an unlinked mention is asked about at most once, this long after it came out. */
export const ASK_WITHIN_DAYS = 30
/** An ask of the last days of the window still gets a week before silence counts as an answer. */
const ANSWER_WITHIN_DAYS = 7
/** "For SEO" is no reader's reason. */
const FEWEST_WORDS_OF_REASON = 4

/** How the one ask ended. `not-asked`: we let it be. */
export const ASK_ANSWERS = ['added', 'declined', 'no-answer', 'not-asked'] as const
export type AskAnswer = (typeof ASK_ANSWERS)[number]

export const ASK_ANSWER_WORDS: Readonly<Record<AskAnswer, { label: string; closed: string }>> = {
  added: { label: 'They added the link', closed: 'They were asked once and added the link.' },
  declined: { label: 'They said no', closed: 'They were asked once and said no. That is a full answer.' },
  'no-answer': { label: 'No answer came', closed: 'They were asked once. No answer came, and that is fine.' },
  'not-asked': { label: 'We let it be', closed: 'Nobody was asked. It is good press as it stands.' },
}

export type AskFacts = {
  /** What the mention comes to. */
  outcome: string
  /** When their page came out, where somebody says so. */
  publishedOn: LocalDate | null
  today: LocalDate
  askState: 'none' | 'asked' | 'closed'
  askedOn: LocalDate | null
  /** Whoever would be asked said stop, or is not to be written to for another reason. */
  isStopped: boolean
  /** A promise of ours to them that is overdue, in words. */
  promiseOverdue: string | null
}

/**
 * `no-question`: it is no mention without a link. `out-of-your-hands`: they ran it without our name. `not-dated`: nobody
 * said when it came out. The others speak for themselves.
 */
export type AskKind =
  | 'no-question'
  | 'out-of-your-hands'
  | 'not-dated'
  | 'open'
  | 'too-late'
  | 'stopped'
  | 'promise-owed'
  | 'asked'
  | 'closed'

export type AskStanding = {
  kind: AskKind
  /** The last day on which one may ask. */
  lastDay: LocalDate | null
  /** How to close it now, where that is plain. */
  suggests: AskAnswer | null
  /** What is owed to them first, in words. */
  owed: string | null
}

/**
 * Whether somebody may be asked for a link (DESIGN.md, rule 5): a mention that names us without one, once, inside the
 * window, nobody who wants no letters from us, and nobody we owe something first. A piece that ran without our name is in nobody's hands but theirs.
 */
export function askStanding(facts: AskFacts): AskStanding {
  const lastDay = facts.publishedOn === null ? null : addDays(facts.publishedOn, ASK_WITHIN_DAYS)
  const isOver = lastDay !== null && daysBetween(lastDay, facts.today) > 0
  const standing = (kind: AskKind, suggests: AskAnswer | null = null): AskStanding => ({
    ...{ kind, lastDay, suggests },
    owed: kind === 'promise-owed' ? facts.promiseOverdue : null,
  })
  if (facts.askState === 'closed') return standing('closed')
  if (facts.askState === 'asked') return standing('asked', answerSoFar(facts, isOver))
  if (facts.outcome === 'featured-not-named') return standing('out-of-your-hands')
  if (facts.outcome !== 'mentioned-unlinked') return standing('no-question')
  if (facts.isStopped) return standing('stopped', 'not-asked')
  if (lastDay === null) return standing('not-dated')
  if (isOver) return standing('too-late', 'not-asked')
  return standing(facts.promiseOverdue === null ? 'open' : 'promise-owed')
}

/** Whether what somebody typed can be a reason at all: a few words, of what readers would have of the link. */
export function isReason(words: string): boolean {
  return countWords(words) >= FEWEST_WORDS_OF_REASON
}

function answerSoFar({ outcome, askedOn, today }: AskFacts, isOver: boolean): AskAnswer | null {
  if (isLinkedOutcome(outcome)) return 'added'
  const hadTime = askedOn === null || daysBetween(askedOn, today) > ANSWER_WITHIN_DAYS
  return isOver && hadTime ? 'no-answer' : null
}
