import { Clock } from 'lucide'
import type { Metadata } from 'next'
import { dayInWords, laterDays } from '#components/today/later-days.ts'
import { LaterForms } from '#components/today/later-forms.tsx'
import { PutOffList } from '#components/today/put-off-list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { searchText } from '#lib/features/page-params.ts'
import { findOnToday, listPutOff } from '#lib/features/today/put-off-queries.ts'
import { readThing } from '#lib/features/today/put-off-schema.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

export const metadata: Metadata = { title: 'Later' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function LaterPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'today.read')
  const name = searchText((await searchParams).thing)
  const putOff = await listPutOff(scope)
  const home = `/w/${workspace}`
  return (
    <>
      <PageHeader
        title="Later"
        lead="What you put off. Only you do not see it; it comes back by itself, or as soon as something happens to it."
        crumbs={[{ label: 'Today', href: home }]}
      />
      <div className="flex flex-col gap-6">
        {name ? <ChooseDay scope={scope} name={name} putOff={putOff} /> : null}
        {putOff.length > 0 ? (
          <PutOffList scope={scope} home={home} putOff={putOff} />
        ) : name ? null : (
          <EmptyState
            icon={Clock}
            title="Nothing is put off"
            actions={<ButtonLink href={home}>To Today</ButtonLink>}
          >
            Whatever can wait, put it off from Today: until tomorrow, next week, or a day you choose.
          </EmptyState>
        )}
      </div>
    </>
  )
}

type ChooseDayProps = {
  scope: WorkspaceScope
  name: string
  putOff: Awaited<ReturnType<typeof listPutOff>>
}

/** The choices for one thing, for who has no scripts or opened the link in a tab of its own. */
async function ChooseDay({ scope, name, putOff }: ChooseDayProps) {
  const home = `/w/${scope.workspaceSlug}`
  const thing = readThing(name)
  const item = thing ? await findOnToday(scope, thing.kind, thing.itemId) : null
  const back = <ButtonLink href={home}>To Today</ButtonLink>
  if (!thing || !item) {
    return (
      <Notice tone="neutral" title="This does not wait any more" actions={back}>
        Somebody has seen to it.
      </Notice>
    )
  }
  const already = putOff.find((each) => each.kind === thing.kind && each.item.id === item.id)
  return (
    <>
      {already ? (
        <Notice tone="good" title={`Put off until ${dayInWords(already.putOff.until)}`} actions={back} />
      ) : null}
      <Panel title={<bdi>{item.who}</bdi>} lead={already ? 'Another day?' : 'Until when may it wait?'}>
        <LaterForms workspace={scope.workspaceSlug} thing={name} days={laterDays(scope)} />
      </Panel>
    </>
  )
}
