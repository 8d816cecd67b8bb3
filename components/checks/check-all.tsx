import { ListChecks } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { COUNTED_TO } from '#lib/domain/counted-to.ts'
import { startCheckRunAction } from '#lib/features/mentions/check-run-actions.ts'
import type { getLookHour } from '#lib/features/mentions/look-budget.ts'
import type { MentionFilter } from '#lib/features/mentions/mention-list.ts'
import { inDigits, pagesInWords } from './count-words.ts'
import { LookHourLine } from './look-hour-line.tsx'
import { UnderWay } from './under-way.tsx'

type CheckAllProps = {
  workspace: string
  /** What the list shows: that is what is checked. */
  filter: MentionFilter
  total: number
  running: { id: string } | null
  hour: Awaited<ReturnType<typeof getLookHour>>
  mayStart: boolean
  timeZone: string
}

/** Under a list of mentions: what may be looked at in this hour, and the button that looks at all of them. */
export function CheckAll({ workspace, filter, total, running, hour, mayStart, timeZone }: CheckAllProps) {
  const checks = `/w/${workspace}/checks`
  const { q, site, outcome, provenance } = filter
  return (
    <div className="mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <LookHourLine hour={hour} timeZone={timeZone} />
      <div className="flex flex-wrap items-center gap-2">
        <ButtonLink href={checks} tone="quiet">
          Earlier checks
        </ButtonLink>
        {running ? (
          <ButtonLink href={`${checks}/${running.id}`}>See the check under way</ButtonLink>
        ) : mayStart ? (
          <ActionForm
            action={startCheckRunAction}
            hidden={{ workspace, q, site, outcome: outcome ?? '', provenance }}
            label="Check all of these"
          >
            <UnderWay checks={checks} />
            <ConfirmSubmit
              title={`Look at ${pagesToLookAt(total)} now?`}
              lead={`Each page is opened once, where its robots.txt lets us, and no more than ${inDigits(hour.limit)} an hour. You can stop it at any time.`}
              confirmLabel="Check them"
              tone="secondary"
            >
              <Icon of={ListChecks} />
              Check all of these
            </ConfirmSubmit>
          </ActionForm>
        ) : null}
      </div>
    </div>
  )
}

function pagesToLookAt(total: number): string {
  if (total === 1) return 'this page'
  return total > COUNTED_TO ? 'all of these pages' : `all ${pagesInWords(total)}`
}
