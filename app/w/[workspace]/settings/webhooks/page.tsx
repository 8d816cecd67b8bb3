import { Webhook } from 'lucide'
import type { Metadata } from 'next'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { WebhookFields } from '#components/webhooks/webhook-fields.tsx'
import { WebhookList } from '#components/webhooks/webhook-list.tsx'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { makeWebhookAction } from '#lib/features/webhooks/webhook-actions.ts'
import { listWebhooks } from '#lib/features/webhooks/webhook-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Webhooks' }

type Props = { params: Promise<{ workspace: string }> }

export default async function WebhooksPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'webhooks.manage')
  const [webhooks, sites] = await Promise.all([listWebhooks(scope), listSites(scope)])
  const home = `/w/${workspace}/settings`
  return (
    <>
      <PageHeader
        title="Webhooks"
        lead="Rapport tells a program of yours what happened: that something did, and where to look. Never words of a letter, never an address."
        crumbs={[{ label: 'Settings', href: home }]}
        actions={<ButtonLink href={`${home}/webhooks/events`}>What is sent</ButtonLink>}
      />
      <div className="flex flex-col gap-8">
        {webhooks.length > 0 ? (
          <WebhookList scope={scope} webhooks={webhooks} />
        ) : (
          <EmptyState icon={Webhook} title="No program is told anything yet">
            Make a webhook below, with the address your program listens at.
          </EmptyState>
        )}
        <div className="max-w-form">
          <Panel title="Make a webhook" lead="It is on at once. What happened before is not sent.">
            <ActionForm action={makeWebhookAction} hidden={{ workspace }} id="webhook" label="A new webhook">
              <WebhookFields sites={sites} />
              <FormActions>
                <SubmitButton pendingLabel="Making it">Make the webhook</SubmitButton>
              </FormActions>
            </ActionForm>
          </Panel>
        </div>
      </div>
    </>
  )
}
