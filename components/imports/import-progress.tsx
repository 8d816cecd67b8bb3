import { RefreshWhileWaiting } from '#components/jobs/refresh-while-waiting.tsx'
import { WorkerNotice } from '#components/jobs/worker-notice.tsx'
import { Link } from '#components/ui/link.tsx'
import { ProgressNote } from '#components/ui/progress-note.tsx'
import type { ImportStanding } from '#lib/features/imports/import-queries.ts'
import { DropButton } from './drop-import.tsx'
import { inDigits } from './import-words.ts'

type ImportProgressProps = { batch: ImportStanding; path: string; now: Date; timeZone: string }

/** A file being read, applied or taken back. It arrives by itself with scripts, and at a click without. */
export function ImportProgress({ batch, path, now, timeZone }: ImportProgressProps) {
  const { state, done, total } = batch
  const isReading = state === 'reading' || state === 'uploaded'
  const title = isReading
    ? `Reading the file${done > 0 ? `: ${inDigits(done)} rows so far` : ''}`
    : state === 'applying'
      ? 'Applying the import'
      : 'Taking the import back'
  return (
    <div className="mb-6 flex flex-col gap-3">
      <ProgressNote
        title={title}
        {...(isReading || total === null ? {} : { done: Math.min(done, total), total })}
      >
        You can leave this page. It carries on.{' '}
        <noscript>
          <Link href={path} className="ink-link">
            See how far it is
          </Link>
        </noscript>
      </ProgressNote>
      <WorkerNotice now={now} timeZone={timeZone} waiting="This file" />
      {isReading ? (
        <div>
          <DropButton />
        </div>
      ) : null}
      <RefreshWhileWaiting />
    </div>
  )
}
