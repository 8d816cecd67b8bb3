import { RefreshWhileWaiting } from '#components/jobs/refresh-while-waiting.tsx'
import { WorkerNotice } from '#components/jobs/worker-notice.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { ProgressNote } from '#components/ui/progress-note.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import type { CheckRunStanding } from '#lib/features/mentions/check-run-queries.ts'
import type { getLookHour } from '#lib/features/mentions/look-budget.ts'
import { pagesInWords } from './count-words.ts'
import { clockTime } from './look-hour-line.tsx'

/** Whatever has not been asked for by then waits for a reason. */
const SET_OUT_BY_THEN_MS = 2 * 60 * 1000

type CheckRunProgressProps = {
  run: CheckRunStanding
  hour: Awaited<ReturnType<typeof getLookHour>>
  path: string
  now: Date
  timeZone: string
}

/** How far a check is, or how it ended. On its way it arrives by itself with scripts, and at a click without. */
export function CheckRunProgress({ run, hour, path, now, timeZone }: CheckRunProgressProps) {
  const { done, waiting, leftOut, notAskedFor } = run.counts
  if (run.state !== 'running' || waiting === 0) return <Ending run={run} now={now} timeZone={timeZone} />
  const waitsForHour = notAskedFor > 0 && hour.used >= hour.limit
  const waitsForHosts =
    !waitsForHour && notAskedFor > 0 && now.getTime() - run.at.getTime() > SET_OUT_BY_THEN_MS
  return (
    <div className="mb-6 flex flex-col gap-3">
      <ProgressNote title={`Looking at ${pagesInWords(run.total)}`} done={done} total={done + waiting}>
        You can leave this page. It carries on.{' '}
        {leftOut > 0
          ? `${pagesInWords(leftOut)} went to the trash meanwhile and ${leftOut === 1 ? 'is' : 'are'} left out. `
          : null}
        <noscript>
          <Link href={path} className="ink-link">
            See how far it is
          </Link>
        </noscript>
      </ProgressNote>
      {waitsForHour ? (
        <Notice
          tone="neutral"
          title={`${pagesInWords(notAskedFor)} ${notAskedFor === 1 ? 'waits' : 'wait'} for the next hour.`}
        >
          The looks of this hour are used up. It goes on at {clockTime(hour.until, timeZone)} by itself.
        </Notice>
      ) : null}
      {waitsForHosts ? (
        <Notice
          tone="neutral"
          title={`${pagesInWords(notAskedFor)} ${notAskedFor === 1 ? 'waits' : 'wait'} for a turn.`}
        >
          Their sites have asked for a pause, or other pages of theirs come first.
        </Notice>
      ) : null}
      <WorkerNotice now={now} timeZone={timeZone} waiting="This check" />
      <RefreshWhileWaiting atMostEveryMs={3000} />
    </div>
  )
}

function Ending({ run, now, timeZone }: Pick<CheckRunProgressProps, 'run' | 'now' | 'timeZone'>) {
  const { done, leftOut } = run.counts
  const isWhole = run.state !== 'stopped' && leftOut === 0
  return (
    <div className="mb-6">
      <Notice tone={isWhole ? 'good' : 'neutral'} title={isWhole ? 'Finished' : titleOf(run)}>
        {isWhole
          ? `${pagesInWords(done)} looked at, each once`
          : `${pagesInWords(done)} looked at, ${pagesInWords(leftOut)} left out`}
        {run.endedAt ? (
          <>
            ; ended <RelativeTime then={run.endedAt} now={now} timeZone={timeZone} />
          </>
        ) : null}
        .
      </Notice>
    </div>
  )
}

function titleOf({ state }: { state: string }): string {
  return state === 'stopped' ? 'Stopped before its end' : 'Finished; some had gone to the trash'
}
