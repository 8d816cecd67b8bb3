import type { ReactNode } from 'react'
import { Counted } from '#components/charts/counted.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { type WorkedGroup, workedShare } from '#lib/domain/what-worked.ts'
import type { WorkedMark } from '#lib/features/reports/worked-list.ts'
import { IntervalBar } from './interval-bar.tsx'

type WorkedTableProps<Key extends string> = {
  caption: string
  /** What a row is one of: "Campaign". */
  noun: string
  groups: readonly WorkedGroup<Key>[]
  nameOf: (key: Key) => ReactNode
  /** The letters behind a number. */
  hrefOf: (key: Key, what: WorkedMark) => string
}

/** What came of letters, one group a row, the largest first: counts always, a rate only where there are enough. */
export function WorkedTable<Key extends string>({
  caption,
  noun,
  groups,
  nameOf,
  hrefOf,
}: WorkedTableProps<Key>) {
  const shares = groups.flatMap((group) => [
    workedShare(group.answered, group.sent),
    workedShare(group.linked, group.sent),
  ])
  const most = Math.max(0, ...shares.map(({ rate }) => rate?.high ?? 0))
  return (
    <Table
      caption={caption}
      head={
        <>
          <Th>{noun}</Th>
          <Th numeric>Sent</Th>
          <Th>Answered</Th>
          <Th>Linked</Th>
          <Th numeric>Named, no link</Th>
          <Th numeric>Still waiting</Th>
        </>
      }
    >
      {groups.map((group) => {
        const linkTo = (what: WorkedMark) => hrefOf(group.key, what)
        return (
          <Tr key={group.key}>
            <Td>
              <span className="font-semibold wrap-anywhere">{nameOf(group.key)}</span>
            </Td>
            <Td label="Sent" numeric>
              <Counted count={group.sent} href={linkTo('sent')} />
            </Td>
            <Td label="Answered">
              <Share successes={group.answered} total={group.sent} most={most} href={linkTo('answered')} />
            </Td>
            <Td label="Linked">
              <Share successes={group.linked} total={group.sent} most={most} href={linkTo('linked')} />
            </Td>
            <Td label="Named, no link" numeric>
              <Counted count={group.named} href={linkTo('named')} />
            </Td>
            <Td label="Still waiting" numeric>
              <Counted count={group.waiting} href={linkTo('waiting')} />
            </Td>
          </Tr>
        )
      })}
    </Table>
  )
}

type ShareProps = { successes: number; total: number; most: number; href: string }

function Share({ successes, total, most, href }: ShareProps) {
  const { counts, rate } = workedShare(successes, total)
  return (
    <div className="flex min-w-32 flex-col gap-1">
      <span className="tabular-nums">
        {successes > 0 ? (
          <Link href={href} className="ink-link">
            {counts}
          </Link>
        ) : (
          counts
        )}
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
