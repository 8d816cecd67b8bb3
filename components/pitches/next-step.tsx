import { ButtonLink } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { writtenDay } from '#components/ui/written.ts'
import type { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type Pitch = Awaited<ReturnType<typeof getPitch>>

/** What is in your hands with this conversation, and what is not. */
export function NextStep({ scope, pitch }: { scope: WorkspaceScope; pitch: Pitch }) {
  const home = `/w/${scope.workspaceSlug}`
  if (pitch.mentions.length > 0) {
    return (
      <Panel title="Something came of it">
        <ul className="flex flex-col gap-2">
          {pitch.mentions.map((mention) => (
            <li key={mention.id} className="wrap-anywhere">
              <Link href={`${home}/mentions/${mention.id}`} className="ink-link">
                {mention.url}
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    )
  }
  if (pitch.state === 'closed') return null
  if (pitch.isStopped) {
    return (
      <Panel title="Leave them in peace">
        <p>They asked not to be written to. Close this pitch; nobody writes to them again.</p>
      </Panel>
    )
  }
  if (pitch.state === 'answered') {
    const isSettled = pitch.answerHandledAt !== null
    return (
      <Panel title={isSettled ? 'You are talking' : 'Your turn'}>
        <p>
          {isSettled
            ? 'Nothing is due. If they write about you, record the page, and Rapport looks at it.'
            : 'They answered. Write back while it is fresh; one good answer is worth ten first letters.'}
        </p>
      </Panel>
    )
  }
  if (pitch.doubt?.kind === 'paused') {
    return (
      <Panel title="On hold">
        <p>
          A mail came in that may be their answer. Until somebody has said whose it is, nothing more goes out
          and nothing closes.
        </p>
      </Panel>
    )
  }
  const { waiting, closesAt } = pitch
  return (
    <Panel title={waiting?.isDue ? 'Your turn' : 'Their turn'}>
      <div className="flex flex-col gap-3">
        <p>{words(pitch)}</p>
        {waiting?.isDue ? (
          <div>
            <ButtonLink href="#follow-up" tone="primary">
              Write the follow-up
            </ButtonLink>
          </div>
        ) : null}
        {closesAt ? (
          <p className="text-sm text-ink-soft">
            If it stays silent, this closes by itself{' '}
            <RelativeTime then={closesAt} now={scope.now} timeZone={scope.timeZone} />.
          </p>
        ) : null}
      </div>
    </Panel>
  )
}

function words({ waiting, followUps }: Pitch): string {
  if (waiting?.isDue)
    return `The follow-up was due on ${dayOf(waiting.dueOn)}. One short nudge, written by you.`
  if (waiting)
    return `Give them time. A follow-up is due on ${dayOf(waiting.dueOn)}, if they have not answered by then.`
  return followUps.some((followUp) => followUp.state === 'sent')
    ? 'You wrote and followed up. Whether they answer is out of your hands.'
    : 'No follow-up is planned. Whether they answer is out of your hands.'
}

/** The date is theirs, wherever they live, so no zone is asked. */
function dayOf(dueOn: Date): string {
  return writtenDay(dueOn, 'weekday')
}
