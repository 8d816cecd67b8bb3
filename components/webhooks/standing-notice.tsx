import { ActionForm } from '#components/ui/action-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { switchWebhookAction } from '#lib/features/webhooks/webhook-actions.ts'
import type { ShownWebhook } from '#lib/features/webhooks/webhook-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type StandingNoticeProps = { scope: WorkspaceScope; webhook: ShownWebhook }

/** Why a webhook is off, or that its receiver fails, and what can be done about it. */
export function StandingNotice({ scope, webhook }: StandingNoticeProps) {
  const { now, timeZone } = scope
  const { offAt, offBecause, failingSince } = webhook
  if (offAt === null && failingSince === null) return null
  const since = <RelativeTime then={offAt ?? failingSince ?? now} now={now} timeZone={timeZone} />
  if (offAt === null)
    return (
      <Notice tone="careful" title="The receiver takes nothing at the moment">
        Since {since}. Rapport goes on trying, less and less often, and keeps the order. Nothing is in your
        hands here: look at the receiver.
      </Notice>
    )
  const words = offBecause === null ? undefined : OFF_WORDS[offBecause]
  return (
    <Notice
      tone={offBecause === 'person' ? 'neutral' : 'careful'}
      title={words?.title ?? 'It is off'}
      actions={<SwitchForm scope={scope} webhook={webhook} />}
    >
      Since {since}. {words?.lead} What happens meanwhile is not noted for it; what waited goes on when it is
      turned on.
    </Notice>
  )
}

const OFF_WORDS: Readonly<Record<string, { title: string; lead: string }>> = {
  person: { title: 'It is off', lead: 'Somebody here turned it off.' },
  failing: {
    title: 'Rapport turned it off',
    lead: 'The receiver had taken nothing for five days. Mend it, turn this on, and send a test.',
  },
  gone: {
    title: 'Rapport turned it off',
    lead: 'The receiver answered that this address is gone for good.',
  },
}

/** Turns it on where it is off, and off where it is on. */
export function SwitchForm({ scope, webhook }: StandingNoticeProps) {
  const isOff = webhook.offAt !== null
  return (
    <ActionForm
      action={switchWebhookAction}
      hidden={{ workspace: scope.workspaceSlug, webhookId: webhook.id, isOn: isOff ? 'on' : undefined }}
      id={isOff ? 'turn-on' : 'turn-off'}
      label={isOff ? 'Turn it on' : 'Turn it off'}
    >
      <SubmitButton tone="secondary">{isOff ? 'Turn it on' : 'Turn it off'}</SubmitButton>
    </ActionForm>
  )
}
