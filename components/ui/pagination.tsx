import { ArrowLeft, ArrowRight } from 'lucide-react'
import { ButtonLink } from './button.tsx'

type PaginationProps = {
  previousHref?: string
  nextHref?: string
  /** Such as "21 to 40 of 96 prospects". */
  summary: string
}

/** The way through a long list: back, on, and where one is. */
export function Pagination({ previousHref, nextHref, summary }: PaginationProps) {
  return (
    <nav aria-label="Pages of this list" className="mt-4 flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-ink-soft">{summary}</p>
      {previousHref || nextHref ? (
        <div className="flex gap-2">
          {previousHref ? (
            <ButtonLink href={previousHref} rel="prev">
              <ArrowLeft aria-hidden />
              Previous
            </ButtonLink>
          ) : null}
          {nextHref ? (
            <ButtonLink href={nextHref} rel="next">
              Next
              <ArrowRight aria-hidden />
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
    </nav>
  )
}
