import type { ReactNode } from 'react'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { sendByMailboxAction } from '#lib/features/sending/sending-actions.ts'
import type { listMailboxesToSendFrom, MailOfPitch } from '#lib/features/sending/sending-queries.ts'

type MailboxesToSendFrom = Awaited<ReturnType<typeof listMailboxesToSendFrom>>

/** One's own mailboxes, and what goes, or went, out of them. */
export type SendingOfPitch = {
  mailboxes: MailboxesToSendFrom
  mails: MailOfPitch[]
  /** New for each page drawn: what is pressed twice is sent once. */
  once: string
}

type SendFromMailboxProps = {
  mailboxes: MailboxesToSendFrom
  /** The step of the conversation, and what tells one press from another. */
  hidden: Record<string, string | number>
  isFirst?: boolean
  /** Where the words are typed in this very form. */
  children?: ReactNode
}

/** One press, and half a minute to think again. */
export function SendFromMailbox({ mailboxes, hidden, isFirst = false, children }: SendFromMailboxProps) {
  const [only] = mailboxes
  if (!only) return null
  const isOnly = mailboxes.length === 1
  return (
    <ActionForm
      action={sendByMailboxAction}
      hidden={{ ...hidden, ...(isOnly ? { mailboxId: only.id } : {}) }}
      label="Send from your mailbox"
      className="gap-3!"
    >
      {children}
      {isOnly ? null : (
        <SelectField
          name="mailboxId"
          label="From"
          required
          choices={mailboxes.map(({ id, address }) => ({ value: id, label: address }))}
          defaultValue={only.id}
        />
      )}
      <FormActions>
        <SubmitButton pendingLabel="Taking it">
          <span className="wrap-anywhere">{isOnly ? `Send from ${only.address}` : 'Send it'}</span>
        </SubmitButton>
      </FormActions>
      <p className="text-sm text-ink-soft">
        It goes out half a minute later. Until then you can undo it.
        {isFirst ? ` ${mailboxes.map(leftToday).join(' ')}` : null}
      </p>
    </ActionForm>
  )
}

function leftToday(
  { address, dailyCap, firstsToday }: MailboxesToSendFrom[number],
  _index: number,
  all: MailboxesToSendFrom,
): string {
  const left = Math.max(0, dailyCap - firstsToday)
  const whose = all.length === 1 ? 'This mailbox' : address
  return `${whose} has ${left} of its ${dailyCap} first letters left today.`
}
