import { Undo2 } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { takeUpAction } from '#lib/features/today/put-off-actions.ts'
import type { PutOffItem } from '#lib/features/today/put-off-queries.ts'
import { thingName } from '#lib/features/today/today-kinds.ts'
import { TODAY_SECTIONS } from '#lib/features/today/today-sections.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { dayInWords } from './later-days.ts'
import { TAKE_UP_FORM } from './put-off-forms.ts'

type PutOffListProps = { scope: WorkspaceScope; home: string; putOff: PutOffItem[] }

/** Everything that is put off, what is done for today apart, each with the way back. */
export function PutOffList({ scope, home, putOff }: PutOffListProps) {
  const done = putOff.filter((each) => each.putOff.how === 'done')
  const later = putOff.filter((each) => each.putOff.how === 'later')
  return (
    <>
      <Rows title="Done for today" home={home} rows={done} />
      <Rows
        title="Put off"
        home={home}
        rows={later.toSorted((a, b) => a.putOff.until.localeCompare(b.putOff.until))}
      />
      <ActionForm
        action={takeUpAction}
        id={TAKE_UP_FORM}
        hidden={{ workspace: scope.workspaceSlug }}
        label="Take up again"
      />
    </>
  )
}

function Rows({ title, home, rows }: { title: string; home: string; rows: PutOffItem[] }) {
  if (rows.length === 0) return null
  return (
    <Panel flush title={title}>
      <ul className="divide-y divide-line">
        {rows.map(({ kind, item, putOff }) => (
          <li
            key={`${kind} ${item.id}`}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-4 sm:px-6"
          >
            <div className="min-w-0 flex-1 basis-72">
              <Link
                href={home + item.path}
                data-row-link
                className="font-semibold wrap-anywhere underline-offset-4 hover:underline"
              >
                <bdi>{item.who}</bdi>
              </Link>
              <p className="text-sm text-ink-soft">
                {TODAY_SECTIONS[kind].title(1)}. Back on {dayInWords(putOff.until)}.
              </p>
            </div>
            <Button
              type="submit"
              form={TAKE_UP_FORM}
              name="thing"
              value={thingName({ kind, itemId: item.id, mark: item.mark })}
            >
              <Icon of={Undo2} />
              Take up again<span className="sr-only">: {item.who}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
