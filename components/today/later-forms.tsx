'use client'

import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { putOffAction } from '#lib/features/today/put-off-actions.ts'
import { LATER_FORM } from './put-off-forms.ts'
import { WhenDone } from './when-done.tsx'

/** The days one can choose, in words. */
export type LaterDays = { tomorrow: string; nextWeek: string; first: string; last: string }

type LaterFormsProps = {
  workspace: string
  /** Which thing: thingName. */
  thing: string
  days: LaterDays
  /** Called once it is put off. */
  onDone?: () => void
}

/** Until when something is to be out of sight: tomorrow, next week, or a day of one's own. */
export function LaterForms({ workspace, thing, days, onDone }: LaterFormsProps) {
  return (
    <div className="flex flex-col gap-6">
      <ActionForm
        action={putOffAction}
        hidden={{ workspace, thing }}
        id={LATER_FORM}
        label="Tomorrow or next week"
      >
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="choice" value="tomorrow" pendingLabel="Putting it off">
            {`Until tomorrow, ${days.tomorrow}`}
          </SubmitButton>
          <SubmitButton name="choice" value="next-week" tone="secondary" pendingLabel="Putting it off">
            {`Until next week, ${days.nextWeek}`}
          </SubmitButton>
        </div>
        <WhenDone call={onDone} />
      </ActionForm>
      <ActionForm
        action={putOffAction}
        hidden={{ workspace, thing, choice: 'date' }}
        id="later-day"
        label="Another day"
      >
        <TextField name="date" type="date" label="Until a day" min={days.first} max={days.last} required />
        <div>
          <SubmitButton tone="secondary" pendingLabel="Putting it off">
            Put it off until then
          </SubmitButton>
        </div>
        <WhenDone call={onDone} />
      </ActionForm>
    </div>
  )
}
