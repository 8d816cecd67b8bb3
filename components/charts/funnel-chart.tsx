import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { workedShare } from '#lib/domain/what-worked.ts'
import { ChartFrame } from './chart-frame.tsx'
import { Counted } from './counted.tsx'

type FunnelChartProps = {
  words: string
  /** Each is part of the one before. */
  steps: readonly { label: string; count: number; href?: string }[]
}

/** What is left from step to step: bars of one length for the first, shorter for what is left of it. */
export function FunnelChart({ words, steps }: FunnelChartProps) {
  const most = Math.max(1, steps[0]?.count ?? 0)
  return (
    <ChartFrame words={words} tableName="The figures step by step" table={<FunnelTable steps={steps} />}>
      <ol className="flex flex-col gap-3">
        {steps.map(({ label, count, href }) => (
          <li key={label} className="flex flex-col gap-1">
            <span className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">{label}</span>
              <Counted count={count} href={href} />
            </span>
            <svg aria-hidden viewBox="0 0 100 10" preserveAspectRatio="none" className="h-5 w-full">
              <rect
                width="100"
                height="10"
                fill="none"
                stroke="var(--line-strong)"
                strokeDasharray="3 3"
                vectorEffect="non-scaling-stroke"
              />
              <rect width={(count / most) * 100} height="10" fill="var(--accent)" />
            </svg>
          </li>
        ))}
      </ol>
    </ChartFrame>
  )
}

function FunnelTable({ steps }: Pick<FunnelChartProps, 'steps'>) {
  return (
    <Table
      caption="What is left from step to step"
      head={
        <>
          <Th>Step</Th>
          <Th numeric>Letters</Th>
          <Th>Of the step before</Th>
          <Th>Of all</Th>
        </>
      }
    >
      {steps.map(({ label, count, href }, at) => (
        <Tr key={label}>
          <Td>{label}</Td>
          <Td label="Letters" numeric>
            <Counted count={count} href={href} />
          </Td>
          <Td label="Of the step before">{at === 0 ? '' : shareWords(count, steps[at - 1]?.count ?? 0)}</Td>
          <Td label="Of all">{at === 0 ? '' : shareWords(count, steps[0]?.count ?? 0)}</Td>
        </Tr>
      ))}
    </Table>
  )
}

/** "17 of 200, 8.5 % (5.4 to 13.2)", or the counts and that they are too few. */
function shareWords(part: number, whole: number): string {
  const { counts, rate } = workedShare(part, whole)
  return rate ? `${counts}, ${rate.words}` : `${counts}, too few to say`
}
