import { useId } from 'react'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { writtenDay, writtenNumber } from '#components/ui/written.ts'
import { ChartFrame, Hatch, LegendEntry } from './chart-frame.tsx'
import { Counted } from './counted.tsx'

type Month = {
  /** "2026-03" */
  month: string
  gained: number
  lost: number
}

type NewLostChartProps = {
  /** Oldest first, without a gap. */
  months: readonly Month[]
  /** The links behind a figure of the table; left out: none are shown. */
  hrefOf?: (figure: 'gained' | 'lost', month: string) => string
}

const DRAWN_AT_MOST = 24
const BAR = { width: 12, space: 20 }
const HALF = 80

/** Links first seen, upwards, and links found missing, downwards, month by month. */
export function NewLostChart({ months, hrefOf }: NewLostChartProps) {
  const id = useId()
  const drawn = months.slice(-DRAWN_AT_MOST)
  const most = Math.max(1, ...drawn.flatMap(({ gained, lost }) => [gained, lost]))
  const width = drawn.length * BAR.space
  const high = (count: number) => (count / most) * HALF
  const every = Math.ceil(drawn.length / 6)
  return (
    <ChartFrame
      words={monthsWords(months, drawn.length)}
      tableName="The figures month by month"
      table={<MonthTable months={months} hrefOf={hrefOf} />}
      legend={
        <>
          <LegendEntry swatch={<rect width="24" height="12" fill="var(--accent)" />}>
            New, upwards
          </LegendEntry>
          <LegendEntry
            swatch={
              <>
                <defs>
                  <Hatch id={`${id}swatch`} colour="var(--careful)" />
                </defs>
                <rect width="24" height="12" fill={`url(#${id}swatch)`} stroke="var(--careful)" />
              </>
            }
          >
            Lost, downwards
          </LegendEntry>
        </>
      }
    >
      <div className="flex gap-2">
        <div
          aria-hidden
          className="flex h-48 w-12 shrink-0 flex-col justify-between text-right text-sm text-ink-soft"
        >
          <span>{most}</span>
          <span>0</span>
          <span>{most}</span>
        </div>
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <svg
            aria-hidden
            viewBox={`0 0 ${width} ${HALF * 2}`}
            preserveAspectRatio="none"
            className="h-48 w-full"
          >
            <defs>
              <Hatch id={`${id}lost`} colour="var(--careful)" />
            </defs>
            {drawn.map(({ month, gained, lost }, at) => (
              <g key={month}>
                <rect
                  x={at * BAR.space + (BAR.space - BAR.width) / 2}
                  y={HALF - high(gained)}
                  width={BAR.width}
                  height={high(gained)}
                  fill="var(--accent)"
                />
                {lost > 0 ? (
                  <rect
                    x={at * BAR.space + (BAR.space - BAR.width) / 2}
                    y={HALF}
                    width={BAR.width}
                    height={high(lost)}
                    fill={`url(#${id}lost)`}
                    stroke="var(--careful)"
                    vectorEffect="non-scaling-stroke"
                  />
                ) : null}
              </g>
            ))}
            <path d={`M0 ${HALF}H${width}`} stroke="var(--line-strong)" vectorEffect="non-scaling-stroke" />
          </svg>
          <div aria-hidden className="flex text-sm text-ink-soft">
            {drawn.map(({ month }, at) => (
              <span key={month} className="min-w-0 flex-1 overflow-visible whitespace-nowrap">
                {at % every === 0 ? monthName(month, 'short') : ''}
              </span>
            ))}
          </div>
        </div>
      </div>
    </ChartFrame>
  )
}

function MonthTable({ months, hrefOf }: NewLostChartProps) {
  return (
    <Table
      caption="New and lost links, newest month first"
      head={
        <>
          <Th>Month</Th>
          <Th numeric>New</Th>
          <Th numeric>Lost</Th>
        </>
      }
    >
      {months.toReversed().map(({ month, gained, lost }) => (
        <Tr key={month}>
          <Td>{monthName(month, 'long')}</Td>
          <Td label="New" numeric>
            <Counted count={gained} href={hrefOf?.('gained', month)} />
          </Td>
          <Td label="Lost" numeric>
            <Counted count={lost} href={hrefOf?.('lost', month)} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

/** "Mar 26", "March 2026" */
function monthName(month: string, length: 'short' | 'long'): string {
  return writtenDay(`${month}-01`, length === 'long' ? 'month' : 'short-month')
}

function monthsWords(months: readonly Month[], drawn: number): string {
  const sum = (of: 'gained' | 'lost') => months.reduce((total, month) => total + month[of], 0)
  const cut = drawn < months.length ? ` The picture shows the last ${drawn} months.` : ''
  return `New links: ${writtenNumber(sum('gained'))}. Lost: ${writtenNumber(sum('lost'))}.${cut}`
}
