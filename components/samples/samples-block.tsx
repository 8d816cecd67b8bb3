import { BlockLink, blockRowClass, EmptyBlock, PageBlock } from '#components/prospects/page-block.tsx'
import { Link } from '#components/ui/link.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import type { listSamplesGiven, RelationshipCost } from '#lib/features/samples/sample-queries.ts'
import { RelationshipCostLine } from './relationship-cost.tsx'
import { SampleStateBadge } from './sample-state-badge.tsx'

const SHOWN = 5

type SamplesBlockProps = {
  home: string
  /** Where one is offered; null where nobody may be offered anything. */
  newHref: string | null
  /** Whose page it stands on: the other one is named with each. */
  of?: 'outlet' | 'person'
  samples: Awaited<ReturnType<typeof listSamplesGiven>>
  cost: RelationshipCost
  now: Date
  timeZone: string
  mayWrite: boolean
}

/** On the page of an outlet or a person: what we gave, and what it came to. */
export function SamplesBlock({
  home,
  newHref,
  of = 'outlet',
  samples,
  cost,
  now,
  timeZone,
  mayWrite,
}: SamplesBlockProps) {
  const offer = mayWrite && newHref ? <BlockLink href={newHref}>Offer a sample</BlockLink> : null
  if (samples.length === 0) {
    return (
      <EmptyBlock title="Samples" id="samples" action={offer}>
        A thing of yours, given without strings: they keep it either way, and tell their readers if they
        write.
      </EmptyBlock>
    )
  }
  return (
    <PageBlock title="Samples" id="samples" flush actions={offer}>
      <ul>
        {samples.slice(0, SHOWN).map(({ id, item, contact, prospect, state, offeredAt, endedAt }) => (
          <li key={id} className={blockRowClass}>
            <div className="min-w-0 flex-1 basis-64">
              <Link
                href={`${home}/samples/${id}`}
                data-row-link
                className="ink-link font-medium wrap-anywhere"
              >
                <bdi>{item.name}</bdi>
              </Link>
              <p className="text-sm text-ink-soft wrap-anywhere">
                {of === 'person' ? 'At' : 'For'}{' '}
                <bdi>{of === 'person' ? prospect.name : (contact?.name ?? 'somebody')}</bdi>
              </p>
            </div>
            <SampleStateBadge state={state} />
            <span className="text-sm text-ink-soft">
              <RelativeTime then={endedAt ?? offeredAt} now={now} timeZone={timeZone} />
            </span>
          </li>
        ))}
        {samples.length > SHOWN ? (
          <li className={blockRowClass}>and {samples.length - SHOWN} before that</li>
        ) : null}
      </ul>
      {cost.gifts > 0 ? (
        <div className="px-4 pt-2 pb-3">
          <RelationshipCostLine cost={cost} />
        </div>
      ) : null}
    </PageBlock>
  )
}
