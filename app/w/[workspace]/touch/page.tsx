import { ChevronDown, Hand } from 'lucide'
import type { Metadata } from 'next'
import { LogTouchForm } from '#components/ledger/log-touch-form.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch } from '#components/ui/filter-bar.tsx'
import { Flash } from '#components/ui/flash.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TOUCH_KIND_TABLE } from '#lib/domain/touch-kinds.ts'
import { logQuickTouchAction } from '#lib/features/ledger/touch-actions.ts'
import { findTouch, listProspectsAtHand } from '#lib/features/ledger/touch-queries.ts'
import { searchText } from '#lib/features/page-params.ts'
import { moveToTrashAction } from '#lib/features/trash/trash-actions.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Log a touch' }

type Search = { q?: string | string[]; logged?: string | string[] }
type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Search> }

/** Made for a phone: tap who, tap what. */
export default async function QuickTouchPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'touches.write')
  const { q, logged } = await searchParams
  const words = searchText(q)
  const prospects = await listProspectsAtHand(scope, words)
  const touch = await findTouch(scope, searchText(logged))
  const here = `/w/${workspace}/touch`

  return (
    <div className="max-w-form">
      {touch ? (
        <Flash
          message={`Logged: ${touch.prospect.name}, ${TOUCH_KIND_TABLE[touch.kind].label.toLowerCase()}.`}
          undo={
            <ActionForm
              action={moveToTrashAction}
              hidden={{ workspace, kind: 'touch', itemId: touch.id }}
              label="Undo"
            >
              <SubmitButton tone="quiet">Undo</SubmitButton>
            </ActionForm>
          }
        />
      ) : null}
      <PageHeader title="Log a touch" lead="Tap who it was, then what you did." />
      <FilterBar
        action={here}
        label="Find a prospect"
        clearHref={here}
        chips={words ? [{ label: `“${words}”`, href: here }] : []}
      >
        <FilterSearch label="Name or domain" defaultValue={words} />
      </FilterBar>
      {prospects.length === 0 ? (
        <EmptyState
          icon={Hand}
          title={words ? 'No prospect of that name' : 'Nobody to be in touch with yet'}
          actions={<ButtonLink href={`/w/${workspace}/prospects/new`}>Add a prospect</ButtonLink>}
        >
          A touch is a contact outside mail: you commented, shared, met them, linked to them.
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-sheet">
          {prospects.map(({ id, name, outletKey, lastTouchAt }) => (
            <li key={id}>
              <LogTouchForm
                workspace={workspace}
                prospectId={id}
                action={logQuickTouchAction}
                label={`Log a touch with ${name}, ${outletKey}`}
                summary={
                  <summary className="flex min-h-14 items-center gap-3 px-4 py-2 hover:bg-hover">
                    <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
                      <span className="min-w-0 font-semibold break-words" dir="auto">
                        {name}
                      </span>
                      <span className="text-sm break-all text-ink-soft">{outletKey}</span>
                    </span>
                    {lastTouchAt ? (
                      <span className="text-sm text-ink-soft">
                        <RelativeTime then={lastTouchAt} now={scope.now} timeZone={scope.timeZone} />
                      </span>
                    ) : null}
                    <Icon
                      of={ChevronDown}
                      className="size-4 shrink-0 text-ink-soft transition-transform group-open/who:rotate-180"
                    />
                  </summary>
                }
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
