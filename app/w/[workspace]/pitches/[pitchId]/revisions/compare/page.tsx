import { History } from 'lucide'
import type { Metadata } from 'next'
import { ChooseVersions } from '#components/pitches/choose-versions.tsx'
import { ComparedTexts } from '#components/pitches/compared-texts.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { can } from '#lib/domain/roles.ts'
import { found, pageId, searchText } from '#lib/features/page-params.ts'
import { compareSchema } from '#lib/features/pitches/pitch-schema.ts'
import { compareRevisions } from '#lib/features/pitches/revision-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Compare versions' }

type Props = {
  params: Promise<{ workspace: string; pitchId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ComparePage({ params, searchParams }: Props) {
  const { workspace, pitchId } = await params
  const scope = await requireWorkspace(workspace, 'pitches.read')
  const query = await searchParams
  const { older, newer, view } = compareSchema.parse({
    older: searchText(query.older),
    newer: searchText(query.newer),
    view: searchText(query.view),
  })
  const pitch = await found(compareRevisions(scope, pageId(pitchId), { older, newer }))
  const here = `/w/${workspace}/pitches/${pitch.id}`
  const address = (shown: string) =>
    `${here}/revisions/compare?${new URLSearchParams({ older: pitch.older?.id ?? '', newer: pitch.newer.id, view: shown })}`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Pitches', href: `/w/${workspace}/pitches` },
          { label: `To ${pitch.contact.name}`, href: here },
          { label: 'Versions', href: `${here}/revisions` },
        ]}
        title="Compare versions"
        lead="What went is struck through, what came is underlined."
      />
      {pitch.older === null ? (
        <EmptyState
          icon={History}
          title="There is one text so far"
          actions={<ButtonLink href={here}>Back to the pitch</ButtonLink>}
        >
          As soon as it is changed, the earlier one is kept, and the two can be compared here.
        </EmptyState>
      ) : (
        <>
          <ChooseVersions
            action={`${here}/revisions/compare`}
            versions={pitch.revisions}
            chosen={{ older: pitch.older.id, newer: pitch.newer.id, view }}
            timeZone={scope.timeZone}
          />
          <NavTabs
            label="How to show it"
            tabs={[
              { label: 'In one text', href: address('one') },
              { label: 'Side by side', href: address('two') },
            ]}
            current={address(view)}
          />
          <ComparedTexts
            workspace={workspace}
            pitch={pitch}
            older={pitch.older}
            newer={pitch.newer}
            view={view}
            timeZone={scope.timeZone}
            mayBringBack={pitch.state === 'draft' && can(scope.role, 'pitches.write')}
          />
        </>
      )}
    </>
  )
}
