import { Notice } from '#components/ui/notice.tsx'
import { written } from '#components/ui/written.ts'
import type { WrittenBefore } from '#lib/features/pitches/written-before-queries.ts'

type WrittenBeforeProps = { before: WrittenBefore; whom: 'person' | 'outlet'; timeZone: string }

/** Says that somebody here wrote to them already: how often and when last, never for whom. */
export function WrittenBeforeNotice({ before, whom, timeZone }: WrittenBeforeProps) {
  const { times, lastAt, lastBy, forOtherSites, coolsUntil } = before
  const often = times === 1 ? 'once' : `${times} times`
  return (
    <Notice
      tone={coolsUntil ? 'careful' : 'neutral'}
      title={
        whom === 'person'
          ? 'Someone here already wrote to them'
          : 'Someone here already wrote to people there'
      }
    >
      <p>
        {often}, last in {monthOf(lastAt, timeZone)} by <bdi>{lastBy}</bdi>.
        {forOtherSites === null || forOtherSites === 0
          ? ''
          : forOtherSites === times
            ? ' It was for another site of this workspace.'
            : ` Of these, ${forOtherSites} for another site of this workspace.`}
      </p>
      {coolsUntil ? (
        <p>
          A new first pitch waits until {dayOf(coolsUntil, timeZone)}. Answers, thanks and what they ask for
          do not wait.
        </p>
      ) : null}
    </Notice>
  )
}

function monthOf(at: Date, timeZone: string): string {
  return written(at, 'month', timeZone)
}

function dayOf(at: Date, timeZone: string): string {
  return written(at, 'long', timeZone)
}
