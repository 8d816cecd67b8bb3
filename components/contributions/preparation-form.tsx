import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { editableAddress } from '#lib/domain/readable-address.ts'
import { savePreparationAction } from '#lib/features/contributions/contribution-actions.ts'
import type { Contribution } from '#lib/features/contributions/contribution-queries.ts'

const NUMBERS = ['first', 'second', 'third'] as const

/** What the preparation sheet says, to be filled in over some days. */
export function PreparationForm({ workspace, work }: { workspace: string; work: Contribution }) {
  return (
    <div className="max-w-form">
      <ActionForm
        action={savePreparationAction}
        hidden={{ workspace, contributionId: work.id }}
        label="The preparation sheet"
      >
        <TextField
          name="hosts"
          label="Who asks the questions"
          maxLength={300}
          defaultValue={work.hosts}
          hint="Names as they are said aloud."
        />
        <TextAreaField
          name="asked"
          label="What they asked for"
          rows={3}
          maxLength={5000}
          defaultValue={work.asked}
        />
        <TextAreaField
          name="heard"
          label="What you listened to or read of theirs"
          rows={3}
          maxLength={5000}
          defaultValue={work.heard}
          hint="Your reading notes of this outlet are on the sheet by themselves."
        />
        <TextAreaField
          name="facts"
          label="Your facts, with their numbers"
          rows={4}
          maxLength={5000}
          defaultValue={work.facts}
        />
        {NUMBERS.map((number, index) => (
          <TextAreaField
            key={number}
            name={`story${index + 1}`}
            label={`The ${number} story`}
            rows={2}
            maxLength={2000}
            serif
            defaultValue={work.stories[index]}
          />
        ))}
        <TextField
          name="wishUrl"
          label="The page of yours you would love them to mention"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          defaultValue={work.wishUrl ? editableAddress(work.wishUrl) : undefined}
          hint="If it serves their listeners. Say it once, and leave it to them."
        />
        <div>
          <SubmitButton pendingLabel="Saving">Keep the sheet</SubmitButton>
        </div>
      </ActionForm>
    </div>
  )
}
