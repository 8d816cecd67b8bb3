import { Link } from '#components/ui/link.tsx'
import { writtenCount } from '#components/ui/written.ts'
import { PITCH_STATE_TABLE, PITCH_STATES } from '#lib/domain/pitch-states.ts'
import type { PitchCounts } from '#lib/features/campaigns/campaign-queries.ts'

/** How the pitches of a campaign stand, in words: "2 drafts · 1 sent". States without any are left out. */
export function PitchCountWords({ counts }: { counts: PitchCounts }) {
  const words = PITCH_STATES.filter((state) => counts[state] > 0).map(
    (state) => `${writtenCount(counts[state])} ${PITCH_STATE_TABLE[state].label.toLowerCase()}`,
  )
  return words.length > 0 ? words.join(' · ') : <span className="text-ink-soft">None yet</span>
}

/** The same as figures, each opening the pitches behind it. */
export function PitchCountLinks({ counts, href }: { counts: PitchCounts; href: (state: string) => string }) {
  return (
    <dl className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-6">
      {PITCH_STATES.map((state) => (
        <div
          key={state}
          className="relative rounded-md border border-line px-3 py-2 transition-colors hover:bg-hover"
        >
          <dt className="text-sm text-ink-soft">{PITCH_STATE_TABLE[state].label}</dt>
          <dd className="text-xl font-medium tabular-nums">
            <Link
              href={href(state)}
              className="after:absolute after:inset-0"
              aria-label={`${writtenCount(counts[state])} ${PITCH_STATE_TABLE[state].label.toLowerCase()}`}
            >
              {writtenCount(counts[state])}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  )
}
