import { CircleCheck, CircleDashed, EyeOff, FileX2, Signpost, Unplug } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ToneBadge } from '#components/ui/badge.tsx'
import type { IconNode } from '#components/ui/icon.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Tone } from '#components/ui/tone.tsx'
import { OWN_PAGE_TABLE, type OwnPageState } from '#lib/domain/own-page.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { lookAtOwnPageNowAction } from '#lib/features/mentions/own-page-actions.ts'
import type { listOwnPages } from '#lib/features/mentions/own-page-queries.ts'

type OwnPage = Awaited<ReturnType<typeof listOwnPages>>[number]
type OwnPageListProps = {
  /** Null: no look was asked for yet. */
  pages: { url: string; page: OwnPage | null }[]
  workspace: string
  mayLook: boolean
  now: Date
  timeZone: string
}

const FACES: Readonly<Record<OwnPageState, { tone: Tone; icon: IconNode }>> = {
  'not-looked': { tone: 'unknown', icon: CircleDashed },
  fine: { tone: 'good', icon: CircleCheck },
  gone: { tone: 'careful', icon: FileX2 },
  redirects: { tone: 'careful', icon: Signpost },
  noindex: { tone: 'careful', icon: EyeOff },
  unreachable: { tone: 'careful', icon: Unplug },
}

/** How a page of ours stands: tone, picture and word. */
export function OwnPageBadge({ state }: { state: string }) {
  const { tone, icon } = FACES[state as OwnPageState]
  return (
    <ToneBadge tone={tone} icon={icon}>
      {OWN_PAGE_TABLE[state as OwnPageState].label}
    </ToneBadge>
  )
}

/** Pages of ours that others are hoped to link to, each with how it stands, and what one can do today. */
export function OwnPageList({ pages, workspace, mayLook, now, timeZone }: OwnPageListProps) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {pages.map(({ url, page }) => (
        <li key={url} className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <a href={url} rel="noreferrer" className="ink-link min-w-0 wrap-anywhere">
              {readableAddress(url)}
            </a>
            <OwnPageBadge state={page?.state ?? 'not-looked'} />
          </p>
          {page ? <Standing page={page} now={now} timeZone={timeZone} /> : null}
          {page && mayLook && page.lookState === 'idle' ? (
            <ActionForm
              action={lookAtOwnPageNowAction}
              hidden={{ workspace, ownPageId: page.id }}
              label={`Look again at ${readableAddress(url)}`}
            >
              <div>
                <SubmitButton tone="quiet" pendingLabel="Asking">
                  Look again
                </SubmitButton>
              </div>
            </ActionForm>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Standing({ page, now, timeZone }: { page: OwnPage; now: Date; timeZone: string }) {
  const { state, sentence, stateSince, lastLookAt, lookState } = page
  const isTrouble = state !== 'fine' && state !== 'not-looked'
  return (
    <div className="max-w-measure text-sm">
      {state !== 'fine' && sentence ? (
        <p className="wrap-anywhere">
          <bdi>{sentence}</bdi>
        </p>
      ) : null}
      {isTrouble ? <p className="font-semibold">{OWN_PAGE_TABLE[state as OwnPageState].today}</p> : null}
      <p className="text-ink-soft">
        {lookState === 'idle' ? null : 'A look is on its way. '}
        {isTrouble && stateSince ? (
          <>
            So since <RelativeTime then={stateSince} now={now} timeZone={timeZone} />.{' '}
          </>
        ) : null}
        {lastLookAt ? (
          <>
            Last look <RelativeTime then={lastLookAt} now={now} timeZone={timeZone} />.
          </>
        ) : null}
      </p>
    </div>
  )
}
