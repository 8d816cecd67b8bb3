import type { Metadata } from 'next'
import { FixedLimits } from '#components/settings/fixed-limits.tsx'
import { LimitsForm } from '#components/settings/limits-form.tsx'
import { LimitsTable } from '#components/settings/limits-table.tsx'
import { MailboxCaps } from '#components/settings/mailbox-caps.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { can } from '#lib/domain/roles.ts'
import { listLimits, listMailboxCaps } from '#lib/features/pitches/limit-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Limits' }

type Props = { params: Promise<{ workspace: string }> }

export default async function LimitsPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'pitches.read')
  const [limits, mailboxes] = await Promise.all([listLimits(scope), listMailboxCaps(scope)])
  const home = `/w/${workspace}`
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', href: `${home}/settings` }]}
        title="Limits"
        lead="How much is written to people here at most. An owner can make a limit stricter. None goes beyond its bounds, whoever asks."
      />
      <div className="flex flex-col gap-8">
        <LimitsTable limits={limits} now={scope.now} timeZone={scope.timeZone} />
        <MailboxCaps
          mailboxes={mailboxes}
          home={home}
          mayOpen={can(scope.role, 'pitches.send', scope.grants)}
        />
        <FixedLimits />
        {can(scope.role, 'limits.change') ? (
          <div className="max-w-form">
            <Panel
              title="Set your own"
              lead="An empty field keeps the default. It counts for the next letter, not for those on their way."
            >
              <LimitsForm workspace={workspace} limits={limits} />
            </Panel>
          </div>
        ) : (
          <p className="text-ink-soft">An owner can change them, within bounds.</p>
        )}
      </div>
    </>
  )
}
