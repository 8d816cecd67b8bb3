import { Trash2 } from 'lucide'
import { readableUrl } from '#components/reading/reading-table.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { Timeline, TimelineItem } from '#components/ui/timeline.tsx'
import { TOUCH_KIND_TABLE } from '#lib/domain/touch-kinds.ts'
import type { listTouchesOfProspect } from '#lib/features/ledger/touch-queries.ts'
import { moveToTrashAction } from '#lib/features/trash/trash-actions.ts'
import { touchKindIcons } from './touch-kind-icons.tsx'

type TouchTimelineProps = {
  workspace: string
  touches: Awaited<ReturnType<typeof listTouchesOfProspect>>
  now: Date
  timeZone: string
  mayWrite: boolean
}

/** What passed between us outside mail, newest first. */
export function TouchTimeline({ workspace, touches, now, timeZone, mayWrite }: TouchTimelineProps) {
  if (touches.length === 0) {
    return (
      <p className="text-ink-soft">
        No touch logged yet. Comment, share or say thanks first: a letter comes easier after that.
      </p>
    )
  }
  return (
    <Timeline label="Touches">
      {touches.map((touch) => (
        <TimelineItem
          key={touch.id}
          icon={touchKindIcons[touch.kind]}
          title={`${touch.author.name} ${TOUCH_KIND_TABLE[touch.kind].sentence}${touch.contact ? ` (${touch.contact.name})` : ''}`}
          time={<RelativeTime then={touch.at} now={now} timeZone={timeZone} />}
        >
          {touch.note ? <WrittenText>{touch.note}</WrittenText> : null}
          {touch.url ? (
            <a href={touch.url} rel="noreferrer" target="_blank" className="ink-link break-all">
              {readableUrl(touch.url)}
            </a>
          ) : null}
          {mayWrite ? (
            <ActionForm
              action={moveToTrashAction}
              hidden={{ workspace, kind: 'touch', itemId: touch.id }}
              label="Take it back"
            >
              <IconButton
                type="submit"
                label={`Move to the trash: ${TOUCH_KIND_TABLE[touch.kind].label}`}
                icon={<Icon of={Trash2} />}
              />
            </ActionForm>
          ) : null}
        </TimelineItem>
      ))}
    </Timeline>
  )
}
