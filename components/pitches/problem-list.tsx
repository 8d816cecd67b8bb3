import { Ban, PencilLine, TriangleAlert } from 'lucide'
import { classNames } from '#components/ui/class-names.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import {
  type NearCopies,
  PITCH_RULES,
  type PitchProblem,
  type Severity,
} from '#lib/domain/pitch-gate/pitch-rules.ts'
import { PitchLink } from './pitch-link.tsx'
import type { RemedyWay, RemedyWays } from './remedy-ways.ts'

const ORDER: readonly Severity[] = ['final', 'mendable', 'warning']

const looks = {
  final: { icon: Ban, colour: 'text-stop', word: 'Nobody can overrule this' },
  mendable: { icon: PencilLine, colour: 'text-careful', word: 'To mend' },
  warning: { icon: TriangleAlert, colour: 'text-neutral', word: 'Worth a thought' },
}

/** What the gate has to say, heaviest first: the rule in plain words, what is wrong here, and what would fix it. */
export function ProblemList({
  problems,
  ways = {},
}: {
  problems: readonly PitchProblem[]
  ways?: RemedyWays
}) {
  const sorted = ORDER.flatMap((severity) => problems.filter((problem) => problem.severity === severity))
  return (
    <ul className="flex flex-col divide-y divide-line">
      {sorted.map((problem) => {
        const { icon, colour, word } = looks[problem.severity]
        return (
          <li key={`${problem.rule}:${problem.message}`} className="flex gap-3 py-3 first:pt-0 last:pb-0">
            <Icon of={icon} className={classNames('mt-1 size-4 shrink-0', colour)} />
            <div className="min-w-0 wrap-anywhere">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-semibold">{PITCH_RULES[problem.rule].label}</span>
                <span className={classNames('text-sm font-medium', colour)}>{word}</span>
              </p>
              {problem.copies ? <Copies copies={problem.copies} /> : <p>{problem.message}</p>}
              {problem.remedy ? <p className="text-sm text-ink-soft">{problem.remedy}</p> : null}
              <Way way={ways[problem.rule]} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function Way({ way }: { way: RemedyWay | undefined }) {
  if (!way) return null
  const look = { className: 'ink-link tap inline-flex items-center text-sm' }
  return way.href.startsWith('#') ? (
    <a href={way.href} {...look}>
      {way.label}
    </a>
  ) : (
    <Link href={way.href} {...look}>
      {way.label}
    </Link>
  )
}

/** Which pitches say nearly the same, and what is in both: shown as it stands in this one. */
function Copies({ copies: { pitches, sentences } }: { copies: NearCopies }) {
  return (
    <>
      <ul>
        {pitches.map(({ id, label, percent }) => (
          <li key={id}>
            {percent} % of the wording stands in another pitch: <PitchLink pitchId={id}>{label}</PitchLink>
          </li>
        ))}
      </ul>
      {sentences.length > 0 ? (
        <div className="my-2 border-l-2 border-line-strong pl-3">
          <p className="text-sm text-ink-soft">In both:</p>
          <ul className="reading flex flex-col gap-1">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

/** How far a draft is, in one line over the list. */
export function problemSummary(problems: readonly PitchProblem[]): string {
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length
  const final = count('final')
  const mendable = count('mendable')
  if (final > 0) return 'It cannot go out now.'
  if (mendable > 0)
    return mendable === 1
      ? 'One thing to mend before it can go.'
      : `${mendable} things to mend before it can go.`
  return problems.length > 0
    ? 'Nothing stands in its way; a thought or two remain.'
    : 'Nothing stands in its way.'
}
