import { RefreshWhileWaiting } from '#components/jobs/refresh-while-waiting.tsx'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { ProgressNote } from '#components/ui/progress-note.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import type { ReportContent } from '#lib/domain/customer-reports/report-content.ts'
import { can } from '#lib/domain/roles.ts'
import type { ReportToRead } from '#lib/features/customer-reports/read-report.ts'
import {
  askForReviewAction,
  lookAgainAction,
  takeBackReportAction,
} from '#lib/features/customer-reports/report-actions.ts'
import { moveToTrashAction } from '#lib/features/trash/trash-actions.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { FocusOnStep } from './focus-on-step.tsx'
import { ReviewForms } from './review-forms.tsx'
import { WhatChanged } from './what-changed.tsx'

export type ReportStepsProps = {
  workspace: string
  scope: WorkspaceScope
  report: ReportToRead['report']
  review: { why: string | null; whyNot: string | null }
  waiting: number
  read: string
  content: ReportContent | null
}

/** How far a report is, and what can be done with it next. */
export function ReportSteps(props: ReportStepsProps) {
  return (
    <FocusOnStep step={props.report.state}>
      <Steps {...props} />
    </FocusOnStep>
  )
}

function Steps(props: ReportStepsProps) {
  const { report } = props
  if (report.state === 'approved') return <Approved {...props} />
  if (report.state === 'in-review') return <InReview {...props} />
  return <Writing {...props} />
}

function Writing({ workspace, scope, report, review, waiting, content }: ReportStepsProps) {
  const hidden = { workspace, reportId: report.id }
  const mayWrite = can(scope.role, 'customer-reports.write')
  return (
    <>
      {report.state === 'given-back' ? (
        <Notice
          tone="careful"
          title={
            <>
              Given back by <bdi>{report.decidedBy?.name}</bdi>
            </>
          }
        >
          <p className="whitespace-pre-line wrap-anywhere" dir="auto">
            {report.remark}
          </p>
        </Notice>
      ) : null}
      {mayWrite ? (
        <Panel
          title="Next"
          lead={review.why ?? 'Somebody reads it before it goes out; then it can be shared.'}
        >
          <div className="flex flex-col gap-4">
            {waiting > 0 ? (
              <p className="text-ink-soft">
                {pages(waiting)} looked at again when it goes to review: the last look is more than a week
                old, or there was none.
              </p>
            ) : null}
            <ActionForm action={askForReviewAction} hidden={hidden} label="Give it to review">
              <FormActions>
                {content ? <SubmitButton pendingLabel="Asking">Give it to review</SubmitButton> : null}
                <ButtonLink href={`/w/${workspace}/customer-reports/${report.id}/edit`}>Change it</ButtonLink>
                <ConfirmSubmit
                  form="trash-report"
                  title="Move this report to the trash?"
                  lead="It stays there for 30 days."
                  confirmLabel="Move to trash"
                >
                  Move to trash
                </ConfirmSubmit>
              </FormActions>
            </ActionForm>
            <Trash {...hidden} />
          </div>
        </Panel>
      ) : null}
    </>
  )
}

function InReview(props: ReportStepsProps) {
  const { workspace, scope, report, review, waiting } = props
  const hidden = { workspace, reportId: report.id }
  return (
    <>
      {waiting > 0 ? (
        <>
          <RefreshWhileWaiting atMostEveryMs={5_000} />
          <ProgressNote title={`${pages(waiting)} still to be looked at`}>
            Looks come in by themselves, as fast as other people’s servers are asked politely. You may leave
            this page.
          </ProgressNote>
        </>
      ) : null}
      <Panel
        title="It waits to be read"
        lead={
          <>
            Given to review by <bdi>{report.askedBy?.name}</bdi>{' '}
            {report.askedAt ? (
              <RelativeTime then={report.askedAt} now={scope.now} timeZone={scope.timeZone} />
            ) : null}
            . {review.why}
          </>
        }
      >
        <div className="flex flex-col gap-6">
          <WhatChanged content={props.content} />
          {review.whyNot === null ? <ReviewForms {...props} /> : <p>{review.whyNot}</p>}
          <div className="flex flex-wrap gap-2">
            {waiting > 0 && can(scope.role, 'mentions.write') ? (
              <ActionForm action={lookAgainAction} hidden={hidden} label="Look again">
                <SubmitButton tone="secondary" pendingLabel="Asking">
                  Ask for those looks again
                </SubmitButton>
              </ActionForm>
            ) : null}
            {can(scope.role, 'customer-reports.write') ? (
              <ActionForm action={takeBackReportAction} hidden={hidden} label="Take it back">
                <SubmitButton tone="quiet" pendingLabel="Taking it back">
                  Take it back to change it
                </SubmitButton>
              </ActionForm>
            ) : null}
          </div>
        </div>
      </Panel>
    </>
  )
}

function Approved({ workspace, scope, report }: ReportStepsProps) {
  return (
    <Panel
      title="Approved"
      lead={
        <>
          By <bdi>{report.decidedBy?.name}</bdi>{' '}
          {report.decidedAt ? (
            <RelativeTime then={report.decidedAt} now={scope.now} timeZone={scope.timeZone} />
          ) : null}
          . It says for good what it said then.
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {report.waitingReason ? (
          <p className="wrap-anywhere" dir="auto">
            It went out before every page was looked at again: {report.waitingReason}
          </p>
        ) : null}
        {can(scope.role, 'customer-reports.write') ? (
          <div>
            <ConfirmSubmit
              form="trash-report"
              title="Move this report to the trash?"
              lead="Its links lead nowhere while it lies there. It stays for 30 days."
              confirmLabel="Move to trash"
            >
              Move to trash
            </ConfirmSubmit>
            <Trash workspace={workspace} reportId={report.id} />
          </div>
        ) : null}
      </div>
    </Panel>
  )
}

function Trash({ workspace, reportId }: { workspace: string; reportId: string }) {
  return (
    <ActionForm
      id="trash-report"
      action={moveToTrashAction}
      hidden={{ workspace, kind: 'customer-report', itemId: reportId }}
      label="Move the report to the trash"
    />
  )
}

function pages(count: number): string {
  return count === 1 ? 'One page is' : `${writtenNumber(count)} pages are`
}
