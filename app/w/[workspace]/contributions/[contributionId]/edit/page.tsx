import type { Metadata } from 'next'
import { WorkForm } from '#components/contributions/work-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { dayText } from '#lib/domain/calendar-day.ts'
import { timeOfDay } from '#lib/domain/contributions/recording-time.ts'
import { localDateOf } from '#lib/domain/local-date.ts'
import { changeContributionAction } from '#lib/features/contributions/contribution-actions.ts'
import { getContribution, getWorkChoices } from '#lib/features/contributions/contribution-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Change the plan' }

type Props = { params: Promise<{ workspace: string; contributionId: string }> }

export default async function EditContributionPage({ params }: Props) {
  const { workspace, contributionId } = await params
  const scope = await requireWorkspace(workspace, 'contributions.write')
  const work = await found(getContribution(scope, pageId(contributionId)))
  const choices = await getWorkChoices(scope, { prospectId: work.prospectId })
  const base = `/w/${workspace}/contributions`
  const { recordingAt, recordingZone } = work
  const recording =
    recordingAt && recordingZone
      ? {
          recordingOn: localDateOf(recordingAt, recordingZone),
          recordingTime: timeOfDay(recordingAt, recordingZone),
          recordingZone,
        }
      : { recordingZone: work.contact?.timeZone }
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Work with outlets', href: base },
          { label: work.title, href: `${base}/${work.id}` },
        ]}
        title="Change the plan"
      />
      <WorkForm
        action={changeContributionAction}
        workspace={workspace}
        hidden={{ contributionId: work.id }}
        choices={withPresent(choices, work)}
        known={{ ...work, ...recording, dueOn: dayText(work.dueOn), airsOn: dayText(work.airsOn) }}
        isThere
        back={`${base}/${work.id}`}
        submitLabel="Save"
      />
    </>
  )
}

type Choices = Awaited<ReturnType<typeof getWorkChoices>>
type Work = Awaited<ReturnType<typeof getContribution>>

/** Somebody who has left the outlet since stays chosen. */
function withPresent(choices: Choices, { contact }: Work): Choices {
  if (!contact || choices.contacts.some(({ id }) => id === contact.id)) return choices
  return { ...choices, contacts: [...choices.contacts, contact] }
}
