import { RelativeTime } from '#components/ui/relative-time.tsx'
import type { SeenLook } from '#lib/features/mentions/mention-standing.ts'

/** Who looked, when, and for how long. */
export function SeenBy({ look, now, timeZone }: { look: SeenLook; now: Date; timeZone: string }) {
  const { kind, at, tookMs, requestedBy } = look
  const when = <RelativeTime then={at} now={now} timeZone={timeZone} />
  if (kind === 'person') {
    return (
      <>
        Seen by a person{requestedBy ? <bdi>, {requestedBy.name}</bdi> : null}, {when}.
      </>
    )
  }
  if (kind === 'saved-copy')
    return <>Judged from the saved copy of this demo page, {when}. No network was asked.</>
  const asked = requestedBy ? <bdi>asked by {requestedBy.name}</bdi> : 'by the clock'
  if (kind === 'show-notes')
    return (
      <>
        Read in the show notes of their feed, {when}, {asked}.
      </>
    )
  return (
    <>
      Seen by Rapport {when}, {asked}
      {tookMs === null ? null : `, in ${(tookMs / 1000).toFixed(1)} seconds`}.
    </>
  )
}
