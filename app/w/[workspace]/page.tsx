import { CalendarDays, Coffee } from 'lucide'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ReadingListLine } from '#components/reading-list/reading-list-line.tsx'
import { FirstSteps } from '#components/today/first-steps.tsx'
import { JustPutOff } from '#components/today/just-put-off.tsx'
import { dayInWords, laterDays } from '#components/today/later-days.ts'
import { PutOffDesk } from '#components/today/put-off-desk.tsx'
import { TodayList } from '#components/today/today-list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { KeyboardHint } from '#components/ui/keyboard-hint.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { localDateOf } from '#lib/domain/local-date.ts'
import { can } from '#lib/domain/roles.ts'
import { findFirstSteps } from '#lib/features/today/first-steps-queries.ts'
import { findJustPutOff } from '#lib/features/today/put-off-queries.ts'
import { type LoadedSection, loadToday } from '#lib/features/today/today-page-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Today' }

type Props = { params: Promise<{ workspace: string }> }

export default async function TodayPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace)
  const home = `/w/${workspace}`
  if (!can(scope.role, 'today.read')) redirect(`${home}/mentions`)

  const [{ sections, putOff }, steps] = await Promise.all([loadToday(scope), findFirstSteps(scope)])
  const justPutOff = await findJustPutOff(scope, putOff)
  const isNew = !steps.pitch
  const date = dayInWords(localDateOf(scope.now, scope.timeZone))
  return (
    <>
      <PageHeader
        title="Today"
        lead={`${date}. ${howMuch(sections)}`}
        actions={
          <ButtonLink href={`${home}/settings/today`} tone="quiet">
            <Icon of={CalendarDays} />
            Calendar and morning mail
          </ButtonLink>
        }
      />
      <PutOffDesk workspace={workspace} days={laterDays(scope)}>
        {isNew ? <FirstSteps home={home} steps={steps} role={scope.role} /> : null}
        <ReadingListLine scope={scope} />
        {sections.map((section) => (
          <TodayList key={section.kind} scope={scope} home={home} section={section} />
        ))}
        {!isNew && sections.length === 0 ? (
          <EmptyState
            icon={Coffee}
            title="Nothing is waiting for you"
            actions={
              can(scope.role, 'pitches.write') ? (
                <ButtonLink href={`${home}/reading/new`}>Read a post</ButtonLink>
              ) : null
            }
          >
            What is out there is in other people’s hands now. A good day to read something.
          </EmptyState>
        ) : null}
        {putOff.length > 0 ? (
          <p className="text-ink-soft">
            <Link href={`${home}/later`} className="ink-link">
              What you put off
            </Link>{' '}
            comes back by itself.
          </p>
        ) : null}
        {sections.length > 0 ? <KeysOfToday /> : null}
        <JustPutOff found={justPutOff} />
      </PutOffDesk>
    </>
  )
}

function KeysOfToday() {
  return (
    <p
      aria-hidden
      className="noscript:hidden flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-soft max-lg:hidden"
    >
      {KEYS.map(([key, does]) => (
        <span key={key}>
          <KeyboardHint keys={[key]} /> {does}
        </span>
      ))}
    </p>
  )
}

const KEYS = [
  ['j', 'next'],
  ['k', 'before'],
  ['d', 'done for today'],
  ['s', 'later'],
  ['u', 'undo'],
  ['?', 'all keys'],
] as const

function howMuch(sections: LoadedSection[]): string {
  const work = sections.filter(({ isWork }) => isWork)
  const waiting = work.reduce((sum, section) => sum + section.waiting, 0)
  if (waiting === 0) return 'Nothing is due.'
  if (work.some(({ isMore }) => isMore)) return `More than ${waiting} things are waiting.`
  return waiting === 1 ? 'One thing is waiting.' : `${waiting} things are waiting.`
}
