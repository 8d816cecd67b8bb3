import { VERDICT_KINDS, type VerdictKind } from './link-verdict.ts'
import {
  lookAfterFailures,
  MAY_NOT_PASS_HOURS,
  MAY_PASS_HOURS,
  nextRoutineLook,
} from './re-check-schedule.ts'

/** What a mention comes to: the verdicts, "nobody has looked yet", and the day between two looks that find it missing. */
export const MENTION_OUTCOME_KINDS = [...VERDICT_KINDS, 'not-looked-yet', 'missing-looking-again'] as const
export type MentionOutcomeKind = (typeof MENTION_OUTCOME_KINDS)[number]

/** One look in a mention's history, by Rapport or by a person. */
export type PastLook = {
  at: Date
  kind: VerdictKind
  linked: boolean | null
  /** What kept the look from succeeding may pass by itself. */
  transient?: boolean | null
}

export type MentionOutcome = {
  kind: MentionOutcomeKind
  /** Since when it has been so: the first look of the unbroken run that says it. Null while nobody has looked. */
  since: Date | null
  lastLookAt: Date | null
  /** The last look that could tell anything; older than `lastLookAt` while the page cannot be checked. */
  lastTellingLookAt: Date | null
  lookAgainAt: Date
  /** When the look comes that decides; null but for "missing, looking again on ...". */
  secondLookAt: Date | null
  isDue: boolean
}

type History = {
  looks: readonly PastLook[]
  addedAt: Date
  now: Date
  /** From 0 to 1, drawn by the caller. */
  jitter?: number
  /** Whether a person says, today, that the page is about us. Left out: as each look was told. */
  aboutUs?: boolean
  /** The host asked not to be asked again before this time (Retry-After). */
  notBefore?: Date | null
}

const HOUR_MS = 3_600_000
/** Two looks this far apart must find it missing before it is called lost. */
const SECOND_LOOK_AFTER_MS = 24 * HOUR_MS
/** A host may ask for a week; who asks for a year has made a mistake, and would never be looked at again. */
const NOT_BEFORE_MAX_MS = 7 * 24 * HOUR_MS

/**
 * A mention's outcome from the history of looks. A look that could not tell changes nothing that is known; a link that
 * is missing, or a page that is gone, counts only once two looks at least 24 hours apart have found it so.
 */
export function mentionOutcome({
  looks,
  addedAt,
  now,
  jitter = 0,
  aboutUs,
  notBefore = null,
}: History): MentionOutcome {
  const history = [...looks].sort((a, b) => a.at.getTime() - b.at.getTime())
  const last = history.at(-1) ?? null
  const telling = tellingLooks(history, aboutUs)
  const { kind, since, waitsForSecondLook } = conclude(telling, history)
  const planned =
    waitsForSecondLook && since ? secondLook(since, history, jitter) : ordinaryLook(history, addedAt, jitter)
  const lookAgainAt = obeying(notBefore, last, planned)
  return {
    kind,
    since,
    lastLookAt: last?.at ?? null,
    lastTellingLookAt: telling.at(-1)?.at ?? null,
    lookAgainAt,
    secondLookAt: waitsForSecondLook ? lookAgainAt : null,
    isDue: lookAgainAt.getTime() <= now.getTime(),
  }
}

type Telling = { at: Date; kind: VerdictKind }

function couldTell({ kind }: PastLook): boolean {
  return kind !== 'could-not-check' && kind !== 'looks-rendered-by-script'
}

function tellingLooks(history: readonly PastLook[], aboutUs: boolean | undefined): Telling[] {
  let hasLinked = false
  return history.flatMap((look) => {
    const meant = { at: look.at, kind: meaningOf(look, hasLinked, aboutUs) }
    hasLinked ||= look.linked === true
    return couldTell(look) ? [meant] : []
  })
}

/**
 * A page that once linked and now does not has lost its link, whatever else the look was called. Whether a page without
 * our name is about us is what a person says today, not what was said when it was looked at.
 */
