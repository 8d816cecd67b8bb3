import type { Metadata } from 'next'
import { CalendarPanel } from '#components/today/calendar-panel.tsx'
import { MorningMailPanel } from '#components/today/morning-mail-panel.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { findCalendarLink } from '#lib/features/today/calendar-link-queries.ts'
import { getMorningMail } from '#lib/features/today/morning-mail-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { settings } from '#lib/server/env.ts'

export const metadata: Metadata = { title: 'Calendar and morning mail' }

type Props = { params: Promise<{ workspace: string }> }

export default async function TodaySettingsPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'today.read')
  const [link, mail] = await Promise.all([findCalendarLink(scope), getMorningMail(scope)])
  return (
    <>
      <PageHeader
        title="Calendar and morning mail"
        lead="How Today reaches you elsewhere. These are yours alone; nobody else’s change."
        crumbs={[{ label: 'Today', href: `/w/${workspace}` }]}
      />
      <div className="flex max-w-form flex-col gap-6">
        <CalendarPanel scope={scope} link={link} isLocal={settings().local} />
        <MorningMailPanel scope={scope} mail={mail} />
      </div>
    </>
  )
}
