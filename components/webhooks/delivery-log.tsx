import { ActionForm } from '#components/ui/action-form.tsx'
import { ToneBadge } from '#components/ui/badge.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { written } from '#components/ui/written.ts'
import { failureWords } from '#lib/domain/webhooks/delivery-failures.ts'
import { eventLabel } from '#lib/domain/webhooks/event-types.ts'
import { sendAgainAction } from '#lib/features/webhooks/webhook-actions.ts'
import type { ListedDelivery } from '#lib/features/webhooks/webhook-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type DeliveryLogProps = {
  scope: WorkspaceScope
  webhookId: string
  isOff: boolean
  deliveries: readonly ListedDelivery[]
}

/** What was told, or is to be told, with what the receiver said. */
export function DeliveryLog({ scope, webhookId, isOff, deliveries }: DeliveryLogProps) {
  const { now, timeZone } = scope
  return (
    <Table
      caption="Deliveries"
      head={
        <>
          <Th>What happened</Th>
          <Th>When</Th>
          <Th>How it went</Th>
          <Th>Their answer</Th>
          <Th>Next try</Th>
        </>
      }
    >
      {deliveries.map((delivery) => (
        <Tr key={delivery.id}>
          <Td>
            <span className="flex flex-col">
              <span className="font-semibold">{eventLabel(delivery.type)}</span>
              <span className="break-all text-sm text-ink-soft">{delivery.id}</span>
            </span>
          </Td>
          <Td label="When">
            <ClockTime at={delivery.at} {...{ now, timeZone }} />
          </Td>
          <Td label="How it went">
            <span className="flex flex-col items-start gap-1">
              <StateBadge {...delivery} />
              {delivery.lastFailure ? (
                <span className="text-sm">{failureWords(delivery.lastFailure)}</span>
              ) : null}
            </span>
          </Td>
          <Td label="Their answer">{answerWords(delivery)}</Td>
          <Td label="Next try">
            {delivery.state === 'waiting' ? (
              (nextWords(delivery, isOff) ?? <ClockTime at={delivery.nextAt} {...{ now, timeZone }} />)
            ) : delivery.state === 'dead' && !isOff ? (
              <ActionForm
                action={sendAgainAction}
                hidden={{ workspace: scope.workspaceSlug, webhookId, deliveryId: delivery.id }}
                id={`again-${delivery.id}`}
                label={`Send ${eventLabel(delivery.type)} again`}
              >
                <SubmitButton tone="secondary">Send again</SubmitButton>
              </ActionForm>
            ) : (
              'None'
            )}
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

/** A log is read to the minute: the day, and the time of it. */
function ClockTime({ at, now, timeZone }: { at: Date; now: Date; timeZone: string }) {
  return (
    <>
      <RelativeTime then={at} now={now} timeZone={timeZone} />, {written(at, 'clock', timeZone)}
    </>
  )
}

function StateBadge({ state, attempts, lastTriedAt }: ListedDelivery) {
  if (state === 'delivered') return <ToneBadge tone="good">Delivered</ToneBadge>
  if (state === 'dead') return <ToneBadge tone="careful">Given up</ToneBadge>
  if (attempts === 0 || lastTriedAt === null) return <ToneBadge tone="unknown">Waiting</ToneBadge>
  const tries = attempts === 1 ? 'once' : `${attempts} times`
  return <ToneBadge tone="careful">Tried {tries}</ToneBadge>
}

function answerWords({ lastStatus, lastAnswer }: ListedDelivery) {
  if (lastStatus === null) return 'None'
  return <span className="break-words">{lastAnswer ? `${lastStatus}: ${lastAnswer}` : lastStatus}</span>
}

/** Null: at the time that stands there. */
function nextWords({ attempts }: ListedDelivery, isOff: boolean): string | null {
  if (isOff) return 'When it is on again'
  return attempts === 0 ? 'Within a minute' : null
}
