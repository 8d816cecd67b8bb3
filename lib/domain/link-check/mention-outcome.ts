import { VERDICT_KINDS, type VerdictKind } from './link-verdict.ts'
import { nextRoutineLook } from './re-check-schedule.ts'

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
  isDue: boolean
}

const HOUR_MS = 3_600_000
/** Two looks this far apart must find it missing before it is called lost. */
const SECOND_LOOK_AFTER_MS = 24 * HOUR_MS
/** After a failure that may pass, the next tries come sooner than the routine. */
const RETRY_AFTER_HOURS = [1, 6, 24]

/**
 * A mention's outcome from the history of looks. A look that could not tell changes nothing that is known; a link that
 * is missing, or a page that is gone, counts only once two looks at least 24 hours apart have found it so.
 */
export function mentionOutcome({
  looks,
  addedAt,
  now,
  jitter = 0,
}: {
  looks: readonly PastLook[]
  addedAt: Date
  now: Date
  jitter?: number
}): MentionOutcome {
  const history = [...looks].sort((a, b) => a.at.getTime() - b.at.getTime())
  const last = history.at(-1) ?? null
  const telling = history.flatMap((look, at) =>
    couldTell(look) ? [{ at: look.at, kind: meaningOf(look, history.slice(0, at)) }] : [],
  )
  const { kind, since, waitsForSecondLook } = conclude(telling, history)
  const lookAgainAt =
    waitsForSecondLook && since ? secondLook(since, last, jitter) : ordinaryLook(history, addedAt, jitter)
  return {
    kind,
    since,
    lastLookAt: last?.at ?? null,
    lastTellingLookAt: telling.at(-1)?.at ?? null,
    lookAgainAt,
    isDue: lookAgainAt.getTime() <= now.getTime(),
  }
}

type Telling = { at: Date; kind: VerdictKind }

function couldTell({ kind }: PastLook): boolean {
  return kind !== 'could-not-check' && kind !== 'looks-rendered-by-script'
}

/** A page that once linked and now does not has lost its link, whatever else the look was called. */
function meaningOf(look: PastLook, before: readonly PastLook[]): VerdictKind {
  const isUnlinked =
    look.kind === 'mentioned-unlinked' || look.kind === 'not-mentioned' || look.kind === 'featured-not-named'
  return isUnlinked && before.some(({ linked }) => linked === true) ? 'lost' : look.kind
}

function conclude(
  telling: Telling[],
  history: readonly PastLook[],
): { kind: MentionOutcomeKind; since: Date | null; waitsForSecondLook: boolean } {
  const last = telling.at(-1)
  if (!last) {
    const untold = history.at(-1)
    return {
      kind: untold?.kind ?? 'not-looked-yet',
      since: history[0]?.at ?? null,
      waitsForSecondLook: false,
    }
  }
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

function isMissing(kind: VerdictKind): boolean {
  return kind === 'lost' || kind === 'page-gone'
}

function runAtEnd(telling: Telling[], belongs: (look: Telling) => boolean): Telling[] {
  const breakAt = telling.findLastIndex((look) => !belongs(look))
  return telling.slice(breakAt + 1)
}

/** A day after the first missing look; where a later try could not tell, soon after that try. */
function secondLook(firstMissing: Date, last: PastLook | null, jitter: number): Date {
  const earliest = firstMissing.getTime() + SECOND_LOOK_AFTER_MS
  const afterLast = last && !couldTell(last) ? last.at.getTime() + HOUR_MS : 0
  return new Date(Math.max(earliest, afterLast) + Math.round(HOUR_MS * jitter))
}

function ordinaryLook(history: readonly PastLook[], addedAt: Date, jitter: number): Date {
  const last = history.at(-1) ?? null
  const routine = nextRoutineLook({ addedAt, lastLookAt: last?.at ?? null, jitter })
  if (last?.transient !== true || couldTell(last)) return routine
  const failures =
    history.length - 1 - history.findLastIndex((look) => couldTell(look) || look.transient !== true)
  const hours = RETRY_AFTER_HOURS[failures - 1]
  if (hours === undefined) return routine
  const retry = last.at.getTime() + hours * HOUR_MS * (1 + jitter / 10)
  return new Date(Math.min(routine.getTime(), retry))
}
