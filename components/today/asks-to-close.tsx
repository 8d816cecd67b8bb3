import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { ASK_ANSWER_WORDS } from '#lib/domain/link-ask.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { closeAskAction } from '#lib/features/mentions/ask-actions.ts'
import type { listAsksToClose } from '#lib/features/mentions/ask-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { TodayRow, TodaySection } from './today-list.tsx'

type AsksToCloseProps = {
  scope: WorkspaceScope
  home: string
  asks: Awaited<ReturnType<typeof listAsksToClose>>
  mayWrite: boolean
}

/** They were asked once. Whatever came of it, it can be closed now. */
export function AsksToClose({ scope, home, asks, mayWrite }: AsksToCloseProps) {
  return (
    <TodaySection title="Asked once, can be closed" count={asks.length}>
      {asks.map(({ id, url, askedAt, suggests, prospect }) => {
        const page = readableAddress(url)
        const { label, closed } = ASK_ANSWER_WORDS[suggests]
        return (
          <TodayRow
            key={id}
            href={`${home}/mentions/${id}`}
            who={<span className="line-clamp-1 wrap-anywhere">{prospect?.name ?? page}</span>}
            facts={
              <span className="wrap-anywhere">
                {page}
                {askedAt ? (
                  <>
                    {', asked '}
                    <RelativeTime then={askedAt} now={scope.now} timeZone={scope.timeZone} />
                  </>
                ) : null}
              </span>
            }
            action={
              mayWrite ? (
                <ActionForm
                  action={closeAskAction}
                  hidden={{ workspace: scope.workspaceSlug, mentionId: id, answer: suggests }}
                  label={`${label}: ${page}`}
                >
                  <SubmitButton tone="secondary" pendingLabel="Closing it">
                    Close it
                  </SubmitButton>
                </ActionForm>
              ) : (
                <ButtonLink href={`${home}/mentions/${id}`}>Open</ButtonLink>
              )
            }
          >
            {closed}
          </TodayRow>
        )
      })}
    </TodaySection>
  )
}
