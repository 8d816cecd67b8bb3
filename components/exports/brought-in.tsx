import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { writtenNumber } from '#components/ui/written.ts'

type Props = {
  brought: readonly { what: string; count: number }[]
  brokenChains: number
  from: string | undefined
  exportedAt: string | undefined
  appliedAt: Date | null
  home: string
  now: Date
  timeZone: string
}

/** What came with the file of a whole workspace. */
export function BroughtIn({
  brought,
  brokenChains,
  from,
  exportedAt,
  appliedAt,
  home,
  now,
  timeZone,
}: Props) {
  return (
    <>
      <Notice
        tone="good"
        title="It is all here"
        actions={<ButtonLink href={`${home}/prospects`}>See prospects</ButtonLink>}
      >
        <span className="wrap-anywhere">{from ? `“${from}”` : 'The workspace'}</span>
        {exportedAt ? (
          <>
            , written <RelativeTime then={new Date(exportedAt)} now={now} timeZone={timeZone} />
          </>
        ) : null}
        {appliedAt ? (
          <>
            , brought in <RelativeTime then={appliedAt} now={now} timeZone={timeZone} />
          </>
        ) : null}
        . Its members are names beside past work. Invite those who should get in.
      </Notice>
      {brokenChains > 0 ? (
        <Notice tone="careful" title={brokenWords(brokenChains)}>
          They came as they were. <code>npm run verify-evidence</code> says where each of them breaks.
        </Notice>
      ) : null}
      <Panel title="What came">
        <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {brought.map(({ what, count }) => (
            <li key={what} className="flex justify-between gap-4 border-b border-line py-1">
              <span>{what}</span>
              <span className="tabular-nums">{writtenNumber(count)}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

function brokenWords(count: number): string {
  return count === 1
    ? 'One mention has looks that do not hold'
    : `${count} mentions have looks that do not hold`
}
