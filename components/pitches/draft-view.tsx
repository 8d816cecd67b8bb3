import { LawLine } from '#components/prospects/law-notes.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { settingsThatHold } from '#lib/domain/pitch-gate/pitch-settings.ts'
import { can } from '#lib/domain/roles.ts'
import type { getNewPitchChoices } from '#lib/features/pitches/new-pitch-queries.ts'
import { keepDraftAction } from '#lib/features/pitches/pitch-actions.ts'
import type { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { PitchEditor } from './pitch-editor.tsx'
import { PitchSetupForm } from './pitch-setup-form.tsx'
import { ProblemList, problemSummary } from './problem-list.tsx'
import { ReadingBeside } from './reading-beside.tsx'

type Pitch = Awaited<ReturnType<typeof getPitch>>
type DraftViewProps = {
  scope: WorkspaceScope
  pitch: Pitch
  choices: Awaited<ReturnType<typeof getNewPitchChoices>> | null
}

/** A draft on the desk: the letter on the left, what was read on the right. */
export function DraftView({ scope, pitch, choices }: DraftViewProps) {
  const workspace = scope.workspaceSlug
  const home = `/w/${workspace}`
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-6">
        {choices ? (
          <PitchEditor
            action={keepDraftAction}
            workspace={workspace}
            home={home}
            timeZone={scope.timeZone}
            mayOverrule={can(scope.role, 'pitches.overrule')}
            maxWords={settingsThatHold(pitch.limits).maxWords}
            pitch={{
              id: pitch.id,
              revision: pitch.revision,
              subject: pitch.subject,
              body: pitch.body,
              savedAt: pitch.updatedAt,
              problems: pitch.problems,
            }}
          />
        ) : (
          <ReadOnlyDraft pitch={pitch} />
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-6">
        <LawLine
          reader={{
            country: pitch.contact.country ?? pitch.prospect.country,
            writesAs: pitch.contact.writesAs,
          }}
          href={`${home}/contacts/${pitch.contact.id}#law`}
        />
        <ReadingBeside
          home={home}
          prospect={pitch.prospect}
          note={pitch.readingNote}
          mayWrite={choices !== null}
        />
        {choices ? (
          <Panel>
            <Disclosure summary="Campaign, address, reading note">
              <PitchSetupForm workspace={workspace} pitch={pitch} choices={choices} />
            </Disclosure>
          </Panel>
        ) : null}
      </div>
    </div>
  )
}

function ReadOnlyDraft({ pitch }: { pitch: Pitch }) {
  return (
    <>
      <Letter subject={pitch.subject} body={pitch.body} />
      <Panel title="Before it can go" lead={problemSummary(pitch.problems)}>
        {pitch.problems.length > 0 ? <ProblemList problems={pitch.problems} /> : null}
      </Panel>
    </>
  )
}

/** The letter as it will go. */
export function Letter({ subject, body }: { subject: string; body: string }) {
  return (
    <Panel>
      <article dir="auto" className="wrap-anywhere">
        <h2 className="mb-4 font-serif text-lg font-semibold">{subject || 'No subject yet'}</h2>
        {body ? <WrittenText>{body}</WrittenText> : <p className="text-ink-soft">Nothing is written yet.</p>}
      </article>
    </Panel>
  )
}
