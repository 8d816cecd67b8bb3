import { randomUUID } from 'node:crypto'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { can } from '#lib/domain/roles.ts'
import { approvePitchAction, askForReviewAction } from '#lib/features/pitches/pitch-actions.ts'
import { listRemarks } from '#lib/features/pitches/remark-queries.ts'
import { getSecondEyes } from '#lib/features/pitches/second-eyes-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { openRemarkWords } from './open-remark-words.ts'
import { RemarkForm } from './remark-form.tsx'
import { RemarkList } from './remark-list.tsx'

type Pitch = { id: string; state: string; revision: number; writer: { id: string } }

/**
 * What other people's eyes have to do with a letter that is not in review: whether somebody has to read it, or has, and what
 * was said about it. Nothing where there is nothing to say.
 */
export async function SecondEyes({ scope, pitch }: { scope: WorkspaceScope; pitch: Pitch }) {
  if (pitch.state !== 'draft' && pitch.state !== 'ready') return null
  const [eyes, remarks] = await Promise.all([getSecondEyes(scope, pitch.id), listRemarks(scope, pitch.id)])
  const isTyped = pitch.state === 'draft' && can(scope.role, 'pitches.write')
  const open = openRemarkWords(remarks)
  const mayRemark = can(scope.role, 'remarks.write') && pitch.writer.id !== scope.memberId
  return (
    <>
      <ToRead scope={scope} pitch={pitch} eyes={eyes} />
      {remarks.length > 0 || mayRemark ? (
        <Panel
          title="Remarks"
          lead={
            remarks.length === 0 ? 'Nobody has said anything about this letter.' : (open ?? 'All settled.')
          }
        >
          <div className="flex flex-col gap-4">
            {remarks.length > 0 ? (
              <RemarkList scope={scope} remarks={remarks} words={isTyped ? 'typed' : 'elsewhere'} />
            ) : null}
            {mayRemark ? (
              <Disclosure summary="Say something about the letter">
                <RemarkForm
                  workspace={scope.workspaceSlug}
                  pitchId={pitch.id}
                  revision={pitch.revision}
                  once={randomUUID()}
                />
              </Disclosure>
            ) : null}
          </div>
        </Panel>
      ) : null}
    </>
  )
}

type ToReadProps = {
  scope: WorkspaceScope
  pitch: Pitch
  eyes: Awaited<ReturnType<typeof getSecondEyes>>
}

function ToRead({ scope, pitch, eyes }: ToReadProps) {
  if (pitch.state === 'ready' && eyes.isUnread) return <Unread scope={scope} pitch={pitch} eyes={eyes} />
  if (eyes.passed) {
    return (
      <p className="text-sm text-ink-soft">
        <bdi className="wrap-anywhere">{eyes.passed.by}</bdi> read it and found it right{' '}
        <RelativeTime then={eyes.passed.at} now={scope.now} timeZone={scope.timeZone} />.
      </p>
    )
  }
  if (pitch.state !== 'draft' || eyes.why === null) return null
  return (
    <Notice tone="neutral" title="Somebody else reads this one first">
      {eyes.mayPass
        ? `${eyes.why} That may be you: mark it as ready when it is right.`
        : `${eyes.why} When it is written, ask for a second pair of eyes.`}
    </Notice>
  )
}

/** It was marked as ready before somebody had to read it. */
function Unread({ scope, pitch, eyes }: ToReadProps) {
  const hidden = { workspace: scope.workspaceSlug, pitchId: pitch.id }
  return (
    <Notice
      tone="careful"
      title="It waits for a second pair of eyes"
      actions={
        <>
          {eyes.mayPass ? (
            <ActionForm
              action={approvePitchAction}
              hidden={{ ...hidden, revision: pitch.revision }}
              label="Looks right"
            >
              <SubmitButton>Looks right</SubmitButton>
            </ActionForm>
          ) : null}
          {can(scope.role, 'pitches.write') ? (
            <ActionForm action={askForReviewAction} hidden={hidden} label="Ask for a second pair of eyes">
              <SubmitButton tone="secondary">Ask for a second pair of eyes</SubmitButton>
            </ActionForm>
          ) : null}
        </>
      }
    >
      {eyes.why} It was marked as ready before that, so it stays here until somebody has read it.
    </Notice>
  )
}
