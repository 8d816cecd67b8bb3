import { ActionForm } from '#components/ui/action-form.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { findCalendarLink } from '#lib/features/today/calendar-link-queries.ts'
import { makeCalendarLinkAction, revokeCalendarLinkAction } from '#lib/features/today/reminder-actions.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { CopyAddress } from './copy-address.tsx'

type CalendarPanelProps = {
  scope: WorkspaceScope
  link: Awaited<ReturnType<typeof findCalendarLink>>
  /** Only this machine reaches this Rapport. */
  isLocal: boolean
}

/** The private address of one's own calendar: made, made anew, stopped. */
export function CalendarPanel({ scope, link, isLocal }: CalendarPanelProps) {
  const { now, timeZone, workspaceSlug: workspace } = scope
  return (
    <Panel
      title="In your calendar"
      lead="Your follow-ups and the last days to ask, as whole days, in the calendar program you use. Names and links are in it, no letters and no addresses."
    >
      <div className="flex flex-col gap-6">
        {link ? (
          <p>
            You have an address since <RelativeTime then={link.createdAt} now={now} timeZone={timeZone} />.{' '}
            {link.lastReadAt ? (
              <>
                A calendar last read it <RelativeTime then={link.lastReadAt} now={now} timeZone={timeZone} />.
              </>
            ) : (
              'No calendar has read it yet.'
            )}{' '}
            It is not shown again; a new one can be made, and then this one stops.
          </p>
        ) : (
          <p>
            In your calendar program, choose to subscribe to a calendar, or to add one from the internet, and
            paste the address there. Whoever has the address can read the calendar: keep it to yourself.
          </p>
        )}
        {isLocal ? (
          <p className="text-ink-soft">
            This Rapport runs on this machine alone: a calendar program here can read the address, one
            elsewhere cannot.
          </p>
        ) : null}
        <ActionForm
          action={makeCalendarLinkAction}
          hidden={{ workspace }}
          id="calendar"
          label="Your calendar’s address"
        >
          <CopyAddress />
          <div>
            <SubmitButton tone={link ? 'secondary' : 'primary'} pendingLabel="Making it">
              {link ? 'Make a new address' : 'Make a private address'}
            </SubmitButton>
          </div>
        </ActionForm>
        <ActionForm
          action={revokeCalendarLinkAction}
          hidden={{ workspace }}
          id="calendar-stop"
          label="Stop the calendar"
        >
          {link ? (
            <div>
              <SubmitButton tone="danger" pendingLabel="Stopping it">
                Stop the address
              </SubmitButton>
            </div>
          ) : null}
        </ActionForm>
      </div>
    </Panel>
  )
}
