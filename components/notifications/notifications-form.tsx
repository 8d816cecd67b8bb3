import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import {
  kindsFor,
  kindWords,
  NOTIFICATION_WAY_LABELS,
  NOTIFICATION_WAYS,
} from '#lib/domain/notifications/notification-kinds.ts'
import { chooseNotificationsAction } from '#lib/features/notifications/notification-actions.ts'
import type { NotificationState } from '#lib/features/notifications/notification-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type NotificationsFormProps = { scope: WorkspaceScope; state: NotificationState }

const WAYS = NOTIFICATION_WAYS.map((value) => ({ value, label: NOTIFICATION_WAY_LABELS[value] }))
const HOURS = [
  { value: '', label: 'None' },
  ...Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: `${String(hour).padStart(2, '0')}:00`,
  })),
]

/** One choice for each kind that concerns this member, and their quiet hours. */
export function NotificationsForm({ scope, state }: NotificationsFormProps) {
  const { role, timeZone, workspaceSlug: workspace } = scope
  const { choices, quiet } = state
  return (
    <ActionForm
      action={chooseNotificationsAction}
      hidden={{ workspace }}
      id="notifications"
      label="Notifications"
    >
      <Panel
        title="What, and when"
        lead="What happens within ten minutes comes as one mail. The morning mail comes on working days from 7:00."
      >
        <div className="flex flex-col gap-5">
          {kindsFor(role).map((kind) => (
            <SelectField
              key={kind}
              name={kind}
              {...kindWords(kind, role)}
              choices={WAYS}
              defaultValue={choices[kind]}
              required
            />
          ))}
        </div>
      </Panel>
      <Panel
        title="Quiet hours"
        lead="No mail comes then. What happens meanwhile waits, and comes as one mail afterwards."
      >
        <div className="flex flex-col gap-3">
          <div className="grid gap-5 sm:grid-cols-2">
            <SelectField
              name="quietFrom"
              label="From"
              choices={HOURS}
              defaultValue={quiet ? String(quiet.from) : ''}
            />
            <SelectField
              name="quietTo"
              label="Until"
              choices={HOURS}
              defaultValue={quiet ? String(quiet.to) : ''}
            />
          </div>
          <p className="text-sm text-ink-soft">
            By your own clock, {timeZone.replaceAll('_', ' ')}.{' '}
            <Link href="/account" className="ink-link">
              Change your time zone
            </Link>
          </p>
        </div>
      </Panel>
      <div>
        <SubmitButton pendingLabel="Saving">Save</SubmitButton>
      </div>
    </ActionForm>
  )
}
