import { ExternalLink, Pencil } from 'lucide'
import type { Metadata } from 'next'
import { CameOf } from '#components/contributions/came-of.tsx'
import { AboutMention } from '#components/mentions/about-mention.tsx'
import { AskPanel } from '#components/mentions/ask-panel.tsx'
import { DecisionHistory } from '#components/mentions/decision-history.tsx'
import { EvidencePanel } from '#components/mentions/evidence-panel.tsx'
import { LookNowForm, LookProgress } from '#components/mentions/look-now.tsx'
import { LookTimeline } from '#components/mentions/look-timeline.tsx'
import { MentionAnswers } from '#components/mentions/mention-answers.tsx'
import { OwnLookForm } from '#components/mentions/own-look-form.tsx'
import { pageName } from '#components/mentions/page-name.ts'
import { PressPagePanel } from '#components/mentions/press-page-panel.tsx'
import { SeenBy } from '#components/mentions/seen-by.tsx'
import { SinceWords } from '#components/mentions/since-words.tsx'
import { ThanksPanel } from '#components/mentions/thanks-panel.tsx'
import { VerdictSheet } from '#components/mentions/verdict-sheet.tsx'
import { WhatChanged } from '#components/mentions/what-changed.tsx'
import { CandidateQuestion } from '#components/review/candidate-question.tsx'
import { ReviewPanel } from '#components/review/review-panel.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink, buttonClass } from '#components/ui/button.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { isOpenCandidate } from '#lib/domain/feeds/open-candidate.ts'
import { MENTION_PROVENANCE_TABLE, type MentionProvenance } from '#lib/domain/mention-provenance.ts'
import { can } from '#lib/domain/roles.ts'
import { isWorthThanks } from '#lib/domain/thanks.ts'
import { getAskStanding } from '#lib/features/mentions/ask-queries.ts'
import { mayLookNow } from '#lib/features/mentions/look-requests.ts'
import { getMention } from '#lib/features/mentions/mention-queries.ts'
import { isDemoAddress } from '#lib/features/mentions/mention-question.ts'
import { type SeenLook, standingOf } from '#lib/features/mentions/mention-standing.ts'
import { getThanksDesk } from '#lib/features/mentions/thanks-desk-queries.ts'
import { getThanksStanding } from '#lib/features/mentions/thanks-queries.ts'
import { found, pageId, searchText } from '#lib/features/page-params.ts'
import { findRequestOfMention } from '#lib/features/requests/request-queries.ts'
import { moveToTrashAction } from '#lib/features/trash/trash-actions.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = {
  params: Promise<{ workspace: string; mentionId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function mentionOf(params: Props['params']) {
  const { workspace, mentionId } = await params
  const scope = await requireWorkspace(workspace, 'mentions.read')
  return { workspace, scope, mention: await found(getMention(scope, pageId(mentionId))) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Mention on ${pageName((await mentionOf(params)).mention.url).host}` }
}

export default async function MentionPage({ params, searchParams }: Props) {
  const { workspace, scope, mention } = await mentionOf(params)
  const { now, timeZone } = scope
  const home = `/w/${workspace}`
  const path = `${home}/mentions/${mention.id}`
  const standing = standingOf(mention)
  const ask = can(scope.role, 'prospects.read') ? await getAskStanding(scope, mention) : null
  const thanks = can(scope.role, 'prospects.read')
    ? {
        standing: await found(getThanksStanding(scope, mention.id)),
        desk: await found(getThanksDesk(scope, mention.id, searchText((await searchParams).thank))),
      }
    : null
  const { host, path: pagePath } = pageName(mention.url)
  const mayWrite = can(scope.role, 'mentions.write')
  const isIdle = mention.lookState === 'idle'
  const newest = standing.untold ?? standing.look
  const needsPerson = newest?.verdict === 'could-not-check' || newest?.verdict === 'looks-rendered-by-script'

  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Mentions', href: `${home}/mentions` }]}
        title={<bdi className="wrap-anywhere">{host}</bdi>}
        lead={
          pagePath ? <bdi className="line-clamp-3 text-ink-soft wrap-anywhere">{pagePath}</bdi> : undefined
        }
        facts={
          <>
            <Badge>{MENTION_PROVENANCE_TABLE[mention.provenance as MentionProvenance].label}</Badge>
            <span>
              for <bdi>{mention.site.name}</bdi>
            </span>
          </>
        }
        actions={
          <>
            {mayWrite && mayLookNow(mention) ? (
              <LookNowForm workspace={workspace} mentionId={mention.id} />
            ) : null}
            <a href={mention.url} target="_blank" rel="noreferrer nofollow" className={buttonClass()}>
              Open the page
              <Icon of={ExternalLink} />
              <span className="sr-only">(in a new tab)</span>
            </a>
            {mayWrite ? (
              <ButtonLink href={`${path}/edit`} tone="quiet">
                <Icon of={Pencil} />
                Change
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {isIdle ? null : (
        <LookProgress
          state={mention.lookState}
          askedBy={mention.lookAskedBy}
          path={path}
          isDemo={isDemoAddress(mention.url)}
          now={now}
          timeZone={timeZone}
        />
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <VerdictSheet
            standing={standing}
            provenance={mention.provenance}
            seen={
              standing.look ? (
                <>
                  <SinceWords mention={mention} now={now} timeZone={timeZone} />
                  <SeenBy look={standing.look} now={now} timeZone={timeZone} />
                </>
              ) : (
                'Only looking is knowing.'
              )
            }
            changed={<WhatChanged mention={mention} now={now} timeZone={timeZone} />}
            actions={
              mayWrite ? <MentionAnswers workspace={workspace} mention={mention} standing={standing} /> : null
            }
          />
          {standing.look ? (
            <EvidencePanel
              look={standing.look}
              mention={mention}
              rawPageHref={rawPageHref(standing.look)}
              now={now}
              timeZone={timeZone}
            />
          ) : null}
          {standing.lastLinked ? (
            <EvidencePanel
              look={standing.lastLinked}
              mention={mention}
              rawPageHref={rawPageHref(standing.lastLinked)}
              now={now}
              timeZone={timeZone}
              title="The link as it was last seen"
              lead="From an earlier look, for comparison."
            />
          ) : null}
          <DecisionHistory decisions={mention.decisions} now={now} timeZone={timeZone} />
          <LookTimeline looks={standing.looks} now={now} timeZone={timeZone} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {can(scope.role, 'contributions.read') ? <CameOf scope={scope} mentionId={mention.id} /> : null}
          {can(scope.role, 'outcomes.review', scope.grants) && isOpenCandidate(mention) ? (
            <CandidateQuestion workspace={workspace} mention={mention} />
          ) : can(scope.role, 'outcomes.review', scope.grants) && mention.lookCount > 0 ? (
            <ReviewPanel
              workspace={workspace}
              mention={mention}
              hasOwnLook={mayWrite}
              now={now}
              timeZone={timeZone}
            />
          ) : null}
          {thanks ? (
            <ThanksPanel {...{ workspace, mayWrite, now, timeZone, ...thanks }} mentionId={mention.id} />
          ) : null}
          {ask ? (
            <AskPanel
              workspace={workspace}
              mention={mention}
              standing={ask}
              mayWrite={mayWrite}
              now={now}
              timeZone={timeZone}
            />
          ) : null}
          {mayWrite ? (
            <OwnLookForm workspace={workspace} mentionId={mention.id} open={needsPerson && isIdle} />
          ) : null}
          {mayWrite && isWorthThanks(mention) ? (
            <PressPagePanel workspace={workspace} mention={mention} />
          ) : null}
          <AboutMention
            mention={mention}
            request={can(scope.role, 'requests.read') ? await findRequestOfMention(scope, mention.id) : null}
            home={home}
            now={now}
            timeZone={timeZone}
            workspaceToDate={mayWrite && ask?.kind !== 'not-dated' ? workspace : null}
          />
          {mayWrite ? (
            <ActionForm
              action={moveToTrashAction}
              hidden={{ workspace, kind: 'mention', itemId: mention.id }}
              label="Move to the trash"
            >
              <div>
                <ConfirmSubmit
                  title="Move this mention to the trash?"
                  lead="Its looks go with it. It stays there for 30 days and can be restored whole."
                  confirmLabel="Move to the trash"
                >
                  Move to the trash
                </ConfirmSubmit>
              </div>
            </ActionForm>
          ) : null}
        </div>
      </div>
    </>
  )

  /** Other people's pages are for the house, and only for as long as they are kept. */
  function rawPageHref({ number, rawPage }: SeenLook): string | null {
    const isKept = rawPage !== null && rawPage.keptUntil > now
    return isKept && can(scope.role, 'evidence.read') ? `${path}/looks/${number}` : null
  }
}
