import { GitCompare, History } from 'lucide'
import type { Metadata } from 'next'
import { SaidAbout } from '#components/pitches/said-about.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { written } from '#components/ui/written.ts'
import { can } from '#lib/domain/roles.ts'
import { countWords } from '#lib/domain/text/words.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { takeUpRevisionAction } from '#lib/features/pitches/pitch-actions.ts'
import { listRevisions } from '#lib/features/pitches/revision-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Versions of a pitch' }

type Props = { params: Promise<{ workspace: string; pitchId: string }> }

export default async function RevisionsPage({ params }: Props) {
  const { workspace, pitchId } = await params
  const scope = await requireWorkspace(workspace, 'pitches.read')
  const pitch = await found(listRevisions(scope, pageId(pitchId)))
  const here = `/w/${workspace}/pitches/${pitch.id}`
  const mayTakeUp = pitch.state === 'draft' && can(scope.role, 'pitches.write')
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Pitches', href: `/w/${workspace}/pitches` },
          { label: `To ${pitch.contact.name}`, href: here },
        ]}
        title="Versions"
        lead="Kept at most once a minute while somebody types, and whenever somebody saves. Nothing written is lost."
        actions={
          pitch.revisions.length > 0 ? (
            <ButtonLink href={`${here}/revisions/compare`}>
              <Icon of={GitCompare} />
              Compare two
            </ButtonLink>
          ) : null
        }
      />
      {pitch.revisions.length === 0 ? (
        <EmptyState
          icon={History}
          title="No version yet"
          actions={<ButtonLink href={here}>Write it</ButtonLink>}
        >
          As soon as something is written, its versions are kept here.
        </EmptyState>
      ) : (
        <Panel>
          <ol className="flex flex-col divide-y divide-line">
            {pitch.revisions.map((revision, index) => {
              const isStanding = revision.subject === pitch.subject && revision.body === pitch.body
              return (
                <li key={revision.id} className="py-3 first:pt-0 last:pb-0">
                  <p className="flex flex-wrap items-baseline gap-x-2">
                    <span className="font-semibold">
                      <RelativeTime then={revision.savedAt} now={scope.now} timeZone={scope.timeZone} />,{' '}
                      {timeOf(revision.savedAt, scope.timeZone)}
                    </span>
                    <span className="text-sm text-ink-soft">
                      {revision.savedBy.name}, {countWords(revision.body)} words
                      {isStanding ? ', as it stands now' : ''}
                    </span>
                  </p>
                  <Disclosure
                    summary={<bdi className="wrap-anywhere">{revision.subject || 'No subject'}</bdi>}
                    open={index === 0}
                  >
                    <div dir="auto" className="wrap-anywhere">
                      <WrittenText>{revision.body}</WrittenText>
                    </div>
                    {index < pitch.revisions.length - 1 ? (
                      <p className="mt-4 text-sm">
                        <Link
                          href={`${here}/revisions/compare?newer=${revision.id}&older=${pitch.revisions[index + 1]?.id}`}
                          className="ink-link"
                        >
                          What changed since the one before
                        </Link>
                      </p>
                    ) : null}
                    {mayTakeUp && !isStanding ? (
                      <div className="mt-4">
                        <ActionForm
                          action={takeUpRevisionAction}
                          hidden={{ workspace, pitchId: pitch.id, revisionId: revision.id }}
                          label="Bring this one back"
                        >
                          <div>
                            <SubmitButton tone="secondary" pendingLabel="Bringing it back">
                              Bring this one back
                            </SubmitButton>
                          </div>
                        </ActionForm>
                      </div>
                    ) : null}
                  </Disclosure>
                </li>
              )
            })}
          </ol>
        </Panel>
      )}
      <SaidAbout scope={scope} pitchId={pitch.id} />
    </>
  )
}

function timeOf(moment: Date, timeZone: string): string {
  return written(moment, 'clock', timeZone)
}
