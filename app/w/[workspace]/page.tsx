import { Coffee } from 'lucide'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ReadingListLine } from '#components/reading-list/reading-list-line.tsx'
import { AsksToClose } from '#components/today/asks-to-close.tsx'
import { FirstSteps } from '#components/today/first-steps.tsx'
import { NewOutcomes } from '#components/today/new-outcomes.tsx'
import { OutcomesToReview } from '#components/today/outcomes-to-review.tsx'
import { OwnPagesToFix } from '#components/today/own-pages-to-fix.tsx'
import {
  AnswersToWrite,
  DraftsWaiting,
  DueFollowUps,
  PitchesToReview,
  ReadNotPitched,
} from '#components/today/today-pitches.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { can } from '#lib/domain/roles.ts'
import { listAsksToClose } from '#lib/features/mentions/ask-queries.ts'
import { listOwnPagesToFix } from '#lib/features/mentions/own-page-queries.ts'
import { listOutcomesToReview } from '#lib/features/mentions/review-queries.ts'
import {
  findFirstSteps,
  listAnswersToWrite,
  listDraftsWaiting,
  listDueFollowUps,
  listNewOutcomes,
  listPitchesToReview,
  listReadNotPitched,
} from '#lib/features/today/today-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Today' }

type Props = { params: Promise<{ workspace: string }> }

export default async function TodayPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace)
  const home = `/w/${workspace}`
  if (!can(scope.role, 'today.read')) redirect(`${home}/mentions`)

  const mayReview = can(scope.role, 'outcomes.review', scope.grants)
  const [answers, followUps, reviews, outcomes, broken, mentions, asks, drafts, notes, steps] =
    await Promise.all([
      listAnswersToWrite(scope),
      listDueFollowUps(scope),
      can(scope.role, 'pitches.review', scope.grants) ? listPitchesToReview(scope) : [],
      mayReview ? listOutcomesToReview(scope) : { total: 0, mentions: [] },
      listOwnPagesToFix(scope),
      listNewOutcomes(scope),
      listAsksToClose(scope),
      listDraftsWaiting(scope),
      listReadNotPitched(scope),
      findFirstSteps(scope),
    ])
  const mayWrite = can(scope.role, 'pitches.write')
  const common = { scope, home, mayWrite }
  const waiting =
    answers.length +
    followUps.length +
    reviews.length +
    outcomes.total +
    broken.length +
    mentions.length +
    asks.length +
    drafts.length
  const isNew = !steps.pitch
  return (
    <>
      <PageHeader title="Today" lead={`${dateIn(scope.now, scope.timeZone)}. ${howMuch(waiting)}`} />
      <div className="flex flex-col gap-6">
        {isNew ? <FirstSteps home={home} steps={steps} role={scope.role} /> : null}
        <ReadingListLine scope={scope} />
        <AnswersToWrite {...common} answers={answers} />
        <DueFollowUps {...common} followUps={followUps} />
        <PitchesToReview scope={scope} home={home} pitches={reviews} />
        <OutcomesToReview scope={scope} home={home} waiting={outcomes} />
        <OwnPagesToFix
          scope={scope}
          home={home}
          pages={broken}
          mayAcknowledge={can(scope.role, 'mentions.write')}
        />
        <NewOutcomes
          scope={scope}
          home={home}
          mentions={mentions}
          mayAcknowledge={can(scope.role, 'mentions.write')}
        />
        <AsksToClose scope={scope} home={home} asks={asks} mayWrite={can(scope.role, 'mentions.write')} />
        <DraftsWaiting {...common} drafts={drafts} />
        <ReadNotPitched {...common} notes={notes} />
        {!isNew && waiting + notes.length === 0 ? (
          <EmptyState
            icon={Coffee}
            title="Nothing is waiting for you"
            actions={mayWrite ? <ButtonLink href={`${home}/reading/new`}>Read a post</ButtonLink> : null}
          >
            What is out there is in other people’s hands now. A good day to read something.
          </EmptyState>
        ) : null}
      </div>
    </>
  )
}

function dateIn(now: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(now)
}

function howMuch(waiting: number): string {
  if (waiting === 0) return 'Nothing is due.'
  return waiting === 1 ? 'One thing is waiting.' : `${waiting} things are waiting.`
}