function meaningOf({ kind }: PastLook, hasLinked: boolean, aboutUs: boolean | undefined): VerdictKind {
  if (kind === 'mentioned-unlinked' && hasLinked) return 'lost'
  if (kind !== 'not-mentioned' && kind !== 'featured-not-named') return kind
  if (hasLinked) return 'lost'
  if (aboutUs === undefined) return kind
  return aboutUs ? 'featured-not-named' : 'not-mentioned'
}

function conclude(
  telling: Telling[],
  history: readonly PastLook[],
): { kind: MentionOutcomeKind; since: Date | null; waitsForSecondLook: boolean } {
  const last = telling.at(-1)
  if (!last) return { ...concludeUntold(history), waitsForSecondLook: false }
  const run = runAtEnd(
    telling,
    isMissing(last.kind) ? ({ kind }) => isMissing(kind) : ({ kind }) => kind === last.kind,
  )
  const first = run[0] ?? last
  if (!isMissing(last.kind)) return { kind: last.kind, since: first.at, waitsForSecondLook: false }
  const isConfirmed = last.at.getTime() - first.at.getTime() >= SECOND_LOOK_AFTER_MS
  return {
    kind: isConfirmed ? last.kind : 'missing-looking-again',
    since: first.at,
    waitsForSecondLook: !isConfirmed,
  }
}

/** Nobody could tell yet. Why not, the last look says that did not fail by a passing trouble. */
function concludeUntold(history: readonly PastLook[]): { kind: MentionOutcomeKind; since: Date | null } {
  const lasting = history.filter(({ transient }) => transient !== true)
  const known = lasting.length > 0 ? lasting : history
  const last = known.at(-1)
  if (!last) return { kind: 'not-looked-yet', since: null }
  return { kind: last.kind, since: runAtEnd(known, ({ kind }) => kind === last.kind)[0]?.at ?? last.at }
}

function isMissing(kind: VerdictKind): boolean {
  return kind === 'lost' || kind === 'page-gone'
}

function runAtEnd<Look>(looks: readonly Look[], belongs: (look: Look) => boolean): Look[] {
  const breakAt = looks.findLastIndex((look) => !belongs(look))
  return looks.slice(breakAt + 1)
}

/** A day after the first missing look; where later tries could not tell, they come further and further apart. */
function secondLook(firstMissing: Date, history: readonly PastLook[], jitter: number): Date {
  const earliest = firstMissing.getTime() + SECOND_LOOK_AFTER_MS + Math.round(HOUR_MS * jitter)
  const { last, failures } = failuresAtEnd(history)
  if (!last || failures === 0) return new Date(earliest)
  const hours = last.transient === true ? MAY_PASS_HOURS : MAY_NOT_PASS_HOURS
  const retry = lookAfterFailures({ lastAt: last.at, failures, hours, jitter })
  return new Date(Math.max(earliest, retry.getTime()))
}

/** The routine; sooner after a failure, and never later. A page that was read and cannot tell, as one built by script, keeps to it. */
function ordinaryLook(history: readonly PastLook[], addedAt: Date, jitter: number): Date {
  const { last, failures } = failuresAtEnd(history)
  const routine = nextRoutineLook({ addedAt, lastLookAt: last?.at ?? null, jitter })
  if (!last || failures === 0 || last.transient === false || last.kind === 'looks-rendered-by-script')
    return routine
  if (last.transient !== true && failures > MAY_NOT_PASS_HOURS.length) return routine
  const hours = last.transient === true ? MAY_PASS_HOURS : MAY_NOT_PASS_HOURS
  const retry = lookAfterFailures({ lastAt: last.at, failures, hours, jitter })
  return new Date(Math.min(routine.getTime(), retry.getTime()))
}

/** How many looks in a row, up to the last one, could not tell for a like reason. */
function failuresAtEnd(history: readonly PastLook[]): { last: PastLook | null; failures: number } {
  const last = history.at(-1) ?? null
  const mayPass = last?.transient === true
  const failed = runAtEnd(history, (look) => !couldTell(look) && (look.transient === true) === mayPass)
  return { last, failures: failed.length }
}

function obeying(notBefore: Date | null, last: PastLook | null, planned: Date): Date {
  if (notBefore === null || last === null) return planned
  const until = Math.min(notBefore.getTime(), last.at.getTime() + NOT_BEFORE_MAX_MS)
  return new Date(Math.max(planned.getTime(), until))
}
