import { Inbox } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Section } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { sendAllAgainAction } from '#lib/features/webhooks/webhook-actions.ts'
import type { listDeliveries, ShownWebhook } from '#lib/features/webhooks/webhook-queries.ts'
import type { DeliveryLog as Log } from '#lib/features/webhooks/webhook-schema.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { DeliveryLog } from './delivery-log.tsx'

type DeliveriesSectionProps = {
  scope: WorkspaceScope
  webhook: ShownWebhook
  page: Awaited<ReturnType<typeof listDeliveries>>
  list: Log
}

/** The log of one webhook, narrowed by the address of the page. */
export function DeliveriesSection({ scope, webhook, page, list }: DeliveriesSectionProps) {
  const base = `/w/${scope.workspaceSlug}/settings/webhooks/${webhook.id}`
  const hrefOf = (state: string, more = '') => {
    const query = [state ? `state=${state}` : '', more].filter(Boolean).join('&')
    return query ? `${base}?${query}` : base
  }
  const { rows, before, after } = page
  const isOff = webhook.offAt !== null
  return (
    <Section
      id="log"
      title="Log"
      actions={
        webhook.dead > 0 && !isOff ? (
          <ActionForm
            action={sendAllAgainAction}
            hidden={{ workspace: scope.workspaceSlug, webhookId: webhook.id }}
            id="all-again"
            label="Send all again that were given up"
          >
            <SubmitButton tone="secondary">Send all {webhook.dead} again</SubmitButton>
          </ActionForm>
        ) : null
      }
    >
      <NavTabs
        label="Which deliveries"
        current={hrefOf(list.state)}
        tabs={[
          { label: 'All', href: hrefOf('') },
          { label: 'Waiting', href: hrefOf('waiting'), count: webhook.waiting },
          { label: 'Given up', href: hrefOf('dead'), count: webhook.dead },
          { label: 'Delivered', href: hrefOf('delivered') },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState icon={Inbox} title="Nothing of that kind here">
          What was delivered or given up is kept for 30 days. Send a test to see the first one.
        </EmptyState>
      ) : (
        <>
          <DeliveryLog scope={scope} webhookId={webhook.id} isOff={isOff} deliveries={rows} />
          {before || after ? (
            <Pagination
              summary={`${rows.length} deliveries on this page`}
              previousHref={before ? hrefOf(list.state, `before=${before}`) : undefined}
              nextHref={after ? hrefOf(list.state, `after=${after}`) : undefined}
            />
          ) : null}
        </>
      )}
    </Section>
  )
}
