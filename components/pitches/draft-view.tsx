import { FactDrawer } from '#components/sites/fact-drawer.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { settingsThatHold } from '#lib/domain/pitch-gate/pitch-settings.ts'
import { can } from '#lib/domain/roles.ts'
import { getDesk } from '#lib/features/pitches/desk-queries.ts'
import type { getNewPitchChoices } from '#lib/features/pitches/new-pitch-queries.ts'
import { keepDraftAction } from '#lib/features/pitches/pitch-actions.ts'
import type { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import { listFacts } from '#lib/features/sites/fact-queries.ts'
import { readerLanguage } from '#lib/server/reader-language.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { BESIDE, DeskSide } from './desk-side.tsx'
import { LETTER_PLACES } from './letter-places.ts'
import { PitchEditor } from './pitch-editor.tsx'
import { PitchSetupForm } from './pitch-setup-form.tsx'
import { ProblemList, problemSummary } from './problem-list.tsx'
import { LETTER_FIELDS, remedyWays } from './remedy-ways.ts'

type Pitch = Awaited<ReturnType<typeof getPitch>>
type DraftViewProps = {
  scope: WorkspaceScope
  pitch: Pitch
  choices: Awaited<ReturnType<typeof getNewPitchChoices>> | null
}

/** A draft on the desk: the letter on the left, what was read on the right, where it scrolls by itself so that both stay in sight. */
export async function DraftView({ scope, pitch, choices }: DraftViewProps) {
  const workspace = scope.workspaceSlug
  const home = `/w/${workspace}`
  const [desk, facts] = await Promise.all([getDesk(scope, pitch.id), listFacts(scope, pitch.campaign.siteId)])
  const { maxWords, warnWords } = settingsThatHold(pitch.limits)
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <nav
        aria-label="This page"
        className="sticky top-0 z-1 -mx-4 -mb-2 flex gap-2 border-b border-line bg-paper px-4 py-1 lg:hidden"
      >
        <a href={`#${LETTER_FIELDS.subject}`} className="ink-link tap inline-flex items-center px-2">
          The letter
        </a>
        <a href={`#${BESIDE}`} className="ink-link tap inline-flex items-center px-2">
          What was read
        </a>
      </nav>
      <div className="flex min-w-0 flex-col gap-6">
        {choices ? (
          <PitchEditor
            action={keepDraftAction}
            workspace={workspace}
            home={home}
            memberId={scope.memberId}
            reader={{ language: readerLanguage(), timeZone: scope.timeZone }}
            mayOverrule={can(scope.role, 'pitches.overrule')}
            isReadFirst={pitch.isReadFirst}
            limits={{ maxWords, warnWords }}
            blocks={desk.blocks}
            values={desk.values}
            ways={remedyWays(home, pitch)}
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
      <section
        aria-label="Beside it"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard has to reach it
        tabIndex={0}
        className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto lg:rounded-lg"
      >
        {choices ? (
          <Panel>
            <Disclosure summary="Campaign, address, reading note">
              <PitchSetupForm workspace={workspace} pitch={pitch} choices={choices} />
            </Disclosure>
          </Panel>
        ) : null}
        <DeskSide home={home} desk={desk} mayWrite={choices !== null} />
        {facts.length > 0 ? (
          <FactDrawer
            href={`${home}/sites/${pitch.campaign.siteId}/facts`}
            siteName={pitch.campaign.site.name}
            facts={facts}
          />
        ) : null}
      </section>
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
        <h2 id={LETTER_PLACES.subject} className="mb-4 font-serif text-lg font-semibold">
          {subject || 'No subject yet'}
        </h2>
        {body ? (
          <div id={LETTER_PLACES.body}>
            <WrittenText>{body}</WrittenText>
          </div>
        ) : (
          <p className="text-ink-soft">Nothing is written yet.</p>
        )}
      </article>
    </Panel>
  )
}
