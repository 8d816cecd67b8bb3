import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { eventLabel } from '#lib/domain/webhooks/event-types.ts'
import type { ListedWebhook } from '#lib/features/webhooks/webhook-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WebhookBadge } from './webhook-badge.tsx'

type WebhookListProps = { scope: WorkspaceScope; webhooks: readonly ListedWebhook[] }

export function WebhookList({ scope, webhooks }: WebhookListProps) {
  const { now, timeZone, workspaceSlug } = scope
  return (
    <Table
      caption="Webhooks"
      head={
        <>
          <Th>Webhook</Th>
          <Th>Is told</Th>
          <Th>How it stands</Th>
          <Th>Last delivered</Th>
        </>
      }
    >
      {webhooks.map((webhook) => (
        <Tr key={webhook.id}>
          <Td>
            <span className="flex flex-col">
              <RowLink href={`/w/${workspaceSlug}/settings/webhooks/${webhook.id}`}>{webhook.name}</RowLink>
              <span className="break-all text-sm text-ink-soft">{webhook.url}</span>
            </span>
          </Td>
          <Td label="Is told">{webhook.types.map(eventLabel).join('; ')}</Td>
          <Td label="How it stands">
            <span className="flex flex-col items-start gap-1">
              <WebhookBadge {...webhook} />
              {webhook.dead > 0 ? (
                <span className="text-sm">
                  {webhook.dead === 1 ? '1 delivery was' : `${webhook.dead} deliveries were`} given up
                </span>
              ) : null}
            </span>
          </Td>
          <Td label="Last delivered">
            {webhook.lastGoodAt ? (
              <RelativeTime then={webhook.lastGoodAt} now={now} timeZone={timeZone} />
            ) : (
              'Never'
            )}
          </Td>
        </Tr>
      ))}
    </Table>
  )
}
