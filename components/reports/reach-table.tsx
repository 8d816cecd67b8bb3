import { Counted } from '#components/charts/counted.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { workedShare } from '#lib/domain/what-worked.ts'
import { IntervalBar } from './interval-bar.tsx'

export type Reach = {
  label: string
  /** What one try is: "sent", "published". */
  tries: string
  tried: number
  reached: number
  linked: number
  hrefs: Readonly<Record<'tried' | 'reached' | 'linked', string>>
}

/** How far each way reached: tries, and of how many a page came that names or links us. Named and linked are told apart. */
export function ReachTable({ ways }: { ways: readonly Reach[] }) {
  const most = Math.max(
    0,
    ...ways.flatMap(({ tried, reached, linked }) =>
      [reached, linked].map((part) => workedShare(part, tried).rate?.high ?? 0),
    ),
  )
  return (
    <Table
      caption="How far each way reached"
      head={
        <>
          <Th>Way</Th>
          <Th numeric>Tried</Th>
          <Th>Named or linked us</Th>
          <Th>Linked us</Th>
        </>
      }
    >
      {ways.map(({ label, tries, tried, reached, linked, hrefs }) => (
        <Tr key={label}>
          <Td>
            <span className="font-semibold">{label}</span>
          </Td>
          <Td label="Tried" numeric>
            <Counted count={tried} href={hrefs.tried} />
            <span className="block text-sm text-ink-soft">{tries}</span>
          </Td>
          <Td label="Named or linked us">
            <Share part={reached} whole={tried} most={most} href={hrefs.reached} />
          </Td>
          <Td label="Linked us">
            <Share part={linked} whole={tried} most={most} href={hrefs.linked} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

type ShareProps = { part: number; whole: number; most: number; href: string }

function Share({ part, whole, most, href }: ShareProps) {
  const { rate } = workedShare(part, whole)
  return (
    <div className="flex min-w-32 flex-col gap-1">
      <span className="tabular-nums">
        <Counted count={part} href={href} />
        {rate ? `, ${rate.words}` : null}
      </span>
      {rate ? (
        <IntervalBar {...rate} most={most} />
      ) : (
        <span className="text-sm text-ink-soft">too few to say</span>
      )}
    </div>
  )
}
