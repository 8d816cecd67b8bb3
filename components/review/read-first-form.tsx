import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/features/form-state.ts'

type ReadFirstFormProps = {
  action: FormAction
  /** Workspace, and whose letters or which campaign's are meant. */
  hidden: Record<string, string>
  isReadFirst: boolean
  /** "Tom’s letters" */
  what: string
}

/** One button that begins or ends that somebody else reads letters before they go. */
export function ReadFirstForm({ action, hidden, isReadFirst, what }: ReadFirstFormProps) {
  const words = isReadFirst ? 'No longer' : 'Read them first'
  return (
    <ActionForm
      action={action}
      hidden={{ ...hidden, isReadFirst: isReadFirst ? 'off' : 'on' }}
      label={`${what}: ${words.toLowerCase()}`}
      className="gap-2!"
    >
      <div>
        <SubmitButton tone={isReadFirst ? 'quiet' : 'secondary'} pendingLabel="Saving">
          {words}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
