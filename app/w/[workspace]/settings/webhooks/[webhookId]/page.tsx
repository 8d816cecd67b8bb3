import type { Metadata } from 'next'
import { RefreshWhileWaiting } from '#components/jobs/refresh-while-waiting.tsx'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { DeliveriesSection } from '#components/webhooks/deliveries-section.tsx'
import { SecretPanel } from '#components/webhooks/secret-panel.tsx'
import { StandingNotice, SwitchForm } from '#components/webhooks/standing-notice.tsx'
import { WebhookBadge } from '#components/webhooks/webhook-badge.tsx'
import { WebhookFields } from '#components/webhooks/webhook-fields.tsx'
import { found, pageId } from '#lib/features/page-params.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import {
  changeWebhookAction,
  removeWebhookAction,
  sendTestAction,
} from '#lib/features/webhooks/webhook-actions.ts'
import { getWebhook, listDeliveries } from '#lib/features/webhooks/webhook-queries.ts'
import { readDeliveryLog } from '#lib/features/webhooks/webhook-schema.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Webhook' }

type Props = {
  params: Promise<{ workspace: string; webhookId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function WebhookPage({ params, searchParams }: Props) {
  const { workspace, webhookId } = await params
  const scope = await requireWorkspace(workspace, 'webhooks.manage')
  const id = pageId(webhookId)
  const list = readDeliveryLog(await searchParams)
  const webhook = await found(getWebhook(scope, id))
  const [page, sites] = await Promise.all([listDeliveries(scope, id, list), listSites(scope)])
  const hidden = { workspace, webhookId: id }
  const isOff = webhook.offAt !== null
  const isOnItsWay = !isOff && page.rows.some(({ state, attempts }) => state === 'waiting' && attempts === 0)
  return (
    <>
      <PageHeader
        title={webhook.name}
        lead={<WebhookBadge {...webhook} />}
        crumbs={[
          { label: 'Settings', href: `/w/${workspace}/settings` },
          { label: 'Webhooks', href: `/w/${workspace}/settings/webhooks` },
        ]}
      />
      {isOnItsWay ? <RefreshWhileWaiting /> : null}
      <div className="flex flex-col gap-8">
        <StandingNotice scope={scope} webhook={webhook} />
        {isOff ? null : (
          <div className="max-w-form">
            <Panel
              title="Try it"
              lead="A test tells nothing; the receiver may take it or not. How it went stands in the log."
            >
              <div className="flex flex-wrap items-start gap-2">
                <ActionForm action={sendTestAction} hidden={hidden} id="test" label="Send a test">
                  <SubmitButton>Send a test</SubmitButton>
                </ActionForm>
                <SwitchForm scope={scope} webhook={webhook} />
              </div>
            </Panel>
          </div>
        )}
        <DeliveriesSection scope={scope} webhook={webhook} page={page} list={list} />
        <div className="flex max-w-form flex-col gap-6">
          <SecretPanel scope={scope} webhook={webhook} />
          <Panel title="What it is">
            <ActionForm action={changeWebhookAction} hidden={hidden} id="webhook" label="Change this webhook">
              <WebhookFields sites={sites} webhook={webhook} />
              <FormActions>
                <SubmitButton pendingLabel="Saving">Save</SubmitButton>
              </FormActions>
            </ActionForm>
          </Panel>
          <Panel
            title="Delete it"
            lead="With its log and what waits. To keep both, turn it off instead. The audit log stays."
          >
            <ActionForm action={removeWebhookAction} hidden={hidden} id="delete" label="Delete this webhook">
              <div>
                <ConfirmSubmit
                  title={`Delete ${webhook.name}?`}
                  lead="Its log goes with it, and what waits is never sent. This cannot be undone."
                  confirmLabel="Delete it"
                >
                  Delete this webhook
                </ConfirmSubmit>
              </div>
            </ActionForm>
          </Panel>
        </div>
      </div>
    </>
  )
}
