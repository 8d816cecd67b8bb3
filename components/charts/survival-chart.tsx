import { useId } from 'react'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import { medianSurvival, type SurvivalStep, survivalAt } from '#lib/domain/statistics/kaplan-meier.ts'
import { axisEnd, readingDays, survivalPicture } from '#lib/domain/statistics/survival-picture.ts'
import { ChartFrame, Hatch, LegendEntry } from './chart-frame.tsx'
import { Counted } from './counted.tsx'

type SurvivalChartProps = {
  steps: readonly SurvivalStep[]
  /** The links behind a figure of the table; left out: none are shown. */
  hrefOf?: (figure: 'atRisk' | 'ended', days: number) => string
}

const BOX = { width: 400, height: 200 }
/** More marks than this are a smear; the table has them. */
const MARKS_AT_MOST = 60
const ENOUGH_TO_SAY = 20

/** How long links last: the share still standing by days since they were first seen, with its 95 % band. */
export function SurvivalChart({ steps, hrefOf }: SurvivalChartProps) {
  const id = useId()
  const end = axisEnd(steps)
  const { curve, band, censored } = survivalPicture(steps, { ...BOX, end })
  const marks = censored.length <= MARKS_AT_MOST ? censored : []
  return (
    <ChartFrame
      words={survivalWords(steps)}
      tableName="The figures behind the curve"
      table={<SurvivalTable steps={steps} hrefOf={hrefOf} />}
      legend={
        <>
          <LegendEntry swatch={<path d="M0 6H24" stroke="var(--accent)" strokeWidth="2.5" />}>
            Share still there
          </LegendEntry>
          <LegendEntry
            swatch={
              <>
                <defs>
                  <Hatch id={`${id}swatch`} colour="var(--accent)" />
                </defs>
                <rect width="24" height="12" fill={`url(#${id}swatch)`} opacity="0.45" />
              </>
            }
          >
            Where it lies in 95 cases of 100
          </LegendEntry>
          {marks.length > 0 ? (
            <LegendEntry swatch={<path d="M12 1V11" stroke="var(--ink)" strokeWidth="2" />}>
              Last seen standing then
            </LegendEntry>
          ) : null}
        </>
      }
    >
      <div className="flex gap-2">
        <div
          aria-hidden
          className="flex h-48 w-12 shrink-0 flex-col justify-between text-right text-sm text-ink-soft"
        >
          <span>100 %</span>
          <span>50 %</span>
          <span>0 %</span>
        </div>
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <svg
            aria-hidden
            viewBox={`0 0 ${BOX.width} ${BOX.height}`}
            preserveAspectRatio="none"
            className="h-48 w-full overflow-visible"
          >
            <defs>
              <Hatch id={`${id}band`} colour="var(--accent)" />
            </defs>
            {[0, 0.25, 0.5, 0.75, 1].map((part) => (
              <path
                key={part}
                d={`M0 ${part * BOX.height}H${BOX.width}`}
                stroke={part === 1 ? 'var(--line-strong)' : 'var(--line)'}
                vectorEffect="non-scaling-stroke"
              />
            ))}
            {band ? <path d={band} fill={`url(#${id}band)`} opacity="0.45" /> : null}
            <path
              d={curve}
              fill="none"
              stroke="var(--accent)"
              strokeWidth="2.5"
              vectorEffect="non-scaling-stroke"
            />
            {marks.map(({ x, y }) => (
              <path
                key={`${x} ${y}`}
                d={`M${x} ${y - 6}V${y + 6}`}
                stroke="var(--ink)"
                strokeWidth="1.5"
                vectorEffect="non-scaling-stroke"
              />
            ))}
          </svg>
          <div aria-hidden className="flex justify-between text-sm text-ink-soft">
            {[0, 1, 2, 3, 4].map((quarter) => (
              <span key={quarter}>{(end / 4) * quarter}</span>
            ))}
          </div>
          <p aria-hidden className="text-center text-sm text-ink-soft">
            Days since a look first saw the link
          </p>
        </div>
      </div>
    </ChartFrame>
  )
}

function SurvivalTable({ steps, hrefOf }: SurvivalChartProps) {
  const rows = readingDays(steps).flatMap((days) => {
    const step = survivalAt(steps, days)
    return step ? [{ days, step }] : []
  })
  return (
    <Table
      caption="How long links last"
      head={
        <>
          <Th>After</Th>
          <Th numeric>Watched so long</Th>
          <Th numeric>Gone by then</Th>
          <Th>Still there</Th>
        </>
      }
    >
      {rows.map(({ days, step }) => (
        <Tr key={days}>
          <Td>{days === 1 ? '1 day' : `${days} days`}</Td>
          <Td label="Watched so long" numeric>
            <Counted count={watchedFor(steps, days)} href={hrefOf?.('atRisk', days)} />
          </Td>
          <Td label="Gone by then" numeric>
            <Counted count={goneBy(steps, days)} href={hrefOf?.('ended', days)} />
          </Td>
          <Td label="Still there">{shareWords(step)}</Td>
        </Tr>
      ))}
    </Table>
  )
}

/** "84.5 % (71.2 to 92.1)" */
function shareWords({ survival, low, high }: SurvivalStep): string {
  const percent = (share: number) => String(Math.round(share * 1000) / 10)
  const band = low === null || high === null ? '' : ` (${percent(low)} to ${percent(high)})`
  return `${percent(survival)} %${band}`
}

function survivalWords(steps: readonly SurvivalStep[]): string {
  const watched = steps[0]?.atRisk ?? 0
  const gone = steps.reduce((sum, { ended }) => sum + ended, 0)
  const words = `Of ${writtenNumber(watched)} links that were watched, ${writtenNumber(gone)} went.`
  if (watched < ENOUGH_TO_SAY) return words
  const median = medianSurvival(steps)
  return median === null
    ? `${words} By the curve, more than half outlast the time they were watched for.`
    : `${words} By the curve, half are gone after ${writtenNumber(median)} days.`
}

function watchedFor(steps: readonly SurvivalStep[], days: number): number {
  return steps
    .filter(({ time }) => time >= days)
    .reduce((sum, { ended, censored }) => sum + ended + censored, 0)
}

function goneBy(steps: readonly SurvivalStep[], days: number): number {
  return steps.filter(({ time }) => time <= days).reduce((sum, { ended }) => sum + ended, 0)
}
