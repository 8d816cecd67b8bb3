import { OwnPageBadge } from '#components/campaigns/own-page-list.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { OWN_PAGE_TABLE, type OwnPageState } from '#lib/domain/own-page.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { acknowledgeOwnPageAction } from '#lib/features/mentions/own-page-actions.ts'
import type { listOwnPagesToFix } from '#lib/features/mentions/own-page-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { TodayRow, TodaySection } from './today-list.tsx'

type OwnPagesToFixProps = {
  scope: WorkspaceScope
  home: string
  pages: Awaited<ReturnType<typeof listOwnPagesToFix>>
  mayAcknowledge: boolean
}

/** Pages of ours that are broken: nobody else needs to be asked. */
export function OwnPagesToFix({ scope, home, pages, mayAcknowledge }: OwnPagesToFixProps) {
  return (
    <TodaySection
      title={pages.length === 1 ? 'This one you can fix today' : 'These you can fix today'}
      count={pages.length}
    >
      {pages.map((page) => (
        <TodayRow
          key={page.id}
          href={`${home}/sites/${page.site.id}#own-pages`}
          who={<span className="line-clamp-1 wrap-anywhere">{readableAddress(page.url)}</span>}
          facts={
            <span className="inline-flex flex-wrap items-baseline gap-x-2">
              <OwnPageBadge state={page.state} />
              <span>
                <bdi>{page.site.name}</bdi>
                {page.stateSince ? (
                  <>
                    {', since '}
                    <RelativeTime then={page.stateSince} now={scope.now} timeZone={scope.timeZone} />
                  </>
                ) : null}
              </span>
            </span>
          }
          action={
            mayAcknowledge ? (
              <ActionForm
                action={acknowledgeOwnPageAction}
                hidden={{ workspace: scope.workspaceSlug, ownPageId: page.id, state: page.state }}
                label={`Seen: ${readableAddress(page.url)}`}
              >
                <SubmitButton tone="secondary" pendingLabel="Noting it">
                  Seen it
                </SubmitButton>
              </ActionForm>
            ) : (
              <ButtonLink href={`${home}/sites/${page.site.id}#own-pages`}>Open</ButtonLink>
            )
          }
        >
          {page.sentence} {OWN_PAGE_TABLE[page.state as OwnPageState].today}
        </TodayRow>
      ))}
    </TodaySection>
  )
}
