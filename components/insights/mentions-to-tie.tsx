import { MentionOutcomeBadge } from '#components/mentions/outcome-badge.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { FilterBar, FilterSearch } from '#components/ui/filter-bar.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { tieMentionAction } from '#lib/features/insights/insight-actions.ts'
import type { listMentionsToTie } from '#lib/features/insights/insight-queries.ts'

type MentionsToTieProps = {
  home: string
  base: string
  workspace: string
  insightId: string
  words: string
  mentions: Awaited<ReturnType<typeof listMentionsToTie>>
}

/** Mentions of the same Site, for one press: what a look could not see, a person may know. */
export function MentionsToTie({ home, base, workspace, insightId, words, mentions }: MentionsToTieProps) {
  return (
    <Panel
      title="Does one of these cite it?"
      lead="The newest mentions of this site that are not tied to it."
    >
      <FilterBar action={base} label="Find a mention">
        <FilterSearch label="Words of the address" defaultValue={words} />
      </FilterBar>
      {mentions.length === 0 ? (
        <p className="text-ink-soft">
          {words ? 'None with these words.' : 'There is no other mention of this site.'}
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {mentions.map(({ id, url, outcome, provenance, prospect }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
              <p className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
                <Link href={`${home}/mentions/${id}`} className="ink-link wrap-anywhere">
                  {readableAddress(url)}
                </Link>
                <MentionOutcomeBadge outcome={outcome} provenance={provenance} />
                {prospect ? <bdi className="text-sm text-ink-soft">{prospect.name}</bdi> : null}
              </p>
              <ActionForm
                action={tieMentionAction}
                hidden={{ workspace, insightId, mentionId: id }}
                label={`Cites it: ${readableAddress(url)}`}
              >
                <SubmitButton tone="secondary" pendingLabel="Noting">
                  It cites this
                </SubmitButton>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
