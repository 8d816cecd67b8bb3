import { randomUUID } from 'node:crypto'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { isReady } from '#lib/domain/pitch-gate/review-pitch.ts'
import { can } from '#lib/domain/roles.ts'
import {
  approvePitchAction,
  backToDraftAction,
  sendBackToDraftAction,
} from '#lib/features/pitches/pitch-actions.ts'
import type { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import { listRemarks, type Remark } from '#lib/features/pitches/remark-queries.ts'
import { getSecondEyes } from '#lib/features/pitches/second-eyes-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { openRemarkWords } from './open-remark-words.ts'
import { ProblemList, problemSummary } from './problem-list.tsx'
import { ReadingBeside } from './reading-beside.tsx'
import { RemarkForm } from './remark-form.tsx'
import { RemarkList } from './remark-list.tsx'
import { RemarkedLetter } from './remarked-letter.tsx'

type Pitch = Awaited<ReturnType<typeof getPitch>>

/**
 * A letter that waits for a second pair of eyes: its text stands still, with what was said about it beside it, and each
 * person sees the step that is theirs.
 */
export async function ReviewView({ scope, pitch }: { scope: WorkspaceScope; pitch: Pitch }) {
  const isOwn = pitch.writer.id === scope.memberId
  const [eyes, remarks] = await Promise.all([getSecondEyes(scope, pitch.id), listRemarks(scope, pitch.id)])
  const open = openRemarkWords(remarks)
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-6">
        <RemarkedLetter letter={pitch} remarks={remarks} />
        <Panel title="Before it can go" lead={problemSummary(pitch.problems)}>
          {pitch.problems.length > 0 ? <ProblemList problems={pitch.problems} /> : null}
        </Panel>
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <Panel title="Waiting for a second pair of eyes">
          <div className="flex flex-col gap-5">
            <p>
              Written by {isOwn ? 'you' : <bdi className="wrap-anywhere">{pitch.writer.name}</bdi>}. Handed
              over <RelativeTime then={pitch.updatedAt} now={scope.now} timeZone={scope.timeZone} />; the text
              stands still until somebody has read it.
            </p>
            {eyes.why ? <p>{eyes.why}</p> : null}
            {open ? <p className="wrap-anywhere">{open}</p> : null}
            <Steps scope={scope} pitch={pitch} isOwn={isOwn} mayApprove={eyes.mayPass} />
          </div>
        </Panel>
        <Remarks scope={scope} pitch={pitch} remarks={remarks} />
        <ReadingBeside
          home={`/w/${scope.workspaceSlug}`}
          prospect={pitch.prospect}
          note={pitch.readingNote}
          mayWrite={false}
        />
      </div>
    </div>
  )
}

function Remarks({ scope, pitch, remarks }: { scope: WorkspaceScope; pitch: Pitch; remarks: Remark[] }) {
  return (
    <Panel title="Remarks" lead="Each on words of the letter. Its writer answers them, or changes the text.">
      <div className="flex flex-col gap-6">
        {remarks.length > 0 ? <RemarkList scope={scope} remarks={remarks} words="marked" /> : null}
        {can(scope.role, 'remarks.write') ? (
          <RemarkForm
            workspace={scope.workspaceSlug}
            pitchId={pitch.id}
            revision={pitch.revision}
            once={randomUUID()}
          />
        ) : null}
      </div>
    </Panel>
  )
}

type StepsProps = { scope: WorkspaceScope; pitch: Pitch; isOwn: boolean; mayApprove: boolean }

function Steps({ scope, pitch, isOwn, mayApprove }: StepsProps) {
  const mayTakeBack = can(scope.role, 'pitches.write') && (isOwn || !mayApprove)
  const hidden = { workspace: scope.workspaceSlug, pitchId: pitch.id }
  const isClear = isReady(pitch.problems)
  return (
    <div className="flex flex-col gap-2">
      {mayApprove && !isClear ? (
        <p className="mb-2 text-sm text-ink-soft">
          Something stands in its way: see “Before it can go”. The text is changed as a draft.
        </p>
      ) : null}
      {mayApprove ? (
        <ActionForm
          action={approvePitchAction}
          hidden={{ ...hidden, revision: pitch.revision }}
          label="Looks right, mark as ready"
        >
          <div>
            <SubmitButton tone={isClear ? 'primary' : 'secondary'}>Looks right, mark as ready</SubmitButton>
          </div>
        </ActionForm>
      ) : null}
      {mayTakeBack ? (
        <ActionForm action={backToDraftAction} hidden={hidden} label="Take it back">
          <div>
            <SubmitButton tone="secondary">Take it back</SubmitButton>
          </div>
        </ActionForm>
      ) : null}
      {mayApprove && !mayTakeBack ? (
        <ActionForm action={sendBackToDraftAction} hidden={hidden} label="Back to the writer">
          <div>
            <SubmitButton tone="secondary">Back to the writer</SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </div>
  )
}
