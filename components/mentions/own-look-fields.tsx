import { RadioCardsField } from '#components/ui/choice-fields.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { OWN_LOOK_TABLE, OWN_LOOKS } from '#lib/domain/own-look.ts'

/** What a person can say they saw, inside an ActionForm. */
export function OwnLookFields() {
  return (
    <>
      <RadioCardsField
        name="saw"
        label="What did you see?"
        required
        choices={OWN_LOOKS.map((value) => ({
          value,
          label: OWN_LOOK_TABLE[value].label,
          hint: OWN_LOOK_TABLE[value].meaning,
        }))}
      />
      <TextAreaField
        name="words"
        label="In your words"
        rows={3}
        maxLength={5000}
        hint="Where on the page, what it says. Kept as evidence."
      />
    </>
  )
}
