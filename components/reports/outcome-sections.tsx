import { NewLostChart } from '#components/charts/new-lost-chart.tsx'
import { SurvivalChart } from '#components/charts/survival-chart.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { BASE_RATE_OF_LOSS, BASE_RATE_OF_MARKS } from '#lib/domain/base-rates.ts'
import { kaplanMeier } from '#lib/domain/statistics/kaplan-meier.ts'
import { workedShare } from '#lib/domain/what-worked.ts'
import type { OutcomeNumbers } from '#lib/features/reports/outcome-numbers-queries.ts'
import { daysOfMonth } from '#lib/features/reports/report-choice.ts'
import { MENTION_NUMBERS, type MentionNumber } from '#lib/features/reports/report-numbers.ts'
import { BaseRates } from './base-rates.tsx'
import { NumberList } from './number-list.tsx'

type OutcomeSectionsProps = {
  numbers: OutcomeNumbers
  /** Days that are counted by; empty: open. */
  days: { from: string; to: string }
  hrefOf: (number: MentionNumber, more?: { days?: number; from?: string; to?: string }) => string
}

const LINKS = ['followed', 'qualified', 'notIndexable', 'otherPage'] as const
const OTHERS = ['unlinked', 'featured', 'lost', 'pending', 'cannotTell', 'notThere', 'paid'] as const
const ENOUGH_TO_SAY = 20

/** What became of pages: links and what is none, apart; new and lost by month; how long links last. */
export function OutcomeSections({ numbers, days, hrefOf }: OutcomeSectionsProps) {
  const shown = (number: (typeof LINKS)[number] | (typeof OTHERS)[number] | 'mentions' | 'links') => ({
    label: MENTION_NUMBERS[number].label,
    count: numbers[number],
    href: hrefOf(number),
  })
  const steps = kaplanMeier(numbers.lifetimes)
  return (
    <>
      <Panel title="Pages" lead="Recorded in this time, as they stand today. A page counts once." id="pages">
        <div className="flex flex-col gap-6">
          <NumberList label="Pages and links" numbers={[shown('mentions'), shown('links')]} />
          <NumberList
            label="Links, by what search engines make of them"
            numbers={LINKS.map((number) => ({
              ...shown(number),
              note: shareOf(numbers[number], numbers.links),
            }))}
          />
          <NumberList label="What is no link, each apart" numbers={OTHERS.map(shown)} />
          <BaseRates rates={BASE_RATE_OF_MARKS} />
        </div>
      </Panel>
      <Panel
        title="New and lost links"
        lead="By the month a look first saw the link, and the month it was found missing."
        id="new-and-lost"
      >
        {numbers.newAndLostPerMonth.length === 0 ? (
          <p className="text-ink-soft">No link was new or lost in this time.</p>
        ) : (
          <NewLostChart
            months={numbers.newAndLostPerMonth}
            hrefOf={(figure, month) =>
              hrefOf(figure === 'gained' ? 'newLinks' : 'lostLinks', daysOfMonth(month, days))
            }
          />
        )}
      </Panel>
      <Panel
        title="How long links last"
        lead="Links first seen in this time. One that still stands counts for as long as it was watched, and so does one nobody can look at any more."
        id="survival"
      >
        {numbers.newLinks === 0 ? (
          <p className="text-ink-soft">No link was first seen in this time.</p>
        ) : (
          <div className="flex flex-col gap-6">
            <NumberList
              label="Links watched"
              numbers={(['newLinks', 'keptStanding', 'keptLost', 'keptUntold'] as const).map((number) => ({
                label: number === 'newLinks' ? 'Links watched' : MENTION_NUMBERS[number].label,
                count: numbers[number],
                href: hrefOf(number),
              }))}
            />
            {numbers.newLinks < ENOUGH_TO_SAY ? (
              <p className="font-medium">
                {`Too few to say: ${numbers.newLinks} links. The curve shows what happened to these.`}
              </p>
            ) : null}
            <SurvivalChart
              steps={steps}
              hrefOf={(figure, atDay) =>
                hrefOf(figure === 'atRisk' ? 'keptAtRisk' : 'keptEnded', { days: atDay })
              }
            />
            <BaseRates rates={BASE_RATE_OF_LOSS} />
          </div>
        )}
      </Panel>
    </>
  )
}

function shareOf(part: number, whole: number): string | undefined {
  if (whole === 0) return undefined
  return workedShare(part, whole).rate?.words ?? 'too few to say'
}
