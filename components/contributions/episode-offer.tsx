import { Check, X } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { sayNotItAction, tieEpisodeAction } from '#lib/features/contributions/contribution-actions.ts'
import type { FoundEpisode } from '#lib/features/contributions/episode-queries.ts'

type EpisodeOfferProps = {
  workspace: string
  contributionId: string
  episodes: FoundEpisode[]
  /** "episode" */
  pageLabel: string
  mayWrite: boolean
  now: Date
  timeZone: string
}

/** Posts of their feed that may be it: one press ties one to this work, and it is looked at. */
export function EpisodeOffer({
  workspace,
  contributionId,
  episodes,
  pageLabel,
  mayWrite,
  now,
  timeZone,
}: EpisodeOfferProps) {
  if (episodes.length === 0) return null
  return (
    <Panel
      title={`Is this the ${pageLabel}?`}
      lead="Found in their feed. Your yes records its page as a mention, and Rapport looks for your link: on the page, and in the show notes."
      flush
      id="episode"
    >
      <ul className="divide-y divide-line">
        {episodes.map(({ postId, title, url, summary, publishedAt, match }) => (
          <li key={postId} className="flex flex-col gap-3 px-4 py-4 sm:px-6">
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <a
                  href={url}
                  rel="noreferrer nofollow"
                  target="_blank"
                  className="ink-link font-semibold wrap-anywhere"
                  dir="auto"
                >
                  {title || 'Without a title'}
                  <span className="sr-only"> (opens in a new tab)</span>
                </a>
                {publishedAt ? (
                  <span className="text-sm text-ink-soft">
                    <RelativeTime then={publishedAt} now={now} timeZone={timeZone} />
                  </span>
                ) : null}
              </p>
              <p className="text-sm text-ink-soft">
                <bdi>{match.reasons.join(' ')}</bdi>
              </p>
              {summary ? (
                <p dir="auto" className="mt-1 line-clamp-3 max-w-measure font-serif wrap-anywhere">
                  {summary}
                </p>
              ) : null}
            </div>
            {mayWrite ? (
              <div className="flex flex-wrap gap-2">
                <ActionForm
                  action={tieEpisodeAction}
                  hidden={{ workspace, contributionId, postId }}
                  label={`Yes: ${title}`}
                >
                  <SubmitButton pendingLabel="Noting">
                    <Icon of={Check} />
                    Yes, this is it
                  </SubmitButton>
                </ActionForm>
                <ActionForm
                  action={sayNotItAction}
                  hidden={{ workspace, contributionId, postId }}
                  label={`No: ${title}`}
                >
                  <SubmitButton tone="quiet" pendingLabel="Noting">
                    <Icon of={X} />
                    No, something else
                  </SubmitButton>
                </ActionForm>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
