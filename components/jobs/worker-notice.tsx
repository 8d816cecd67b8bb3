import { Notice } from '#components/ui/notice.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { isWorkerMissed, lastWorkerBeat } from '#lib/server/worker-beat.ts'

type WorkerNoticeProps = {
  now: Date
  /** IANA name of the reader's zone. */
  timeZone: string
  /** What waits for it: "This page", "3 looks". */
  waiting?: string
}

/** Says it when nobody is there to do what a page waits for, instead of letting people wait. Otherwise nothing. */
export async function WorkerNotice({ now, timeZone, waiting = 'What you asked for' }: WorkerNoticeProps) {
  const lastBeat = await lastWorkerBeat()
  if (!isWorkerMissed(lastBeat, now)) return null
  return (
    <Notice tone="careful" title="No worker has been seen for a minute.">
      {waiting} is kept, and done as soon as a worker is back. Whoever runs this server starts one with{' '}
      <code>npm run worker</code>.{' '}
      {lastBeat ? (
        <>
          The last one was seen <RelativeTime then={lastBeat} now={now} timeZone={timeZone} />.
        </>
      ) : null}
    </Notice>
  )
}
