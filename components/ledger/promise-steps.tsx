import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { FoldedFields } from '#components/ui/folded-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import {
  keepPromiseAction,
  releasePromiseAction,
  reopenPromiseAction,
} from '#lib/features/ledger/promise-actions.ts'
import type { PromiseRow } from '#lib/features/ledger/promise-queries.ts'
import { moveToTrashAction } from '#lib/features/trash/trash-actions.ts'

type PromiseStepsProps = { workspace: string; promise: PromiseRow }

/** What can be done about a promise: kept with one press, let go of with a reason, opened again. */
export function PromiseSteps({ workspace, promise }: PromiseStepsProps) {
  const { id, state, whose, words } = promise
  const hidden = { workspace, promiseId: id }
  const short = words.length > 60 ? `${words.slice(0, 60)}…` : words
  if (state !== 'open')
    return (
      <ActionForm action={reopenPromiseAction} hidden={hidden} label={`Open it again: ${short}`}>
        <div>
          <SubmitButton tone="quiet" pendingLabel="Opening it">
            Open it again
          </SubmitButton>
        </div>
      </ActionForm>
    )
  const cannot =
    whose === 'ours'
      ? { summary: 'Say that we cannot', label: 'What you told them', button: 'It is not owed any more' }
      : { summary: 'Let them off', label: 'Why', button: 'Let them off' }
  return (
    <div className="flex flex-wrap items-start gap-x-4">
      <ActionForm action={keepPromiseAction} hidden={hidden} label={`Kept: ${short}`}>
        <div>
          <SubmitButton tone="secondary" pendingLabel="Noting it">
            {whose === 'ours' ? 'We kept it' : 'They kept it'}
          </SubmitButton>
        </div>
      </ActionForm>
      <div className="min-w-0 has-[details[open]]:basis-full">
        <ActionForm
          action={releasePromiseAction}
          hidden={hidden}
          label={`${cannot.summary}: ${short}`}
          className="max-w-form gap-3!"
        >
          <FoldedFields summary={<span className="text-sm">{cannot.summary}</span>}>
            <TextAreaField name="reason" label={cannot.label} required rows={2} dir="auto" maxLength={1000} />
            <FormActions>
              <SubmitButton tone="secondary" pendingLabel="Noting it">
                {cannot.button}
              </SubmitButton>
              <SubmitButton form={`trash-${id}`} tone="quiet">
                It was a mistake: move it to the trash
              </SubmitButton>
            </FormActions>
          </FoldedFields>
        </ActionForm>
        <ActionForm
          id={`trash-${id}`}
          action={moveToTrashAction}
          hidden={{ workspace, kind: 'promise', itemId: id }}
          label={`Move to the trash: ${short}`}
        />
      </div>
    </div>
  )
}
