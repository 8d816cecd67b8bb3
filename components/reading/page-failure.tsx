import { RotateCw } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { readingFailureWords } from '#lib/domain/reading-failures.ts'
import { retryFetchAction } from '#lib/features/reading/reading-actions.ts'

type PageFailureProps = {
  workspace: string
  noteId: string
  failure: string
  nextTryAt: Date | null
  now: Date
  mayWrite: boolean
}

/** Why there is nothing to read, in plain words, and what one can do about it. */
export function PageFailure({ workspace, noteId, failure, nextTryAt, now, mayWrite }: PageFailureProps) {
  const { happened, inYourHands } = readingFailureWords(failure)
  return (
    <Notice
      tone="unknown"
      title="We could not read this page."
      actions={
        mayWrite ? (
          <ActionForm action={retryFetchAction} hidden={{ workspace, noteId }} label="Try again">
            <SubmitButton tone="secondary" pendingLabel="Asking">
              <Icon of={RotateCw} />
              Try again
            </SubmitButton>
          </ActionForm>
        ) : null
      }
    >
      <p>{happened}</p>
      {nextTryAt ? <p>This may pass. We try again by ourselves {soonWords(nextTryAt, now)}.</p> : null}
      {mayWrite ? <p>{inYourHands}</p> : null}
    </Notice>
  )
}

function soonWords(then: Date, now: Date): string {
  const minutes = Math.round((then.getTime() - now.getTime()) / 60_000)
  if (minutes < 1) return 'in less than a minute'
  if (minutes === 1) return 'in about a minute'
  return minutes < 55 ? `in about ${minutes} minutes` : 'in about an hour'
}
