import { Pencil } from 'lucide'
import type { Metadata } from 'next'
import { RefreshWhileWaiting } from '#components/jobs/refresh-while-waiting.tsx'
import { AnswerDesk } from '#components/requests/answer-desk.tsx'
import { ConditionList } from '#components/requests/condition-list.tsx'
import { Countdown } from '#components/requests/countdown.tsx'
import { DeadlinePanel } from '#components/requests/deadline-panel.tsx'
import { OutcomePanel } from '#components/requests/outcome-panel.tsx'
import { OutletPanel } from '#components/requests/outlet-panel.tsx'
import { SiteOfAnswer } from '#components/requests/site-of-answer.tsx'
import { RequestStandingBadge } from '#components/requests/standing-badge.tsx'
import { WhatTheyAsk } from '#components/requests/what-they-ask.tsx'
import { FactDrawer } from '#components/sites/fact-drawer.tsx'
import { MoveToTrash } from '#components/trash/move-to-trash.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { timeLeft } from '#lib/domain/requests/request-states.ts'
import { reviewAnswer } from '#lib/domain/requests/review-answer.ts'
import { can } from '#lib/domain/roles.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { gatherAnswerFacts } from '#lib/features/requests/answer-facts.ts'
import { offerOutlets } from '#lib/features/requests/outlet-commands.ts'
import { getRequest } from '#lib/features/requests/request-queries.ts'
import { listFacts } from '#lib/features/sites/fact-queries.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = { params: Promise<{ workspace: string; requestId: string }> }

async function requestOf(params: Props['params']) {
  const { workspace, requestId } = await params
  const scope = await requireWorkspace(workspace, 'requests.read')
  return { workspace, scope, request: await found(getRequest(scope, pageId(requestId))) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await requestOf(params)).request.topic }
}

export default async function RequestPage({ params }: Props) {
  const { workspace, scope, request } = await requestOf(params)
  const mayWrite = can(scope.role, 'requests.write')
  const isOpen = request.state === 'open'
  const [sites, facts, problems, offered] = await Promise.all([
    listSites(scope),
    request.site ? listFacts(scope, request.site.id) : [],
    isOpen ? found(gatherAnswerFacts(scope, request.id)).then(({ facts }) => reviewAnswer(facts)) : [],
    mayWrite
      ? offerOutlets(scope, { outlet: request.outlet, prospectId: request.prospect?.id ?? null })
      : null,
  ])
  const { now, timeZone } = scope
  const home = `/w/${workspace}/requests`
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Requests', href: home }]}
        title={<bdi className="wrap-anywhere">{request.topic}</bdi>}
        facts={
          <>
            <RequestStandingBadge standing={request.standing} />
            {isOpen && request.deadlineAt ? (
              <Countdown
                at={request.deadlineAt.toISOString()}
                words={timeLeft(request.deadlineAt, scope.now)}
              />
            ) : null}
            {request.outlet ? <bdi className="wrap-anywhere">for {request.outlet}</bdi> : null}
          </>
        }
        lead={request.standing.sentence}
        actions={
          mayWrite ? (
            <ButtonLink href={`${home}/${request.id}/edit`}>
              <Icon of={Pencil} />
              Change
            </ButtonLink>
          ) : null
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <WhatTheyAsk request={request} home={home} />
          <ConditionList workspace={workspace} request={request} facts={facts} mayWrite={mayWrite} />
          <AnswerDesk
            {...{ workspace, request, problems, mayWrite, now, timeZone }}
            memberId={scope.memberId}
            mayOverrule={can(scope.role, 'pitches.overrule')}
          />
          <OutcomePanel workspace={workspace} request={request} mayWrite={mayWrite} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <DeadlinePanel request={request} now={now} timeZone={timeZone} />
          <Panel title="Whose answer">
            <SiteOfAnswer workspace={workspace} request={request} sites={sites} mayWrite={mayWrite} />
          </Panel>
          {request.site ? (
            <FactDrawer
              href={`/w/${workspace}/sites/${request.site.id}/facts`}
              siteName={request.site.name}
              facts={facts}
            />
          ) : null}
          <OutletPanel workspace={workspace} request={request} offered={offered} />
          {mayWrite ? (
            <MoveToTrash
              {...{ workspace, itemId: request.id }}
              kind="request"
              what="this request"
              withIt="Its answer goes with it."
            />
          ) : null}
        </div>
      </div>
      {request.mention && request.mention.lookState !== 'idle' ? <RefreshWhileWaiting /> : null}
    </>
  )
}
