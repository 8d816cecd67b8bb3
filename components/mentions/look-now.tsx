import { Eye } from 'lucide'
import { RefreshWhileWaiting } from '#components/jobs/refresh-while-waiting.tsx'
import { WorkerNotice } from '#components/jobs/worker-notice.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { ProgressNote } from '#components/ui/progress-note.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { lookNowAction } from '#lib/features/mentions/mention-actions.ts'

/** The button that asks for a look. */
export function LookNowForm({ workspace, mentionId }: { workspace: string; mentionId: string }) {
  return (
    <ActionForm action={lookNowAction} hidden={{ workspace, mentionId }} label="Look now">
      <SubmitButton pendingLabel="Asking">
        <Icon of={Eye} />
        Look now
      </SubmitButton>
    </ActionForm>
  )
}

type LookProgressProps = {
  state: string
  askedBy: string
  path: string
  isDemo: boolean
  now: Date
  timeZone: string
}

/** Why a look that was asked for has not begun, by who asked. */
const WAITING_WORDS: Record<string, string> = {
  clock: 'The next look is due and begins within some minutes',
  run: 'A look is on its way with a check of many pages',
  person: 'The look is asked for and about to begin',
}

/** A look on its way: it arrives by itself with scripts, and at a click without. */
export function LookProgress({ state, askedBy, path, isDemo, now, timeZone }: LookProgressProps) {
  return (
    <div className="mb-6 flex flex-col gap-3">
      <ProgressNote
        title={
          state === 'looking' ? 'Looking at the page' : (WAITING_WORDS[askedBy] ?? 'A look is asked for')
        }
      >
        {isDemo ? 'This is a demo page, so its saved copy is judged. ' : null}
        You can leave this page. It carries on.{' '}
        <noscript>
          <Link href={path} className="ink-link">
            See whether it has arrived
          </Link>
        </noscript>
      </ProgressNote>
      <WorkerNotice now={now} timeZone={timeZone} waiting="This look" />
      <RefreshWhileWaiting />
    </div>
  )
}
