import { ChevronRight } from 'lucide'
import type { ReactNode } from 'react'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { TOUCH_KIND_TABLE, TOUCH_KINDS } from '#lib/domain/touch-kinds.ts'
import type { FormAction } from '#lib/features/form-state.ts'
import { logTouchAction } from '#lib/features/ledger/touch-actions.ts'
import { RefusedDetails } from './refused-details.tsx'
import { touchKindIcons } from './touch-kind-icons.tsx'

type LogTouchFormProps = {
  workspace: string
  prospectId: string
  /** Who it may have been with; none to leave that question out. */
  contacts?: Person[]
  action?: FormAction
  /** The form's name, where several stand on one page. */
  label?: string
  /** A `<summary>`: the form is then folded away under it, one of its kind open at a time. */
  summary?: ReactNode
}
type Person = { id: string; name: string }

/**
 * Every kind is a button that sends the form, so that one tap logs a touch. A note, a page and a person are for who has
 * the time; they are filled in first.
 */
export function LogTouchForm({
  workspace,
  prospectId,
  contacts = [],
  action = logTouchAction,
  label = 'Log a touch',
  summary,
}: LogTouchFormProps) {
  return (
    <ActionForm action={action} hidden={{ workspace, prospectId }} label={label} className="gap-3!">
      {/* The first button of a form is the one Enter presses: here it should press none of the kinds. */}
      <button type="submit" disabled hidden />
      {summary ? (
        <RefusedDetails summary={summary} name="who" className="group/who">
          <div className="flex flex-col gap-3 px-4 pb-4">
            <Kinds />
            <MoreWords contacts={contacts} />
          </div>
        </RefusedDetails>
      ) : (
        <>
          <Kinds />
          <MoreWords contacts={contacts} />
        </>
      )}
    </ActionForm>
  )
}

function Kinds() {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-2">
      {TOUCH_KINDS.map((kind) => {
        const icon = touchKindIcons[kind]
        return (
          <SubmitButton
            key={kind}
            name="kind"
            value={kind}
            tone="secondary"
            className="justify-start! px-3! text-left"
          >
            <Icon of={icon} />
            {TOUCH_KIND_TABLE[kind].label}
          </SubmitButton>
        )
      })}
    </div>
  )
}

function MoreWords({ contacts }: { contacts: Person[] }) {
  return (
    <RefusedDetails className="group/more" summary={moreSummary}>
      <div className="flex flex-col gap-4 pt-2">
        <p className="text-sm text-ink-soft">Fill these in first, then press what you did.</p>
        <TextAreaField name="note" label="Note" rows={2} dir="auto" />
        <TextField name="url" label="Page it happened on" inputMode="url" autoComplete="off" />
        {contacts.length > 0 ? (
          <SelectField
            name="contactId"
            label="With"
            emptyLabel="Nobody in particular"
            choices={contacts.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
      </div>
    </RefusedDetails>
  )
}

const moreSummary = (
  <summary className="tap inline-flex items-center gap-2 rounded-md font-medium text-accent hover:text-accent-deep">
    <Icon of={ChevronRight} className="size-4 shrink-0 transition-transform group-open/more:rotate-90" />
    With a note
  </summary>
)
