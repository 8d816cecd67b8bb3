import { timeZoneChoices } from '#components/sites/time-zone-choices.ts'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import {
  CONTRIBUTION_KIND_TABLE,
  type ContributionKind,
} from '#lib/domain/contributions/contribution-kinds.ts'
import type { KnownWork } from './work-form.tsx'

type WorkDatesProps = {
  known: KnownWork
  /** Null while it is still to be chosen: then every day may be given. */
  kind: ContributionKind | null
}

/** The days of a piece of work. A recording has a time too, in the zone it was agreed in. */
export function WorkDates({ known, kind }: WorkDatesProps) {
  const isSpoken = kind === null || CONTRIBUTION_KIND_TABLE[kind].isSpoken
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="dueOn"
          type="date"
          label="Due"
          defaultValue={known.dueOn ?? undefined}
          hint="When they want your words."
        />
        <TextField
          name="airsOn"
          type="date"
          label="Should come out"
          defaultValue={known.airsOn ?? undefined}
          hint="The day they named."
        />
      </div>
      {isSpoken ? (
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            name="recordingOn"
            type="date"
            label="Recording"
            defaultValue={known.recordingOn ?? undefined}
          />
          <TextField name="recordingTime" type="time" label="At" defaultValue={known.recordingTime} />
          <SelectField
            name="recordingZone"
            label="In the time of"
            emptyLabel="Choose the zone"
            choices={timeZoneChoices(known.recordingZone)}
            defaultValue={known.recordingZone ?? ''}
          />
        </div>
      ) : null}
    </>
  )
}
