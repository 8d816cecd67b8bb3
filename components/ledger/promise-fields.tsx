import { RadioCardsField, SelectField } from '#components/ui/choice-fields.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { PROMISE_SIDE_LABELS, PROMISE_SIDES } from '#lib/domain/promises.ts'

type PromiseFieldsProps = {
  /** Whom it may be with; none to leave that question out. */
  contacts: readonly { id: string; name: string }[]
  contactId?: string | undefined
  words?: string | undefined
}

/** What a promise is made of: whose it is, what, and by when. */
export function PromiseFields({ contacts, contactId, words }: PromiseFieldsProps) {
  return (
    <>
      <RadioCardsField
        name="whose"
        label="Whose promise is it?"
        columns={2}
        required
        defaultValue="ours"
        choices={PROMISE_SIDES.map((value) => ({ value, ...PROMISE_SIDE_LABELS[value] }))}
      />
      <TextAreaField
        name="words"
        label="What was promised"
        required
        rows={2}
        dir="auto"
        maxLength={1000}
        defaultValue={words}
      />
      <TextField name="dueOn" type="date" label="By which day" required />
      {contacts.length > 0 ? (
        <SelectField
          name="contactId"
          label="Between us and"
          emptyLabel="Nobody in particular"
          defaultValue={contactId}
          choices={contacts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
    </>
  )
}
