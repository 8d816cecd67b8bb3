import type { Metadata } from 'next'
import { DigestPart } from '#components/requests/digest-part.tsx'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { REQUEST_LAYOUT_LABELS } from '#lib/domain/requests/request-layouts.ts'
import { can } from '#lib/domain/roles.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { type DigestSeen, getDigest } from '#lib/features/requests/digest-queries.ts'
import { forgetDigestAction, keepRequestsAction } from '#lib/features/requests/request-actions.ts'
import { DIGEST_KEPT_DAYS } from '#lib/features/requests/request-schema.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'How it was read' }

type Props = { params: Promise<{ workspace: string; digestId: string }> }

export default async function DigestPage({ params }: Props) {
  const { workspace, digestId } = await params
  const scope = await requireWorkspace(workspace, 'requests.read')
  const digest = await found(getDigest(scope, pageId(digestId)))
  const home = `/w/${workspace}/requests`
  const mayWrite = can(scope.role, 'requests.write')
  const isAllKept = digest.parts.every(({ kind, requestId }) => kind === 'rest' || requestId !== null)
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Requests', href: home },
          ...(mayWrite ? [{ label: 'Take in requests', href: `${home}/new` }] : []),
        ]}
        title={<bdi className="wrap-anywhere">{digest.subject || 'How it was read'}</bdi>}
        facts={
          <>
            <span>{REQUEST_LAYOUT_LABELS[digest.layout]}</span>
            {digest.fromName ? <bdi>from {digest.fromName}</bdi> : null}
            <span>
              taken in <RelativeTime then={digest.createdAt} now={scope.now} timeZone={scope.timeZone} /> by{' '}
              {digest.takenBy}
            </span>
          </>
        }
        lead={leadOf(digest)}
        actions={isAllKept ? <ButtonLink href={home}>To the requests</ButtonLink> : null}
      />
      <ActionForm
        action={keepRequestsAction}
        hidden={{ workspace, digestId: digest.id }}
        id="keep"
        label="Keep requests"
      >
        <Panel flush>
          <ol className="divide-y divide-line">
            {digest.parts.map((part) => (
              <DigestPart
                key={part.index}
                part={part}
                home={home}
                mayWrite={mayWrite}
                timeZone={scope.timeZone}
              />
            ))}
          </ol>
        </Panel>
        {mayWrite ? (
          <FormActions>
            <SubmitButton pendingLabel="Keeping them">Keep what is ticked</SubmitButton>
            <ButtonLink href={home} tone="quiet">
              To the requests
            </ButtonLink>
          </FormActions>
        ) : null}
      </ActionForm>
      {mayWrite && digest.parts.every(({ requestId }) => requestId === null) ? (
        <div className="mt-6 flex flex-col gap-2 border-t border-line pt-4">
          <p className="text-sm text-ink-soft">
            Nothing for you in it? What nothing is kept of is forgotten by itself after {DIGEST_KEPT_DAYS}{' '}
            days.
          </p>
          <ActionForm
            action={forgetDigestAction}
            hidden={{ workspace, digestId: digest.id }}
            label="Forget this text"
          >
            <div>
              <SubmitButton tone="quiet" pendingLabel="Forgetting it">
                Forget it now
              </SubmitButton>
            </div>
          </ActionForm>
        </div>
      ) : null}
    </>
  )
}

function leadOf({ count, layout }: DigestSeen): string {
  const what = count === 1 ? 'One request was found in it.' : `${count} requests were found in it.`
  const unknown =
    layout === 'unknown'
      ? ' We do not know this layout: the text is beside the fields, and nothing is lost.'
      : ''
  return `${what}${unknown} Tick the ones you want to keep. What stands between them is shown too.`
}
