import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import { LIMITS, limitWords } from '#lib/domain/workspace-limits.ts'
import { changeLimitsAction } from '#lib/features/pitches/limit-actions.ts'
import type { LimitInForce } from '#lib/features/pitches/limit-queries.ts'

type LimitsFormProps = { workspace: string; limits: readonly LimitInForce[] }

/** One field for each limit, with why it goes no further. */
export function LimitsForm({ workspace, limits }: LimitsFormProps) {
  return (
    <ActionForm action={changeLimitsAction} hidden={{ workspace }} id="limits">
      {limits.map(({ name, asked }) => {
        const { label, min, max, why, default: byItself } = LIMITS[name]
        return (
          <TextField
            key={name}
            name={name}
            label={label}
            hint={`${writtenNumber(min)} to ${limitWords(name, max)}; the default is ${writtenNumber(byItself)}. ${why}`}
            inputMode="numeric"
            defaultValue={asked ?? ''}
            autoComplete="off"
          />
        )
      })}
      <div>
        <SubmitButton pendingLabel="Saving">Save</SubmitButton>
      </div>
    </ActionForm>
  )
}
