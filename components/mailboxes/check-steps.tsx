import { ToneBadge } from '#components/ui/badge.tsx'
import { CHECK_RESULT_WORDS, CHECK_STEP_LABELS, type CheckStep } from '#lib/domain/mail/mailbox-check.ts'

/** How far a try of a mailbox came, step by step, each with what it found. */
export function CheckSteps({ steps }: { steps: readonly CheckStep[] }) {
  return (
    <ol className="flex flex-col gap-4">
      {steps.map(({ step, result, words, remedy, said }) => (
        <li key={step} className="flex flex-col gap-1">
          <div className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{CHECK_STEP_LABELS[step]}</span>
            <ToneBadge tone={CHECK_RESULT_WORDS[result].tone}>{CHECK_RESULT_WORDS[result].label}</ToneBadge>
          </div>
          <p className="max-w-measure break-words">
            {words} {remedy}
          </p>
          {said ? <p className="max-w-measure break-words text-ink-soft">Their words: {said}</p> : null}
        </li>
      ))}
    </ol>
  )
}
