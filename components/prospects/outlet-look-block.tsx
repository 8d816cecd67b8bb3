import { ScanEye } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ToneBadge } from '#components/ui/badge.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { OUTLET_WARNING_TABLE, type OutletWarning } from '#lib/domain/outlet-warnings.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { readingFailureWords } from '#lib/domain/reading-failures.ts'
import type { OutletLookSeen } from '#lib/features/prospects/outlet-look-queries.ts'
import { askForOutletLookAction } from '#lib/features/prospects/vetting-actions.ts'
import { EmptyBlock, PageBlock } from './page-block.tsx'

type OutletLookBlockProps = {
  workspace: string
  prospectId: string
  look: OutletLookSeen | null
  now: Date
  timeZone: string
  mayWrite: boolean
}

/** What our own look at their pages found: warnings with the words seen, each explained. Never a score. */
export function OutletLookBlock({
  workspace,
  prospectId,
  look,
  now,
  timeZone,
  mayWrite,
}: OutletLookBlockProps) {
  const ask =
    mayWrite && !look?.isUnderWay ? (
      <ActionForm
        action={askForOutletLookAction}
        hidden={{ workspace, prospectId }}
        label="Look at their pages"
      >
        <div>
          <SubmitButton tone="quiet" pendingLabel="Asking" className={look ? '-ml-4' : '-mr-4'}>
            <Icon of={ScanEye} />
            {look ? 'Look again' : 'Look at their pages'}
          </SubmitButton>
        </div>
      </ActionForm>
    ) : null
  if (!look) {
    return (
      <EmptyBlock title="What their pages offer" id="outlet-look" said="not looked yet" action={ask}>
        Rapport can open their homepage and what they say to advertisers and guest writers, and tell you
        whether posts or links are for sale there.
      </EmptyBlock>
    )
  }
  return (
    <PageBlock title="What their pages offer" id="outlet-look">
      <div className="flex flex-col gap-2">
        <Standing look={look} now={now} timeZone={timeZone} />
        {look.warnings.length ? <OutletWarningList warnings={look.warnings} /> : null}
        {look.pages.length > 0 ? <Opened look={look} /> : null}
        {ask}
      </div>
    </PageBlock>
  )
}

type StandingProps = { look: OutletLookSeen; now: Date; timeZone: string }

function Standing({ look, now, timeZone }: StandingProps) {
  if (look.isUnderWay) return <p>A look is on its way. What is found arrives here by itself.</p>
  if (look.isStuck) {
    return <p>A look was asked for and has not come back. Ask again, or see whether the worker runs.</p>
  }
  if (look.state === 'failed') {
    return (
      <p>
        {failureWords(look.failure ?? '')}
        {look.nextTryAt ? (
          <>
            {' '}
            We try again by ourselves <RelativeTime then={look.nextTryAt} now={now} timeZone={timeZone} />.
          </>
        ) : null}
      </p>
    )
  }
  return (
    <p className="text-sm text-ink-soft">
      {look.warnings.length > 0 ? 'Seen ' : 'Nothing of that kind seen '}
      {look.at ? <RelativeTime then={look.at} now={now} timeZone={timeZone} /> : null}
      {look.warnings.length > 0 ? '.' : '. That is no promise: some tell their prices by mail only.'}
    </p>
  )
}

function failureWords(failure: string): string {
  if (failure === 'robots')
    return 'Their robots.txt asks programs like ours to stay away, so we do. Have a look yourself.'
  if (failure === 'robots-unavailable')
    return 'Their robots.txt could not be read, and without it we open nothing.'
  return readingFailureWords(failure).happened
}

/** Each kind of warning with the words seen, what it means and who says so. */
export function OutletWarningList({ warnings }: { warnings: readonly OutletWarning[] }) {
  const byKind = Map.groupBy(warnings, (warning) => warning.kind)
  return (
    <ul className="flex flex-col gap-3">
      {[...byKind].map(([kind, seen]) => {
        const { title, means, source } = OUTLET_WARNING_TABLE[kind]
        return (
          <li key={kind} className="flex flex-col gap-1">
            <p>
              <ToneBadge tone={kind === 'sponsored-offer' ? 'neutral' : 'careful'}>{title}</ToneBadge>
            </p>
            {seen.map(({ url, words }) => (
              <p key={`${url} ${words}`} className="text-sm">
                <q dir="auto" className="font-serif text-base wrap-anywhere">
                  {words}
                </q>{' '}
                <a href={url} rel="noreferrer" className="ink-link wrap-anywhere">
                  {readableAddress(url)}
                </a>
              </p>
            ))}
            <p className="text-sm text-ink-soft">
              {means}
              {source ? (
                <>
                  {' '}
                  <a href={source.url} rel="noreferrer" className="ink-link">
                    {source.name}
                  </a>
                </>
              ) : null}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

function Opened({ look }: { look: OutletLookSeen }) {
  return (
    <Disclosure
      summary={
        <span className="text-sm">
          {look.pages.length === 1 ? '1 page opened' : `${look.pages.length} pages opened`}
        </span>
      }
    >
      <ul className="flex flex-col gap-1 text-sm">
        {look.pages.map(({ url, failure }) => (
          <li key={url} className="wrap-anywhere">
            <a href={url} rel="noreferrer" className="ink-link">
              {readableAddress(url)}
            </a>
            {failure ? <span className="text-ink-soft"> · {failureWords(failure)}</span> : null}
          </li>
        ))}
      </ul>
      {look.feeds.length > 0 ? (
        <p className="mt-2 text-sm text-ink-soft">
          {look.feeds.length === 1 ? 'One feed announced.' : `${look.feeds.length} feeds announced.`}
        </p>
      ) : null}
    </Disclosure>
  )
}
