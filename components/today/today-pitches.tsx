import { PitchStateBadge } from '#components/pitches/pitch-state-badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import type {
  listAnswersToWrite,
  listDraftsWaiting,
  listDueFollowUps,
  listPitchesToReview,
  listReadNotPitched,
} from '#lib/features/today/today-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { TodayRow, TodaySection } from './today-list.tsx'

type Rows<Query extends (scope: WorkspaceScope) => Promise<unknown[]>> = Awaited<ReturnType<Query>>
type Common = { scope: WorkspaceScope; home: string; mayWrite: boolean }

/** Those who answered and wait for us. */
export function AnswersToWrite({
  scope,
  home,
  mayWrite,
  answers,
}: Common & { answers: Rows<typeof listAnswersToWrite> }) {
  return (
    <TodaySection title="Answers to write" count={answers.length}>
      {answers.map((pitch) => (
        <TodayRow
          key={pitch.id}
          href={`${home}/pitches/${pitch.id}`}
          who={pitch.contact.name}
          facts={
            <>
              <bdi>{pitch.prospect.name}</bdi>
              {pitch.lastMessageAt ? (
                <>
                  {', wrote '}
                  <RelativeTime then={pitch.lastMessageAt} now={scope.now} timeZone={scope.timeZone} />
                </>
              ) : null}
            </>
          }
          action={
            <ButtonLink href={`${home}/pitches/${pitch.id}#answer`} tone="primary">
              {mayWrite ? 'Answer' : 'Open'}
            </ButtonLink>
          }
        >
          {pitch.messages[0]?.body}
        </TodayRow>
      ))}
    </TodaySection>
  )
}

/** Nudges whose day has come. */
export function DueFollowUps({
  scope,
  home,
  mayWrite,
  followUps,
}: Common & { followUps: Rows<typeof listDueFollowUps> }) {
  return (
    <TodaySection title="Follow-ups due" count={followUps.length}>
      {followUps.map(({ id, body, pitch }) => (
        <TodayRow
          key={id}
          href={`${home}/pitches/${pitch.id}`}
          who={pitch.contact.name}
          facts={
            <>
              <bdi>{pitch.prospect.name}</bdi>
              {pitch.sentAt ? (
                <>
                  {', written to '}
                  <RelativeTime then={pitch.sentAt} now={scope.now} timeZone={scope.timeZone} />
                </>
              ) : null}
            </>
          }
          action={
            <ButtonLink href={`${home}/pitches/${pitch.id}#follow-up`} tone="primary">
              {mayWrite ? (body ? 'Send the follow-up' : 'Write the follow-up') : 'Open'}
            </ButtonLink>
          }
        >
          {pitch.subject}
        </TodayRow>
      ))}
    </TodaySection>
  )
}

/** Letters of others that wait for a second pair of eyes. */
export function PitchesToReview({
  scope,
  home,
  pitches,
}: Omit<Common, 'mayWrite'> & { pitches: Rows<typeof listPitchesToReview> }) {
  return (
    <TodaySection title="Waiting for a second pair of eyes" count={pitches.length}>
      {pitches.map((pitch) => (
        <TodayRow
          key={pitch.id}
          href={`${home}/pitches/${pitch.id}`}
          who={pitch.contact.name}
          facts={
            <>
              <bdi>{pitch.prospect.name}</bdi>, written by <bdi>{pitch.writer.name}</bdi>, handed over{' '}
              <RelativeTime then={pitch.updatedAt} now={scope.now} timeZone={scope.timeZone} />
            </>
          }
          action={
            <ButtonLink href={`${home}/pitches/${pitch.id}`} tone="primary">
              Review
            </ButtonLink>
          }
        >
          {pitch.subject || <NoSubject />}
        </TodayRow>
      ))}
    </TodaySection>
  )
}

/** What is written and has not gone out. */
export function DraftsWaiting({
  scope,
  home,
  mayWrite,
  drafts,
}: Common & { drafts: Rows<typeof listDraftsWaiting> }) {
  return (
    <TodaySection title="Drafts waiting" count={drafts.length}>
      {drafts.map((pitch) => (
        <TodayRow
          key={pitch.id}
          href={`${home}/pitches/${pitch.id}`}
          who={pitch.contact.name}
          facts={
            <span className="inline-flex flex-wrap items-baseline gap-x-2">
              <bdi>{pitch.prospect.name}</bdi>
              <PitchStateBadge state={pitch.state} />
              <span>
                {pitch.writer.id === scope.memberId ? 'yours' : pitch.writer.name},{' '}
                <RelativeTime then={pitch.updatedAt} now={scope.now} timeZone={scope.timeZone} />
              </span>
            </span>
          }
          action={
            <ButtonLink
              href={`${home}/pitches/${pitch.id}`}
              tone={pitch.state === 'ready' && mayWrite ? 'primary' : 'secondary'}
            >
              {mayWrite ? NEXT_WITH_DRAFT[pitch.state] : 'Open'}
            </ButtonLink>
          }
        >
          {pitch.subject || <NoSubject />}
        </TodayRow>
      ))}
    </TodaySection>
  )
}

const NEXT_WITH_DRAFT: Record<string, string> = { ready: 'Send it', 'in-review': 'Open', draft: 'Carry on' }

function NoSubject() {
  return <span className="font-sans text-ink-soft">No subject yet</span>
}

/** Somebody read them; nobody has written. */
export function ReadNotPitched({
  scope,
  home,
  mayWrite,
  notes,
}: Common & { notes: Rows<typeof listReadNotPitched> }) {
  return (
    <TodaySection title="Read, and not written to yet" count={notes.length}>
      {notes.map((note) => (
        <TodayRow
          key={note.id}
          href={`${home}/reading/${note.id}`}
          who={note.prospect.name}
          facts={
            <>
              read by {note.author.name}{' '}
              <RelativeTime then={note.createdAt} now={scope.now} timeZone={scope.timeZone} />
            </>
          }
          action={
            mayWrite ? (
              <ButtonLink href={`${home}/pitches/new?prospect=${note.prospect.id}&reading=${note.id}`}>
                Write to them
              </ButtonLink>
            ) : (
              <ButtonLink href={`${home}/reading/${note.id}`}>Open</ButtonLink>
            )
          }
        >
          {note.struck || `“${note.quote}”`}
        </TodayRow>
      ))}
    </TodaySection>
  )
}
