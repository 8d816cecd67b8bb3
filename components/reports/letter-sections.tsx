import { FunnelChart } from '#components/charts/funnel-chart.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { BASE_RATE_OF_ANSWERS, BASE_RATE_OF_TIME } from '#lib/domain/base-rates.ts'
import { CAMPAIGN_ROUTE_TABLE, CAMPAIGN_ROUTES, type CampaignRoute } from '#lib/domain/campaign-routes.ts'
import { workedShare } from '#lib/domain/what-worked.ts'
import type { LetterNumbers } from '#lib/features/reports/letter-numbers-queries.ts'
import type { OutcomeNumbers } from '#lib/features/reports/outcome-numbers-queries.ts'
import {
  FUNNEL,
  LETTER_NUMBERS,
  type LetterNumber,
  type MentionNumber,
} from '#lib/features/reports/report-numbers.ts'
import type { WayCounts } from '#lib/features/reports/report-way-queries.ts'
import {
  REPORT_WAY_TABLE,
  REPORT_WAYS,
  type ReportWay,
  type WayNumber,
} from '#lib/features/reports/report-ways.ts'
import { BaseRates } from './base-rates.tsx'
import { NumberList } from './number-list.tsx'
import { type Reach, ReachTable } from './reach-table.tsx'
import { TimeTable } from './time-table.tsx'

type LetterSectionsProps = {
  letters: LetterNumbers
  hrefOf: (number: LetterNumber, route?: CampaignRoute) => string
}

const SHOWN = ['sent', 'answered', 'waiting', 'linkedLetters'] as const

/** What became of letters: counts, the funnel, and how long it took. */
export function LetterSections({ letters, hrefOf }: LetterSectionsProps) {
  return (
    <>
      <Panel
        title="Letters"
        lead="Sent in this time. An answer is a person's: a no is one, a machine's is none."
        id="letters"
      >
        <div className="flex flex-col gap-6">
          <NumberList
            label="Letters"
            numbers={SHOWN.map((number) => ({
              label: LETTER_NUMBERS[number].label,
              count: letters[number],
              href: hrefOf(number),
              note: number === 'sent' ? undefined : shareOf(letters[number], letters.sent),
            }))}
          />
          <BaseRates rates={BASE_RATE_OF_ANSWERS} />
        </div>
      </Panel>
      <Panel title="From letter to link" id="funnel">
        <div className="flex flex-col gap-6">
          <FunnelChart
            words="Each step counts letters of the step before it, and no others."
            steps={FUNNEL.map((number) => ({
              label: LETTER_NUMBERS[number].label,
              count: letters[number],
              href: hrefOf(number),
            }))}
          />
          <NumberList
            label="Beside the steps"
            numbers={[
              {
                label: LETTER_NUMBERS.mentionedUnanswered.label,
                count: letters.mentionedUnanswered,
                href: hrefOf('mentionedUnanswered'),
                note: 'in no step but the first',
              },
            ]}
          />
        </div>
      </Panel>
      <Panel
        title="How long it takes"
        lead="Of letters that were answered, and of those a link came of; letters still waiting are in neither."
        id="times"
      >
        <div className="flex flex-col gap-4">
          <TimeTable
            rows={[
              { label: 'To the first answer', hours: letters.hoursToAnswer, href: hrefOf('answered') },
              {
                label: 'To the look that first saw a link',
                hours: letters.hoursToLink,
                href: hrefOf('linkedLetters'),
              },
            ]}
          />
          <BaseRates rates={BASE_RATE_OF_TIME} />
        </div>
      </Panel>
    </>
  )
}

type ReachSectionProps = {
  letters: LetterNumbers
  ways: readonly WayCounts[]
  outcomes: Pick<OutcomeNumbers, 'unasked' | 'unaskedReached' | 'unaskedLinked'>
  hrefOf: (
    number: LetterNumber | MentionNumber | WayNumber,
    more?: { route?: CampaignRoute; way?: ReportWay },
  ) => string
}

/** How far each way reached: letters by route, whatever else was done, and what came by itself. */
export function ReachSection({ letters, ways, outcomes, hrefOf }: ReachSectionProps) {
  const ofLetters = CAMPAIGN_ROUTES.flatMap((route): Reach[] => {
    const found = letters.routes.find((each) => each.route === route)
    if (!found) return []
    return [
      {
        label: `Letters, ${CAMPAIGN_ROUTE_TABLE[route].label.toLowerCase()}`,
        ...{ tries: 'sent', tried: found.sent, reached: found.mentionedLetters, linked: found.linkedLetters },
        hrefs: {
          tried: hrefOf('sent', { route }),
          reached: hrefOf('mentionedLetters', { route }),
          linked: hrefOf('linkedLetters', { route }),
        },
      },
    ]
  })
  const others = REPORT_WAYS.flatMap((way): Reach[] => {
    const found = ways.find((each) => each.way === way)
    if (!found) return []
    const href = (number: WayNumber) => hrefOf(number, { way })
    const hrefs = { tried: href('tried'), reached: href('reached'), linked: href('linked') }
    return [{ ...REPORT_WAY_TABLE[way], ...found, hrefs }]
  })
  const unasked: Reach = {
    ...{ label: 'Unasked', tries: 'pages recorded' },
    ...{ tried: outcomes.unasked, reached: outcomes.unaskedReached, linked: outcomes.unaskedLinked },
    hrefs: { tried: hrefOf('unasked'), reached: hrefOf('unaskedReached'), linked: hrefOf('unaskedLinked') },
  }
  const shown = [...ofLetters, ...others, ...(unasked.tried > 0 ? [unasked] : [])]
  return (
    <Panel
      title="How far each way reaches"
      lead="What was tried in this time, and of how many a page came that names or links us. Ways differ in whom they go to: this is what happened, not which is best."
      id="reach"
    >
      {shown.length === 0 ? (
        <p className="text-ink-soft">Nothing was tried in this time.</p>
      ) : (
        <ReachTable ways={shown} />
      )}
    </Panel>
  )
}

function shareOf(part: number, whole: number): string | undefined {
  if (whole === 0) return undefined
  return workedShare(part, whole).rate?.words ?? 'too few to say'
}
