import { Hand } from 'lucide'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch } from '#components/ui/filter-bar.tsx'
import { Link } from '#components/ui/link.tsx'
import { readableAddress } from '#lib/domain/readable-address.ts'

type ChooseReceiverProps = {
  here: string
  words: string
  prospects: readonly { id: string; name: string; outletKey: string }[]
}

/** Whom it is for: those last worked on, or those of a name. */
export function ChooseReceiver({ here, words, prospects }: ChooseReceiverProps) {
  return (
    <div className="flex max-w-form flex-col gap-4">
      <FilterBar
        action={here}
        label="Find a prospect"
        clearHref={here}
        chips={words ? [{ label: `“${words}”`, href: here }] : []}
      >
        <FilterSearch label="Name or domain" defaultValue={words} />
      </FilterBar>
      {prospects.length === 0 ? (
        <EmptyState icon={Hand} title={words ? 'No prospect of that name' : 'Nobody to give to yet'}>
          A prospect is an outlet whose readers would care about what you make.
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-sheet">
          {prospects.map(({ id, name, outletKey }) => (
            <li key={id}>
              <Link
                href={`${here}?prospect=${id}`}
                data-row-link
                className="tap flex flex-wrap items-baseline gap-x-3 px-4 py-2 hover:bg-hover"
              >
                <bdi className="min-w-0 font-semibold wrap-anywhere">{name}</bdi>
                <span className="text-sm wrap-anywhere text-ink-soft">{readableAddress(outletKey)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
