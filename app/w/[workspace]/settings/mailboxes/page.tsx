import { Mailbox, Plus } from 'lucide'
import type { Metadata } from 'next'
import { ToneBadge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { isLookLate } from '#lib/domain/mail/mailbox-looks.ts'
import { MAILBOX_STATE_WORDS } from '#lib/domain/mail/mailbox-states.ts'
import { listMailboxes } from '#lib/features/mailboxes/mailbox-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Mailboxes' }

type Props = { params: Promise<{ workspace: string }> }

export default async function MailboxesPage({ params }: Props) {
  const { workspace: slug } = await params
  const scope = await requireWorkspace(slug, 'pitches.send')
  const mailboxes = await listMailboxes(scope)
  const connect = (
    <ButtonLink href={`/w/${slug}/settings/mailboxes/new`} tone="primary" data-new-link>
      <Icon of={Plus} />
      Connect a mailbox
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title="Mailboxes"
        lead="Your own mailbox, to send from and to see answers in. Nothing leaves it without your click."
        actions={mailboxes.length > 0 ? connect : null}
      />
      {mailboxes.length === 0 ? (
        <EmptyState icon={Mailbox} title="No mailbox is connected yet" actions={connect}>
          You can go on without: copy a pitch, or open it in your mail program. With a mailbox, answers find
          their pitch by themselves.
        </EmptyState>
      ) : (
        <Table
          caption="Mailboxes of this workspace"
          head={
            <>
              <Th>Address</Th>
              <Th>Whose</Th>
              <Th>How it stands</Th>
              <Th>Last looked</Th>
              <Th>Last message seen</Th>
            </>
          }
        >
          {mailboxes.map(({ id, address, ownerName, isOwn, state, failure, ...seen }) => (
            <Tr key={id}>
              <Td>
                <RowLink href={`/w/${slug}/settings/mailboxes/${id}`}>{address}</RowLink>
              </Td>
              <Td label="Whose">{isOwn ? `${ownerName} (you)` : ownerName}</Td>
              <Td label="How it stands">
                <div className="flex flex-col items-start gap-1">
                  <ToneBadge tone={MAILBOX_STATE_WORDS[state].tone}>
                    {MAILBOX_STATE_WORDS[state].label}
                  </ToneBadge>
                  {state === 'connected' && isLookLate({ state, lastLookAt: seen.lastLookAt }, scope.now) ? (
                    <ToneBadge tone="careful">Not being read</ToneBadge>
                  ) : null}
                  {failure ? <span className="text-sm">{failure}</span> : null}
                </div>
              </Td>
              <Td label="Last looked">
                {seen.lastLookAt ? (
                  <RelativeTime then={seen.lastLookAt} now={scope.now} timeZone={scope.timeZone} />
                ) : (
                  'Not yet'
                )}
              </Td>
              <Td label="Last message seen">
                {seen.lastMessageAt ? (
                  <RelativeTime then={seen.lastMessageAt} now={scope.now} timeZone={scope.timeZone} />
                ) : (
                  'None yet'
                )}
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </>
  )
}
