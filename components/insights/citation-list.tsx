import { MentionOutcomeBadge } from '#components/mentions/outcome-badge.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Link } from '#components/ui/link.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { untieMentionAction } from '#lib/features/insights/insight-actions.ts'
import type { listCitations } from '#lib/features/insights/insight-queries.ts'

type CitationListProps = Awaited<ReturnType<typeof listCitations>> & {
  home: string
  base: string
  workspace: string
  insightId: string
  mayWrite: boolean
}

/** The pages that cite an insight, each with how that is known and what the last look saw. */
export function CitationList({
  citations,
  before,
  after,
  home,
  base,
  workspace,
  insightId,
  mayWrite,
}: CitationListProps) {
  return (
    <Panel
      title="Who cites it"
      lead="Tied by links and words that looks have found, or by one of you."
      flush={citations.length > 0}
      id="cited"
    >
      {citations.length === 0 ? (
        <p className="text-ink-soft">
          Nobody yet, as far as the looks at your mentions can tell. New ones are gone through by themselves.
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {citations.map(({ id, how, found, by, mention }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3 sm:px-6"
            >
              <div className="min-w-0 flex-1 basis-72">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <Link href={`${home}/mentions/${mention.id}`} className="ink-link wrap-anywhere">
                    {readableAddress(mention.url)}
                  </Link>
                  <MentionOutcomeBadge outcome={mention.outcome} provenance={mention.provenance} />
                </p>
                <p className="text-sm text-ink-soft wrap-anywhere">
                  {mention.prospect?.deletedAt === null ? <bdi>{mention.prospect.name}. </bdi> : null}
                  <bdi>{howWords(how, found, by?.name)}</bdi>
                </p>
              </div>
              {mayWrite ? (
                <ActionForm
                  action={untieMentionAction}
                  hidden={{ workspace, insightId, mentionId: mention.id }}
                  label={`Does not cite it: ${readableAddress(mention.url)}`}
                >
                  <SubmitButton tone="quiet" pendingLabel="Noting">
                    It does not
                  </SubmitButton>
                </ActionForm>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {before || after ? (
        <div className="px-4 pb-4 sm:px-6">
          <Pagination
            summary="Found last first"
            previousHref={before ? `${base}?before=${before}` : undefined}
            nextHref={after ? `${base}?after=${after}` : undefined}
          />
        </div>
      ) : null}
    </Panel>
  )
}

function howWords(how: string, found: string, by: string | undefined): string {
  if (how === 'link') return 'It links there.'
  if (how === 'words') return `It says “${found}”.`
  return by ? `So says ${by}.` : 'So says one of you.'
}
