import { Ban, PencilLine, TriangleAlert } from 'lucide'
import { classNames } from '#components/ui/class-names.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { Severity } from '#lib/domain/pitch-gate/pitch-rules.ts'
import { type AnswerProblem, answerRuleLabel } from '#lib/domain/requests/review-answer.ts'

const LOOKS: Readonly<Record<Severity, { icon: typeof Ban; colour: string; word: string }>> = {
  final: { icon: Ban, colour: 'text-stop', word: 'Nobody can overrule this' },
  mendable: { icon: PencilLine, colour: 'text-careful', word: 'To mend' },
  warning: { icon: TriangleAlert, colour: 'text-neutral', word: 'Worth a thought' },
}

/** What the gate has to say of an answer, heaviest first. */
export function AnswerProblems({ problems }: { problems: readonly AnswerProblem[] }) {
  if (problems.length === 0) return <p className="text-ink-soft">Nothing stands in its way.</p>
  return (
    <ul className="flex flex-col divide-y divide-line">
      {problems.map(({ rule, severity, message, remedy }) => {
        const { icon, colour, word } = LOOKS[severity]
        return (
          <li key={`${rule}:${message}`} className="flex gap-3 py-3 first:pt-0 last:pb-0">
            <Icon of={icon} className={classNames('mt-1 size-4 shrink-0', colour)} />
            <div className="min-w-0 wrap-anywhere">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-semibold">{answerRuleLabel(rule)}</span>
                <span className={classNames('text-sm font-medium', colour)}>{word}</span>
              </p>
              <p>{message}</p>
              <p className="text-sm text-ink-soft">{remedy}</p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
