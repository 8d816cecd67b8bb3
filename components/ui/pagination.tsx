import { ArrowLeft, ArrowLeftToLine, ArrowRight } from 'lucide'
import { ButtonLink } from './button.tsx'
import { Icon } from './icon.tsx'

type PaginationProps = {
  previousHref?: string
  nextHref?: string
  /** Where the list begins, for one that has no numbers of pages. */
  firstHref?: string
  /** Such as "21 to 40 of 96 prospects". */
  summary: string
}

/** The way through a long list: back, on, and where one is. */
export function Pagination({ previousHref, nextHref, firstHref, summary }: PaginationProps) {
  return (
    <nav aria-label="Pages of this list" className="mt-4 flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-ink-soft">{summary}</p>
      {previousHref || nextHref || firstHref ? (
        <div className="flex flex-wrap gap-2">
          {firstHref ? (
            <ButtonLink href={firstHref} tone="quiet">
              <Icon of={ArrowLeftToLine} />
              To the start
            </ButtonLink>
          ) : null}
          {previousHref ? (
            <ButtonLink href={previousHref} rel="prev">
              <Icon of={ArrowLeft} />
              Previous
            </ButtonLink>
          ) : null}
          {nextHref ? (
            <ButtonLink href={nextHref} rel="next">
              Next
              <Icon of={ArrowRight} />
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
    </nav>
  )
}
