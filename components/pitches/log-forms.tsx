import type { ReactNode } from 'react'
import { DropMailForm } from '#components/answers/drop-mail-form.tsx'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import type { FormAction } from '#lib/features/form-state.ts'
import {
  logBounceAction,
  logNoAction,
  logReplyAction,
  logStopAction,
} from '#lib/features/pitches/pitch-actions.ts'

type LogFormsProps = {
  workspace: string
  pitchId: string
  contactName: string
  /** A new one for each page drawn: pressing twice logs once. */
  once: string
  isMail: boolean
}

/** What came back, in two clicks: open one, press its button. Words help later, and may be left out. */
export function LogForms({ workspace, pitchId, contactName, once, isMail }: LogFormsProps) {
  const hidden = { workspace, pitchId }
  return (
    <div className="flex flex-col divide-y divide-line">
      <LogForm
        summary="They answered"
        lead="Paste their mail as it is: what they quote is folded away."
        action={logReplyAction}
        hidden={{ ...hidden, once }}
        field={{ name: 'body', label: 'What they wrote' }}
        button="Log their answer"
      />
      {isMail ? <DropMailForm workspace={workspace} pitchId={pitchId} /> : null}
      <LogForm
        summary="They said no"
        lead="Closed for now. A no is an answer; thank them and leave it there."
        action={logNoAction}
        hidden={hidden}
        field={{ name: 'words', label: 'Their words' }}
        button="Log their no"
      />
      <LogForm
        summary="They asked us to stop"
        lead={
          <>
            Final for {contactName}: every address of theirs, in every campaign. Open pitches to them are
            closed.
          </>
        }
        action={logStopAction}
        hidden={hidden}
        field={{ name: 'words', label: 'Their words' }}
        button="Never write to them again"
        isFinal
      />
      {isMail ? (
        <LogForm
          summary="It came back"
          lead="The address is marked as not working, and nothing more goes to it."
          action={logBounceAction}
          hidden={hidden}
          field={{ name: 'words', label: 'What the notice said' }}
          button="Log that it bounced"
        />
      ) : null}
    </div>
  )
}

type LogFormProps = {
  summary: string
  lead?: ReactNode
  action: FormAction
  hidden: Record<string, string>
  field: { name: string; label: string }
  button: string
  isFinal?: boolean
}

function LogForm({ summary, lead, action, hidden, field, button, isFinal = false }: LogFormProps) {
  return (
    <div className="py-1 first:pt-0 last:pb-0">
      <Disclosure summary={summary} name="what-came-back">
        {lead ? <p className="mb-3 text-sm text-ink-soft">{lead}</p> : null}
        <ActionForm action={action} hidden={hidden} label={summary} className="gap-3!">
          <TextAreaField name={field.name} label={field.label} serif rows={3} dir="auto" />
          <FormActions>
            <SubmitButton tone={isFinal ? 'danger' : 'primary'} pendingLabel="Logging it">
              {button}
            </SubmitButton>
          </FormActions>
        </ActionForm>
      </Disclosure>
    </div>
  )
}
