import { Eye, FileArchive, Podcast, UserRound } from 'lucide'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { Timeline, TimelineItem } from '#components/ui/timeline.tsx'
import type { SeenLook } from '#lib/features/mentions/mention-standing.ts'
import { lookFace } from './outcome-badge.tsx'

const KIND_ICONS = {
  fetched: Eye,
  'saved-copy': FileArchive,
  'show-notes': Podcast,
  person: UserRound,
} as const
const KIND_WORDS = {
  fetched: 'a look at the page',
  'saved-copy': 'from the saved copy',
  'show-notes': 'from the show notes in their feed',
  person: 'seen by a person',
} as const

/** Every look at the page, newest first. */
export function LookTimeline({ looks, now, timeZone }: { looks: SeenLook[]; now: Date; timeZone: string }) {
  return (
    <Panel title="History of looks" lead="Every look is kept as it was.">
      {looks.length === 0 ? (
        <p className="text-ink-soft">No look yet.</p>
      ) : (
        <Timeline label="Looks, newest first">
          {looks.map((look) => {
            const { tone, word } = lookFace(look.verdict)
            return (
              <TimelineItem
                key={look.id}
                icon={KIND_ICONS[look.kind]}
                tone={tone}
                title={word}
                time={
                  <>
                    {KIND_WORDS[look.kind]}, <RelativeTime then={look.at} now={now} timeZone={timeZone} />
                  </>
                }
              >
                <p className="max-w-measure text-sm text-ink-soft wrap-anywhere">
                  <bdi>{look.sentence}</bdi>
                  {look.isOfOldAddress
                    ? ' This was at the address the mention had before; it counts no more.'
                    : null}
                </p>
                {look.note ? (
                  <div className="mt-1 border-l-2 border-line pl-3 wrap-anywhere">
                    <WrittenText>{look.note}</WrittenText>
                  </div>
                ) : null}
              </TimelineItem>
            )
          })}
        </Timeline>
      )}
    </Panel>
  )
}
