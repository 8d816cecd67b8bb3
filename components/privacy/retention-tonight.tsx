import { ActionForm } from '#components/ui/action-form.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import { RETENTION_TABLE } from '#lib/domain/retention.ts'
import { changeRetentionAction } from '#lib/features/privacy/privacy-actions.ts'
import type { RetentionPreview } from '#lib/features/privacy/retention-queries.ts'

type RetentionTonightProps = {
  workspace: string
  preview: readonly RetentionPreview[]
  /** These days are not saved yet. */
  isChange: boolean
  mayChange: boolean
}

/** What each rule does tonight, or would do: how many, and the first of them by name. */
export function RetentionTonight({ workspace, preview, isChange, mayChange }: RetentionTonightProps) {
  const days = Object.fromEntries(preview.map(({ rule, days }) => [rule, days === null ? '' : String(days)]))
  return (
    <Panel
      title={isChange ? 'What these days would do' : 'What goes tonight'}
      lead={isChange ? 'Not saved yet. Nothing has gone.' : undefined}
    >
      <ul className="flex flex-col divide-y divide-line">
        {preview.map((each) => (
          <li key={each.rule} className="py-3 first:pt-0 last:pb-0">
            <p className="font-semibold">{RETENTION_TABLE[each.rule].label}</p>
            <Outlook {...each} />
          </li>
        ))}
      </ul>
      {isChange && mayChange ? (
        <ActionForm action={changeRetentionAction} hidden={{ workspace, ...days }} className="mt-6">
          <div>
            <SubmitButton pendingLabel="Saving">Save these days</SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </Panel>
  )
}

function Outlook({ rule, days, total, first }: RetentionPreview) {
  if (days === null) return <p className="text-ink-soft">Off. Nothing goes.</p>
  if (total === 0) return <p className="text-ink-soft">Nothing is older than {days} days.</p>
  const more = total - first.length
  return (
    <>
      <p>
        {RETENTION_TABLE[rule].counted(total)} older than {days} days.
      </p>
      <p className="text-sm text-ink-soft wrap-anywhere">
        <bdi>{first.join(', ')}</bdi>
        {more > 0 ? `, and ${writtenNumber(more)} more` : ''}
      </p>
    </>
  )
}
