import { ActionForm } from '#components/ui/action-form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import {
  CONTRIBUTION_KIND_TABLE,
  type ContributionKind,
} from '#lib/domain/contributions/contribution-kinds.ts'
import { saveTextAction } from '#lib/features/contributions/contribution-actions.ts'
import type { Contribution } from '#lib/features/contributions/contribution-queries.ts'

type TextPanelProps = {
  workspace: string
  work: Contribution
  mayWrite: boolean
  now: Date
  timeZone: string
}

/** The words that were given, with those that stood there before. */
export function TextPanel({ workspace, work, mayWrite, now, timeZone }: TextPanelProps) {
  const { textLabel } = CONTRIBUTION_KIND_TABLE[work.kind as ContributionKind]
  return (
    <Panel title={textLabel} lead="Kept as you gave it, so that you can see what they made of it." id="text">
      {mayWrite ? (
        <ActionForm
          action={saveTextAction}
          hidden={{ workspace, contributionId: work.id, revision: String(work.revision) }}
          label={textLabel}
        >
          <TextAreaField
            name="text"
            label={textLabel}
            serif
            rows={work.kind === 'guest-post' ? 16 : 6}
            maxLength={60_000}
            defaultValue={work.text}
          />
          <div>
            <SubmitButton tone="secondary" pendingLabel="Saving">
              Keep the text
            </SubmitButton>
          </div>
        </ActionForm>
      ) : work.text ? (
        <WrittenText>{work.text}</WrittenText>
      ) : (
        <p className="text-ink-soft">Nothing yet.</p>
      )}
      {work.texts.length > 0 ? (
        <div className="mt-4 flex flex-col">
          {work.texts.map(({ id, number, text, savedAt, savedBy }) => (
            <Disclosure
              key={id}
              summary={
                <span className="text-sm">
                  Version {number}, until <RelativeTime then={savedAt} now={now} timeZone={timeZone} />
                </span>
              }
            >
              <p className="text-sm text-ink-soft">
                Replaced by <bdi>{savedBy.name}</bdi>
              </p>
              <WrittenText>{text}</WrittenText>
            </Disclosure>
          ))}
        </div>
      ) : null}
    </Panel>
  )
}
