import type { Metadata } from 'next'
import { StartPitchForm } from '#components/pitches/start-pitch-form.tsx'
import { WhomToWrite } from '#components/pitches/whom-to-write.tsx'
import { WrittenBeforeNotice } from '#components/pitches/written-before.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { found, searchText } from '#lib/features/page-params.ts'
import { findProspectOf, getNewPitchChoices } from '#lib/features/pitches/new-pitch-queries.ts'
import { findWrittenBefore } from '#lib/features/pitches/written-before-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Write a pitch' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function NewPitchPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'pitches.write')
  const search = await searchParams
  const asked = {
    prospect: searchText(search.prospect),
    contact: searchText(search.contact),
    reading: searchText(search.reading),
    campaign: searchText(search.campaign),
  }
  const words = searchText(search.q)
  const prospectId = await findProspectOf(scope, asked)
  const choices = await found(getNewPitchChoices(scope, prospectId, words))
  const whom = contactAsked(asked.contact, choices.prospect)
  const before = whom
    ? await findWrittenBefore(scope, whom, UUID.test(asked.campaign) ? asked.campaign : undefined)
    : null
  const home = `/w/${workspace}`
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Pitches', href: `${home}/pitches` }]}
        title={
          choices.prospect ? (
            <>
              Write to <bdi className="wrap-anywhere">{choices.prospect.name}</bdi>
            </>
          ) : (
            'Whom do you want to write to?'
          )
        }
        lead={
          choices.prospect
            ? 'Who gets it, what you read of theirs, and what it is for.'
            : 'Best is somebody you have just read.'
        }
      />
      {before && whom ? (
        <div className="mb-6 max-w-form">
          <WrittenBeforeNotice
            before={before}
            whom={'contactId' in whom ? 'person' : 'outlet'}
            timeZone={scope.timeZone}
          />
        </div>
      ) : null}
      {choices.prospect ? (
        <StartPitchForm
          workspace={workspace}
          prospect={choices.prospect}
          campaigns={choices.campaigns}
          asked={asked}
          role={scope.role}
        />
      ) : (
        <WhomToWrite home={home} prospects={choices.prospects} search={words} campaign={asked.campaign} />
      )}
    </>
  )
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

type Choices = Awaited<ReturnType<typeof getNewPitchChoices>>

/** The person the address names, where they work at this outlet; else the outlet. */
function contactAsked(contact: string, prospect: Choices['prospect']) {
  if (!prospect) return null
  const isThere = prospect.affiliations.some(({ contactId }) => contactId === contact)
  return isThere ? { contactId: contact } : { prospectId: prospect.id }
}
