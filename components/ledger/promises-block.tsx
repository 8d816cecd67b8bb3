import { BlockLink, EmptyBlock, PageBlock } from '#components/prospects/page-block.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import type { listPromisesOfProspect } from '#lib/features/ledger/promise-queries.ts'
import { PromiseList } from './promise-list.tsx'

type PromisesBlockProps = {
  workspace: string
  promises: Awaited<ReturnType<typeof listPromisesOfProspect>>
  now: Date
  timeZone: string
  mayWrite: boolean
  /** Where one more is noted. */
  addHref?: string | undefined
  /** Says at which outlet each was made: on a person's page. */
  showOutlet?: boolean
}

/** What is owed both ways: open ones to see and to settle, the others behind a fold. */
export function PromisesBlock({ promises: { open, settled }, addHref, ...rest }: PromisesBlockProps) {
  const add = rest.mayWrite && addHref ? <BlockLink href={addHref}>Note a promise</BlockLink> : null
  if (open.length + settled.length === 0) {
    return (
      <EmptyBlock title="Promises" id="promises" said="none either way" action={add}>
        What you said you would do for them, or they for you, and by when. While one of yours is overdue,
        nothing new is asked of them.
      </EmptyBlock>
    )
  }
  return (
    <PageBlock title="Promises" id="promises" flush actions={add}>
      {open.length > 0 ? (
        <PromiseList promises={open} {...rest} />
      ) : (
        <p className="px-4 py-2 text-sm text-ink-soft">Nothing is open either way.</p>
      )}
      {settled.length > 0 ? (
        <div className="border-t border-line px-4">
          <Disclosure
            summary={
              <span className="text-sm">
                {settled.length === 1 ? '1 that was settled' : `${settled.length} that were settled`}
              </span>
            }
          >
            <PromiseList promises={settled} {...rest} />
          </Disclosure>
        </div>
      ) : null}
    </PageBlock>
  )
}
