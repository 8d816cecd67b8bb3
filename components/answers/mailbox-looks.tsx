import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import type { MailboxLook } from '#lib/features/answers/answers-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { SendingHeld } from './sending-held.tsx'

/** When each mailbox was last looked into and last saw a message; loudly where that is too long ago. */
export function MailboxLooks({ scope, looks }: { scope: WorkspaceScope; looks: readonly MailboxLook[] }) {
  const home = `/w/${scope.workspaceSlug}/settings/mailboxes`
  const when = (then: Date | null, never: string) =>
    then ? <RelativeTime then={then} now={scope.now} timeZone={scope.timeZone} /> : never
  return (
    <div className="flex flex-col gap-3">
      {looks.map((look) => {
        const seen = look.lastLookAt ? (
          <>
            last looked {when(look.lastLookAt, 'never')}, last message seen{' '}
            {when(look.lastMessageAt, 'never')}
          </>
        ) : (
          'nobody has looked into it yet'
        )
        if (look.isLate)
          return (
            <Notice
              key={look.id}
              tone="careful"
              title={
                <>
                  <bdi>{look.address}</bdi> is not being read
                </>
              }
              actions={
                <Link href={`${home}/${look.id}`} className="ink-link">
                  Look at it
                </Link>
              }
            >
              {look.failure || 'Nobody has looked into it for a while.'}{' '}
              {look.lastLookAt ? <>It was {seen}. </> : null}
              Answers may be waiting there.
            </Notice>
          )
        return (
          <p key={look.id} className="text-sm text-ink-soft">
            <bdi className="font-medium text-ink">{look.address}</bdi>
            {look.state === 'paused' ? ' is paused: ' : ': '}
            {seen}.
          </p>
        )
      })}
      {looks
        .filter(({ sendingHeldAt }) => sendingHeldAt !== null)
        .map((look) => (
          <SendingHeld key={`held-${look.id}`} workspace={scope.workspaceSlug} mailbox={look} />
        ))}
    </div>
  )
}
