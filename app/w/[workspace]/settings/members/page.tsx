import type { Metadata } from 'next'
import { ActionForm } from '#components/ui/action-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel, Section } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { PendingInvitations } from '#components/workspaces/pending-invitations.tsx'
import { RoleFields } from '#components/workspaces/role-fields.tsx'
import { ShownLink } from '#components/workspaces/shown-link.tsx'
import { ROLE_LABELS, rolesUpTo } from '#lib/domain/roles.ts'
import { listPendingInvitations } from '#lib/features/workspaces/invitation-queries.ts'
import { inviteAction } from '#lib/features/workspaces/member-actions.ts'
import { listMembers, listSitesToChoose } from '#lib/features/workspaces/member-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Members' }

type Props = { params: Promise<{ workspace: string }> }

export default async function MembersPage({ params }: Props) {
  const { workspace: slug } = await params
  const scope = await requireWorkspace(slug, 'members.manage')
  const [members, invitations, sites] = await Promise.all([
    listMembers(scope),
    listPendingInvitations(scope),
    listSitesToChoose(scope),
  ])
  return (
    <>
      <PageHeader
        title="Members"
        lead="Who works here, and in which role. Open a member to change it."
        crumbs={[{ label: 'Settings', href: `/w/${slug}/settings` }]}
      />
      <div className="flex flex-col gap-8">
        <Table
          caption="Members of this workspace"
          head={
            <>
              <Th>Name</Th>
              <Th>E-mail address</Th>
              <Th>Role</Th>
              <Th>Here since</Th>
            </>
          }
        >
          {members.map((member) => (
            <Tr key={member.id}>
              <Td>
                <RowLink href={`/w/${slug}/settings/members/${member.id}`}>{member.name}</RowLink>
                {member.id === scope.memberId ? ' (you)' : null}
              </Td>
              <Td label="E-mail address">{member.email}</Td>
              <Td label="Role">{ROLE_LABELS[member.role].label}</Td>
              <Td label="Here since">
                <RelativeTime then={member.joinedAt} now={scope.now} timeZone={scope.timeZone} />
              </Td>
            </Tr>
          ))}
        </Table>
        {invitations.length > 0 ? (
          <Section title="Invited, not here yet">
            <PendingInvitations
              slug={slug}
              invitations={invitations}
              now={scope.now}
              timeZone={scope.timeZone}
            />
          </Section>
        ) : null}
        <div className="max-w-form">
          <Panel
            title="Invite somebody"
            lead="The link is for that address only, works once, and for 7 days."
          >
            <ActionForm action={inviteAction} hidden={{ workspace: slug }} id="invite">
              <ShownLink label="Link of the invitation" />
              <TextField name="email" type="email" label="E-mail address" autoComplete="off" required />
              <RoleFields roles={rolesUpTo(scope.role)} sites={sites} />
              <div>
                <SubmitButton pendingLabel="Making the invitation">Invite</SubmitButton>
              </div>
            </ActionForm>
          </Panel>
        </div>
      </div>
    </>
  )
}
