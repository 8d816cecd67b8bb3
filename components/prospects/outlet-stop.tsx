import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { readableHost } from '#lib/domain/idn.ts'
import { suppressAddressAction } from '#lib/features/prospects/contact-actions.ts'
import type { ActiveSuppression } from '#lib/features/prospects/suppression-queries.ts'
import { SUPPRESSION_REASON_LABELS, SUPPRESSION_REASONS } from '#lib/features/prospects/suppression-schema.ts'
import { FormDisclosure } from './form-disclosure.tsx'
import { LiftForm } from './stop-panel.tsx'

type OutletStopProps = {
  workspace: string
  /** Null where the outlet has no domain of its own. */
  domain: string | null
  stop: ActiveSuppression | null
  now: Date
  timeZone: string
  mayWrite: boolean
  mayLift: boolean
}

/** Whether everybody at an outlet's domain is left in peace, and the way to say so. */
export function OutletStop({ workspace, domain, stop, now, timeZone, mayWrite, mayLift }: OutletStopProps) {
  if (domain === null) return null
  if (stop) {
    return (
      <Notice tone="careful" title="Nobody here writes to this outlet.">
        <p className="text-sm">
          Noted <RelativeTime then={stop.at} now={now} timeZone={timeZone} /> by <bdi>{stop.by.name}</bdi>. It
          counts for every address at its domain.
        </p>
        {stop.words ? (
          <p dir="auto" className="mt-2 font-serif whitespace-pre-line wrap-anywhere">
            “{stop.words}”
          </p>
        ) : null}
        {mayLift ? <LiftForm workspace={workspace} suppressionId={stop.id} /> : null}
      </Notice>
    )
  }
  if (!mayWrite) return null
  return (
    <ActionForm
      action={suppressAddressAction}
      hidden={{ workspace, address: domain }}
      label="Never write to this outlet"
    >
      <FormDisclosure summary="Never write to this outlet">
        <p className="text-sm wrap-anywhere">
          It counts for every address at {readableHost(domain)}, known or not, and whoever has it.
        </p>
        <SelectField
          name="reason"
          label="Why"
          required
          choices={SUPPRESSION_REASONS.map((reason) => ({
            value: reason,
            label: SUPPRESSION_REASON_LABELS[reason],
          }))}
        />
        <TextAreaField name="words" label="Their words" rows={2} />
        <div>
          <ConfirmSubmit
            title="Never write to anybody there?"
            lead="No pitch to an address at this domain can be sent. Only an owner or manager can lift this, with a reason."
            confirmLabel="Never write there"
          >
            Never write there
          </ConfirmSubmit>
        </div>
      </FormDisclosure>
    </ActionForm>
  )
}
