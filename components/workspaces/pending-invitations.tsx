import { ActionForm } from '#components/ui/action-form.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { ROLE_LABELS, type Role } from '#lib/domain/roles.ts'
import { revokeInvitationAction } from '#lib/features/workspaces/member-actions.ts'

type Pending = { id: string; email: string | null; role: Role; createdAt: Date; expiresAt: Date }
type PendingInvitationsProps = { slug: string; invitations: Pending[]; now: Date; timeZone: string }

/** Invitations that wait for an answer, each with the button that takes it back. */
export function PendingInvitations({ slug, invitations, now, timeZone }: PendingInvitationsProps) {
  return (
    <Table
      caption="Invitations that nobody has accepted yet"
      head={
        <>
          <Th>E-mail address</Th>
          <Th>Role</Th>
          <Th>Invited</Th>
          <Th>Ends</Th>
          <Th>
            <span className="sr-only">Revoke</span>
          </Th>
        </>
      }
    >
      {invitations.map(({ id, email, role, createdAt, expiresAt }) => (
        <Tr key={id}>
          <Td>{email}</Td>
          <Td label="Role">{ROLE_LABELS[role].label}</Td>
          <Td label="Invited">
            <RelativeTime then={createdAt} now={now} timeZone={timeZone} />
          </Td>
          <Td label="Ends">
            <RelativeTime then={expiresAt} now={now} timeZone={timeZone} />
          </Td>
          <Td raised>
            <ActionForm
              action={revokeInvitationAction}
              hidden={{ workspace: slug, invitationId: id }}
              label={`Invitation of ${email}`}
            >
              <SubmitButton tone="quiet" pendingLabel="Revoking">
                Revoke <span className="sr-only">the invitation of {email}</span>
              </SubmitButton>
            </ActionForm>
          </Td>
        </Tr>
      ))}
    </Table>
  )
}
