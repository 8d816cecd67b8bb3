import { ActionForm } from '#components/ui/action-form.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { type DiffPiece, diffCounts, diffWords } from '#lib/domain/pitch-desk/word-diff.ts'
import { takeUpRevisionAction } from '#lib/features/pitches/pitch-actions.ts'
import { AS_IT_STANDS, type ComparedText } from '#lib/features/pitches/revision-queries.ts'
import { versionTime } from './version-time.ts'
import { WordChanges } from './word-changes.tsx'

type ComparedTextsProps = {
  workspace: string
  pitch: { id: string; subject: string; body: string }
  older: ComparedText
  newer: ComparedText
  view: 'one' | 'two'
  timeZone: string
  mayBringBack: boolean
}

/** Two versions word for word, in one text or side by side, and each can be brought back. */
export function ComparedTexts({ older, newer, view, timeZone, ...rest }: ComparedTextsProps) {
  const subject = diffWords(older.subject, newer.subject)
  const body = diffWords(older.body, newer.body)
  const name = (text: ComparedText) =>
    text.id === AS_IT_STANDS ? 'As it stands now' : versionTime(text.savedAt, timeZone)
  return (
    <>
      <p className="mb-4">{countWords([...subject, ...body])}</p>
      {view === 'one' ? (
        <Panel>
          <Text subject={subject} body={body} show="both" />
          <div className="mt-6 flex flex-wrap gap-4">
            <BringBack text={older} name={name(older)} {...rest} />
            <BringBack text={newer} name={name(newer)} {...rest} />
          </div>
        </Panel>
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Panel title={name(older)} actions={<BringBack text={older} name={name(older)} {...rest} />}>
            <Text subject={subject} body={body} show="older" />
          </Panel>
          <Panel title={name(newer)} actions={<BringBack text={newer} name={name(newer)} {...rest} />}>
            <Text subject={subject} body={body} show="newer" />
          </Panel>
        </div>
      )}
    </>
  )
}

type TextProps = { subject: DiffPiece[]; body: DiffPiece[]; show: 'both' | 'older' | 'newer' }

function Text({ subject, body, show }: TextProps) {
  return (
    <>
      <div className="mb-4 font-semibold">
        <WordChanges pieces={subject} show={show} />
      </div>
      <WordChanges pieces={body} show={show} />
    </>
  )
}

type BringBackProps = Pick<ComparedTextsProps, 'workspace' | 'pitch' | 'mayBringBack'> & {
  text: ComparedText
  name: string
}

function BringBack({ workspace, pitch, mayBringBack, text, name }: BringBackProps) {
  const isStanding = text.subject === pitch.subject && text.body === pitch.body
  if (!mayBringBack || isStanding || text.id === AS_IT_STANDS) return null
  return (
    <ActionForm
      action={takeUpRevisionAction}
      hidden={{ workspace, pitchId: pitch.id, revisionId: text.id }}
      label={`Bring back the version of ${name}`}
    >
      <SubmitButton tone="secondary" pendingLabel="Bringing it back">
        Bring this one back<span className="sr-only">: {name}</span>
      </SubmitButton>
    </ActionForm>
  )
}

function countWords(pieces: readonly DiffPiece[]): string {
  const { added, removed } = diffCounts(pieces)
  if (added === 0 && removed === 0) return 'No word differs.'
  const words = (count: number) => `${count} ${count === 1 ? 'word' : 'words'}`
  return `${words(added)} came, ${words(removed)} went.`
}
