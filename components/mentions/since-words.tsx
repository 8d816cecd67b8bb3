import { RelativeTime } from '#components/ui/relative-time.tsx'
import { written } from '#components/ui/written.ts'

type SinceWordsProps = {
  mention: { outcome: string; outcomeAt: Date | null; nextLookAt: Date | null }
  now: Date
  timeZone: string
}

/** Since when the outcome has been so; and where a link is missing, when it is looked for again. */
export function SinceWords({ mention, now, timeZone }: SinceWordsProps) {
  const { outcome, outcomeAt } = mention
  const again = lookingAgainOn(mention, timeZone)
  if (outcome === 'not-looked' || outcomeAt === null) return null
  return (
    <>
      So since <RelativeTime then={outcomeAt} now={now} timeZone={timeZone} />.{' '}
      {again ? `Missing, looking again on ${again}. ` : null}
    </>
  )
}

/** "5 March", where a mention is missing and not yet lost; null otherwise. */
export function lookingAgainOn(
  { outcome, nextLookAt }: { outcome: string; nextLookAt: Date | null },
  timeZone: string,
): string | null {
  if (outcome !== 'missing-looking-again' || nextLookAt === null) return null
  return written(nextLookAt, 'day', timeZone)
}
