import { Check, Gavel, UserRound } from 'lucide'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { Timeline, TimelineItem } from '#components/ui/timeline.tsx'
import type { DecisionKind } from '#lib/domain/link-check/decided-outcome.ts'
import type { MentionWithLooks } from '#lib/features/mentions/mention-queries.ts'
import { outcomeFace } from './outcome-badge.tsx'

const KIND_ICONS = { confirmed: Check, overruled: Gavel, 'seen-by-person': UserRound } as const
const KIND_WORDS: Readonly<Record<DecisionKind, string>> = {
  confirmed: 'Confirmed',
  overruled: 'Overruled',
  'seen-by-person': 'Seen by a person',
}

type DecisionHistoryProps = { decisions: MentionWithLooks['decisions']; now: Date; timeZone: string }

/** What people decided about the outcome, newest first. Nothing of it is ever written over. */
export function DecisionHistory({ decisions, now, timeZone }: DecisionHistoryProps) {
  if (decisions.length === 0) return null
  return (
    <Panel title="Decisions" lead="Who decided what, and when. Nothing is written over.">
      <Timeline label="Decisions, newest first">
        {decisions.map((decision) => {
          const kind = decision.kind as DecisionKind
          const { tone, word } = outcomeFace(decision.outcome)
          return (
            <TimelineItem
              key={decision.id}
              icon={KIND_ICONS[kind]}
              tone={tone}
              title={`${KIND_WORDS[kind]}: ${word}`}
              time={
                <>
                  look {decision.lookNumber},{' '}
                  <RelativeTime then={decision.at} now={now} timeZone={timeZone} />
                </>
              }
              by={decision.by.name}
            >
              {decision.reason ? (
                <div className="border-l-2 border-line pl-3 wrap-anywhere">
                  <WrittenText>{decision.reason}</WrittenText>
                </div>
              ) : null}
            </TimelineItem>
          )
        })}
      </Timeline>
    </Panel>
  )
}
