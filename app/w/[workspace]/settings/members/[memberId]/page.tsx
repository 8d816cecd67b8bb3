import type { Metadata } from 'next'
import { ReadFirstForm } from '#components/review/read-first-form.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { RoleFields } from '#components/workspaces/role-fields.tsx'
import { ShownLink } from '#components/workspaces/shown-link.tsx'
import { can, ROLE_LABELS, rolesUpTo } from '#lib/domain/roles.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import {
  changeRoleAction,
  makeResetLinkAction,
  removeMemberAction,
} from '#lib/features/workspaces/member-actions.ts'
import {
  countUnfinishedWork,
  getMember,
  listHeirs,
  listSitesToChoose,
} from '#lib/features/workspaces/member-queries.ts'
import { readWriterFirstAction } from '#lib/features/workspaces/read-first-actions.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Member' }

type Props = { params: Promise<{ workspace: string; memberId: string }> }

export default async function MemberPage({ params }: Props) {
  const { workspace: slug, memberId } = await params
  const scope = await requireWorkspace(slug, 'members.manage')
  const member = await found(getMember(scope, pageId(memberId)))
  const [sites, heirs, work] = await Promise.all([
    listSitesToChoose(scope),
    listHeirs(scope, member.id),
    countUnfinishedWork(scope, member.id),
  ])
  const hidden = { workspace: slug, memberId: member.id }
  const isSelf = member.id === scope.memberId
  return (
    <>
      <PageHeader
        title={isSelf ? `${member.name} (you)` : member.name}
        lead={`${member.email}, ${ROLE_LABELS[member.role].label.toLowerCase()}.`}
        crumbs={[
          { label: 'Settings', href: `/w/${slug}/settings` },
          { label: 'Members', href: `/w/${slug}/settings/members` },
        ]}
      />
      <div className="flex max-w-form flex-col gap-6">
        <Panel title="Role">
          <ActionForm action={changeRoleAction} hidden={hidden} id="role">
            <RoleFields
              roles={rolesUpTo(scope.role)}
              role={member.role}
              sites={sites}
              siteIds={member.siteIds}
            />
            <div>
              <SubmitButton pendingLabel="Saving">Save role</SubmitButton>
            </div>
          </ActionForm>
        </Panel>
        {can(member.role, 'pitches.write') ? (
          <Panel
            title="A second pair of eyes"
            lead={
              member.readFirstAt
                ? 'Somebody else reads their letters before they go.'
                : 'They may send what they wrote once the gate agrees.'
            }
          >
            <ReadFirstForm
              action={readWriterFirstAction}
              hidden={hidden}
              isReadFirst={member.readFirstAt !== null}
              what={`${member.name}’s letters`}
            />
          </Panel>
        ) : null}
        {isSelf ? (
          <Panel title="Leaving" lead="You can leave as long as somebody else here is an owner.">
            <ButtonLink href={`/w/${slug}/settings/leave`}>Leave this workspace</ButtonLink>
          </Panel>
        ) : (
          <>
            <Panel
              title="Forgotten password"
              lead="A link that sets a new one. Only for people who belong to this workspace alone."
            >
              <ActionForm action={makeResetLinkAction} hidden={hidden} id="reset">
                <ShownLink label="Link to hand on" />
                <div>
                  <SubmitButton tone="secondary" pendingLabel="Making the link">
                    Make a reset link
                  </SubmitButton>
                </div>
              </ActionForm>
            </Panel>
            <Panel
              title="Remove from this workspace"
              lead="They are signed out and see nothing here any more. What they wrote stays, with their name beside it."
            >
              <ActionForm action={removeMemberAction} hidden={hidden} id="remove">
                <SelectField
                  name="reassignToId"
                  label="Who takes over"
                  hint={`They look after ${work.prospects} prospects and ${work.pitches} unfinished pitches.`}
                  choices={heirs.map(({ id, name }) => ({
                    value: id,
                    label: id === scope.memberId ? `${name} (you)` : name,
                  }))}
                  defaultValue={scope.memberId}
                  required
                />
                <div>
                  <SubmitButton tone="danger" pendingLabel="Removing">
                    {`Remove ${member.name}`}
                  </SubmitButton>
                </div>
              </ActionForm>
            </Panel>
          </>
        )}
      </div>
    </>
  )
}
