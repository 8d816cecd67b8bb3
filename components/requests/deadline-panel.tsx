import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { momentWords } from '#lib/domain/requests/read-deadline.ts'
import { timeLeft } from '#lib/domain/requests/request-states.ts'
import { zoneName } from '#lib/domain/requests/zone-words.ts'
import type { RequestSeen } from '#lib/features/requests/request-queries.ts'
import { Countdown } from './countdown.tsx'

type DeadlinePanelProps = { request: RequestSeen; now: Date; timeZone: string }

/** How long there is, in the reader's zone and in the journalist's, and how the words were read. */
export function DeadlinePanel({ request, now, timeZone }: DeadlinePanelProps) {
  const { deadlineAt, deadlineZone, deadlineWords, deadlineDoubts, state } = request
  if (deadlineAt === null) {
    return (
      <Panel title="Deadline">
        <p>{deadlineWords ? <bdi>“{deadlineWords}”</bdi> : 'They named none.'}</p>
        <Doubts doubts={deadlineDoubts} />
        <p className="mt-2 text-sm text-ink-soft">
          Sooner is better: many close a request as soon as they have enough.
        </p>
      </Panel>
    )
  }
  const theirs = deadlineZone && deadlineZone !== timeZone ? deadlineZone : null
  return (
    <Panel title="Deadline">
      <div className="flex flex-col gap-3">
        {state === 'open' ? (
          <p className="font-serif text-xl">
            <Countdown at={deadlineAt.toISOString()} words={timeLeft(deadlineAt, now)} />
          </p>
        ) : null}
        <dl className="flex flex-col gap-2">
          <div>
            <dt className="text-sm text-ink-soft">Where you are</dt>
            <dd>{momentWords(deadlineAt, timeZone)}</dd>
          </div>
          {theirs ? (
            <div>
              <dt className="text-sm text-ink-soft">In the zone they named</dt>
              <dd>{momentWords(deadlineAt, theirs)}</dd>
            </div>
          ) : null}
        </dl>
        {deadlineWords ? (
          <p className="text-sm text-ink-soft wrap-anywhere">
            Read from <bdi>“{deadlineWords}”</bdi>
            {deadlineZone ? `, in ${zoneName(deadlineZone)}` : ''}.
          </p>
        ) : null}
        <Doubts doubts={deadlineDoubts} />
        {request.standing.kind === 'late' ? (
          <Notice tone="neutral" title="It has passed">
            An answer now will most likely not be read. You may close it without a bad conscience, or answer
            all the same.
          </Notice>
        ) : null}
      </div>
    </Panel>
  )
}

function Doubts({ doubts }: { doubts: readonly string[] }) {
  if (doubts.length === 0) return null
  return (
    <ul className="flex flex-col gap-1 text-sm text-careful">
      {doubts.map((doubt) => (
        <li key={doubt}>{doubt}</li>
      ))}
    </ul>
  )
}
