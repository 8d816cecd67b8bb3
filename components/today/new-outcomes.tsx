import { MentionOutcomeBadge, outcomeFace } from '#components/mentions/outcome-badge.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { readableHost } from '#lib/domain/idn.ts'
import { readablePath } from '#lib/domain/web-address.ts'
import { acknowledgeOutcomeAction } from '#lib/features/mentions/mention-actions.ts'
import type { listNewOutcomes } from '#lib/features/today/today-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { TodayRow, TodaySection } from './today-list.tsx'

type NewOutcomesProps = {
  scope: WorkspaceScope
  home: string
  mentions: Awaited<ReturnType<typeof listNewOutcomes>>
  mayAcknowledge: boolean
}

/** What looks at pages have found since somebody last saw them. */
export function NewOutcomes({ scope, home, mentions, mayAcknowledge }: NewOutcomesProps) {
  return (
    <TodaySection title="Looks that found something" count={mentions.length}>
      {mentions.map((mention) => (
        <TodayRow
          key={mention.id}
          href={`${home}/mentions/${mention.id}`}
          who={<span className="line-clamp-1 wrap-anywhere">{pageOf(mention.url)}</span>}
          facts={
            <span className="inline-flex flex-wrap items-baseline gap-x-2">
              <MentionOutcomeBadge outcome={mention.outcome} provenance={mention.provenance} />
              <span>
                <bdi>{mention.prospect?.name ?? mention.site.name}</bdi>
                {mention.outcomeAt ? (
                  <>
                    {', '}
                    <RelativeTime then={mention.outcomeAt} now={scope.now} timeZone={scope.timeZone} />
                  </>
                ) : null}
              </span>
            </span>
          }
          action={
            mayAcknowledge ? (
              <ActionForm
                action={acknowledgeOutcomeAction}
                hidden={{ workspace: scope.workspaceSlug, mentionId: mention.id, outcome: mention.outcome }}
                label={`Seen: ${outcomeFace(mention.outcome, mention.provenance).word}, ${pageOf(mention.url)}`}
              >
                <SubmitButton tone="secondary" pendingLabel="Noting it">
                  Seen it
                </SubmitButton>
              </ActionForm>
            ) : (
              <ButtonLink href={`${home}/mentions/${mention.id}`}>Open</ButtonLink>
            )
          }
        >
          {mention.sentence}
        </TodayRow>
      ))}
    </TodaySection>
  )
}

/** The page, short enough to be read in a row. */
function pageOf(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed) return url
  return `${readableHost(parsed.hostname)}${readablePath(parsed.pathname)}`.replace(/\/$/, '')
}
