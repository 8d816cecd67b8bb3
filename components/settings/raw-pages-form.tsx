import { ActionForm } from '#components/ui/action-form.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import { changeRawPageDaysAction } from '#lib/features/mentions/mention-actions.ts'

type RawPagesFormProps = {
  workspace: string
  saved: number
  /** What somebody typed and wants to see the doing of; `days` null: that was no number of days. */
  tried: { typed: string; days: number | null } | null
  errors: string[]
  counts: { all: number; going: number }
  mayChange: boolean
}

const HINT = '0 keeps none. Fewer days count for pages kept already; more days count for new ones.'

/** For how many days. Sending the first form only shows what it would do; saving is a second step. */
export function RawPagesForm({ workspace, saved, tried, errors, counts, mayChange }: RawPagesFormProps) {
  if (!mayChange) return <p className="max-w-measure">{keptFor(saved)} An owner can change that.</p>
  const days = tried?.days ?? null
  return (
    <div className="flex flex-col gap-6">
      <form
        action={`/w/${workspace}/settings/retention#pages`}
        className="flex flex-col gap-6"
        aria-label="Try another number of days"
      >
        <Field
          id="raw-page-days"
          label="Days to keep pages as they came"
          hint={HINT}
          errors={errors}
          required
        >
          <TextInput
            {...fieldAria('raw-page-days', { hint: HINT, errors })}
            name="rawPageDays"
            inputMode="numeric"
            defaultValue={tried?.typed ?? saved}
            autoComplete="off"
          />
        </Field>
        <div>
          <Button type="submit">Show what this would do</Button>
        </div>
      </form>
      {days === null || days === saved ? (
        <p className="text-sm text-ink-soft">
          {counts.all === 0 ? 'No page is kept at the moment.' : `${pages(counts.all)} kept at the moment.`}
        </p>
      ) : (
        <>
          <Notice tone="careful" title={wouldDo(days, saved, counts)}>
            Not saved yet. Nothing has gone.
          </Notice>
          <ActionForm
            action={changeRawPageDaysAction}
            hidden={{ workspace, rawPageDays: days }}
            id="evidence"
            label="Save the days"
          >
            <div>
              <SubmitButton pendingLabel="Saving">{`Keep them ${daysWords(days)}`}</SubmitButton>
            </div>
          </ActionForm>
        </>
      )}
    </div>
  )
}

function wouldDo(days: number, saved: number, { all, going }: { all: number; going: number }): string {
  if (days > saved)
    return `Pages of new looks would be kept ${daysWords(days)}. Those kept already go as promised.`
  if (going === 0) return `None of the ${pages(all)} kept now would go tonight.`
  return `${pages(going)} of ${writtenNumber(all)} would go tonight, for good.`
}

function keptFor(days: number): string {
  return days === 0
    ? 'Pages are not kept as they came.'
    : `Pages are kept as they came for ${daysWords(days)}.`
}

function daysWords(days: number): string {
  return `${writtenNumber(days)} ${days === 1 ? 'day' : 'days'}`
}

function pages(count: number): string {
  return `${writtenNumber(count)} ${count === 1 ? 'page' : 'pages'}`
}
