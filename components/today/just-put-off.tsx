import { Undo2 } from 'lucide'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { PutOffItem } from '#lib/features/today/put-off-queries.ts'
import { thingName } from '#lib/features/today/today-kinds.ts'
import { dayInWords } from './later-days.ts'
import { TAKE_UP_FORM } from './put-off-forms.ts'

/** What was put off a moment ago, with the way back. It stays in sight, wherever on the page one is. */
export function JustPutOff({ found }: { found: PutOffItem | null }) {
  return (
    <div role="status" className="sticky bottom-20 z-10 lg:bottom-4">
      {found ? (
        <div className="mx-auto flex w-fit max-w-full flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border border-line bg-float px-4 py-2 shadow-float">
          <p className="min-w-0 wrap-anywhere">
            {found.putOff.how === 'done'
              ? 'Done for today: '
              : `Put off until ${dayInWords(found.putOff.until)}: `}
            <bdi>{found.item.who}</bdi>.
          </p>
          <Button
            type="submit"
            form={TAKE_UP_FORM}
            name="thing"
            value={thingName({ kind: found.kind, itemId: found.item.id, mark: found.item.mark })}
            tone="quiet"
            data-shortcut="u"
            data-shortcut-does="Undo"
          >
            <Icon of={Undo2} />
            Undo
          </Button>
        </div>
      ) : null}
    </div>
  )
}
