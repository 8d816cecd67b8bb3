import { ActionForm } from '#components/ui/action-form.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { renewSecretAction, showSecretAction } from '#lib/features/webhooks/webhook-actions.ts'
import type { ShownWebhook } from '#lib/features/webhooks/webhook-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { ShownSecret } from './shown-secret.tsx'

type SecretPanelProps = { scope: WorkspaceScope; webhook: ShownWebhook }

/** What deliveries are signed with: to see, and to make anew. */
export function SecretPanel({ scope, webhook }: SecretPanelProps) {
  const { now, timeZone, workspaceSlug: workspace } = scope
  const hidden = { workspace, webhookId: webhook.id }
  const { previousUntil } = webhook
  return (
    <Panel
      title="Secret"
      lead="Every delivery is signed with it, so that the receiver can tell that it came from here."
    >
      <div className="flex flex-col gap-4">
        {previousUntil && previousUntil > now ? (
          <p>
            The secret before signs as well, until{' '}
            <RelativeTime then={previousUntil} now={now} timeZone={timeZone} />.
          </p>
        ) : null}
        <ActionForm action={showSecretAction} hidden={hidden} id="show-secret" label="Show the secret">
          <ShownSecret />
          <div>
            <SubmitButton tone="secondary">Show the secret</SubmitButton>
          </div>
        </ActionForm>
        <ActionForm action={renewSecretAction} hidden={hidden} id="new-secret" label="Make a new secret">
          <ShownSecret />
          <div>
            <ConfirmSubmit
              tone="quiet"
              title="Make a new secret?"
              lead="For a day both sign, the new one and this one. After that only the new one does."
              confirmLabel="Make it"
            >
              Make a new secret
            </ConfirmSubmit>
          </div>
        </ActionForm>
      </div>
    </Panel>
  )
}
