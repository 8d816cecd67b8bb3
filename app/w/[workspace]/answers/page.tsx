import { MailQuestion } from 'lucide'
import type { Metadata } from 'next'
import { AnotherPitch } from '#components/answers/another-pitch.tsx'
import { DoubtfulMail } from '#components/answers/doubtful-mail.tsx'
import { MailboxLooks } from '#components/answers/mailbox-looks.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { can } from '#lib/domain/roles.ts'
import { listDoubtfulMails, listMailboxLooks } from '#lib/features/answers/answers-queries.ts'
import { listDoubtsSchema } from '#lib/features/answers/answers-schema.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Answers' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AnswersPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'pitches.read')
  const place = listDoubtsSchema.parse(await searchParams)
  const home = `/w/${workspace}`
  const mayWrite = can(scope.role, 'pitches.write')
  const [{ rows, before, after }, looks] = await Promise.all([
    listDoubtfulMails(scope, place),
    listMailboxLooks(scope),
  ])
  return (
    <>
      <PageHeader
        title="Answers"
        lead="Answers that are sure stand with their pitch already. Here are mails of your mailbox that may be answers, or letters you sent by yourself; nobody else reads them."
      />
      <div className="flex flex-col gap-6">
        <MailboxLooks scope={scope} looks={looks} />
        {rows.length === 0 ? (
          <EmptyState
            icon={MailQuestion}
            title="Nothing is in doubt"
            actions={
              looks.length > 0 || !can(scope.role, 'pitches.send') ? (
                <ButtonLink href={`${home}/pitches?state=answered`}>See who answered</ButtonLink>
              ) : (
                <ButtonLink href={`${home}/settings/mailboxes/new`}>Connect a mailbox</ButtonLink>
              )
            }
          >
            {looks.length > 0
              ? 'Every answer that came in found its pitch by itself.'
              : 'With a mailbox connected, answers find their pitch by themselves. Until then, log them on the pitch: paste what they wrote, or drop the mail as a file.'}
          </EmptyState>
        ) : (
          <>
            {rows.map((mail) =>
              mail.id === place.mail && !mail.isOwn ? (
                <AnotherPitch key={mail.id} scope={scope} mail={mail} q={place.q} mayWrite={mayWrite} />
              ) : (
                <DoubtfulMail
                  key={mail.id}
                  scope={scope}
                  mail={mail}
                  mayWrite={mayWrite}
                  otherHref={`${home}/answers?${here(place)}mail=${mail.id}#mail-${mail.id}`}
                />
              ),
            )}
            <Pagination
              summary="Newest first"
              previousHref={before ? `${home}/answers?before=${before}` : undefined}
              nextHref={after ? `${home}/answers?after=${after}` : undefined}
            />
          </>
        )}
      </div>
    </>
  )
}

/** The page of the list one is on. */
function here({ after, before }: { after: string; before: string }): string {
  if (after) return `after=${encodeURIComponent(after)}&`
  return before ? `before=${encodeURIComponent(before)}&` : ''
}
