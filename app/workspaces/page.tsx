import type { Metadata } from 'next'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { AccountFrame } from '#components/workspaces/account-frame.tsx'
import { ROLE_LABELS } from '#lib/domain/roles.ts'
import { createWorkspaceToFillAction } from '#lib/features/exports/workspace-export-actions.ts'
import { listWorkspacesOf } from '#lib/features/workspaces/membership-queries.ts'
import { requirePerson } from '#lib/features/workspaces/require-person.ts'
import { createWorkspaceAction } from '#lib/features/workspaces/workspace-actions.ts'

export const metadata: Metadata = { title: 'Workspaces' }

export default async function WorkspacesPage() {
  const person = await requirePerson('/workspaces')
  const workspaces = await listWorkspacesOf(person.id)
  return (
    <AccountFrame person={person}>
      <PageHeader
        title="Workspaces"
        lead={
          workspaces.length > 0
            ? 'Where you work. Each has its own sites, prospects and people.'
            : 'You are in none at the moment. Make one, or open the link of an invitation.'
        }
      />
      <div className="flex flex-col gap-6">
        {workspaces.length > 0 ? (
          <Table
            caption="Your workspaces"
            head={
              <>
                <Th>Workspace</Th>
                <Th>Your role</Th>
                <Th>
                  <span className="sr-only">Leave</span>
                </Th>
              </>
            }
          >
            {workspaces.map(({ name, slug, role }) => (
              <Tr key={slug}>
                <Td>
                  <RowLink href={`/w/${slug}`}>{name}</RowLink>
                </Td>
                <Td label="Your role">{ROLE_LABELS[role].label}</Td>
                <Td raised>
                  <Link href={`/w/${slug}/settings/leave`} className="ink-link">
                    Leave <span className="sr-only">{name}</span>
                  </Link>
                </Td>
              </Tr>
            ))}
          </Table>
        ) : null}
        <Panel title="A new workspace" lead="You become its owner and can invite others.">
          <ActionForm action={createWorkspaceAction} id="new-workspace">
            <TextField name="name" label="Name" hint="A shop, a studio, an agency." required maxLength={80} />
            <div>
              <SubmitButton pendingLabel="Making it">Make the workspace</SubmitButton>
            </div>
          </ActionForm>
        </Panel>
        <Panel
          title="A workspace from another installation"
          lead="Name it, then choose the ZIP that its export has written. It brings its own name and settings along."
        >
          <ActionForm action={createWorkspaceToFillAction} id="workspace-to-fill">
            <TextField name="name" label="Name for now" required maxLength={80} />
            <div>
              <SubmitButton pendingLabel="Making it" tone="secondary">
                Make it and choose the file
              </SubmitButton>
            </div>
          </ActionForm>
        </Panel>
      </div>
    </AccountFrame>
  )
}
