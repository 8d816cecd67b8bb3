import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import type { MentionWithLooks } from '#lib/features/mentions/mention-queries.ts'
import { ConfirmForm, OverruleForm, SeenForm } from './decision-forms.tsx'

type ReviewPanelProps = {
  workspace: string
  mention: MentionWithLooks
  /** The page has a form of its own for what somebody saw. */
  hasOwnLook: boolean
  now: Date
  timeZone: string
}

/** What a reviewer can say to one outcome, on the mention's own page. */
export function ReviewPanel({ workspace, mention, hasOwnLook, now, timeZone }: ReviewPanelProps) {
  const { reviewSince } = mention
  const forms = { workspace, mention }
  return (
    <Panel
      title="Review"
      lead={
        reviewSince ? (
          <>
            Waits for a decision since <RelativeTime then={reviewSince} now={now} timeZone={timeZone} />.
          </>
        ) : (
          'Nothing waits here. If the looks are wrong, say so.'
        )
      }
    >
      <div className="flex flex-col gap-4">
        {reviewSince ? (
          <>
            <ConfirmForm {...forms} />
            <p>
              <Link href={`/w/${workspace}/review`} className="ink-link">
                The whole queue, with the evidence side by side
              </Link>
            </p>
          </>
        ) : null}
        <OverruleForm {...forms} isFolded />
        {hasOwnLook ? null : <SeenForm {...forms} isFolded />}
      </div>
    </Panel>
  )
}
