import { BlockLink, blockRowClass, EmptyBlock, PageBlock } from '#components/prospects/page-block.tsx'
import { Link } from '#components/ui/link.tsx'
import type { listContributionsOfProspect } from '#lib/features/contributions/contribution-queries.ts'
import { NextDay } from './day-of-work.tsx'
import { WorkKindBadge, WorkStateBadge } from './work-badges.tsx'

type WorkSectionProps = {
  home: string
  prospectId: string
  works: Awaited<ReturnType<typeof listContributionsOfProspect>>
  now: Date
  timeZone: string
  mayWrite: boolean
}

/** On a prospect's page: the episodes, posts and listings agreed with them. */
export function WorkSection({ home, prospectId, works, now, timeZone, mayWrite }: WorkSectionProps) {
  const add = mayWrite ? (
    <BlockLink href={`${home}/contributions/new?prospect=${prospectId}`}>Plan something</BlockLink>
  ) : null
  if (works.length === 0) {
    return (
      <EmptyBlock title="Work with them" id="work" action={add}>
        An episode, an interview, a few words for a roundup, a guest post, a listing: note what you agree on,
        and by when.
      </EmptyBlock>
    )
  }
  return (
    <PageBlock title="Work with them" id="work" actions={add} flush>
      <ul>
        {works.map((work) => (
          <li key={work.id} className={blockRowClass}>
            <Link href={`${home}/contributions/${work.id}`} className="ink-link min-w-0 wrap-anywhere">
              <bdi>{work.title}</bdi>
            </Link>
            <WorkKindBadge kind={work.kind} />
            <WorkStateBadge state={work.state} />
            {work.state === 'planned' ||
            work.state === 'agreed' ||
            work.state === 'recorded' ||
            work.state === 'handed-in' ? (
              <span className="text-sm text-ink-soft">
                <NextDay work={work} now={now} timeZone={timeZone} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </PageBlock>
  )
}
