import { FoldedMail } from '#components/answers/folded-mail.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ToneBadge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { acceptMailAction, dismissMailAction } from '#lib/features/answers/answers-actions.ts'
import type { DoubtfulMail as Mail } from '#lib/features/answers/answers-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type Props = { scope: WorkspaceScope; mail: Mail; mayWrite: boolean; otherHref: string }

/** One mail that may be an answer, or a letter sent by hand; what speaks for it, and what one can say of it. */
export function DoubtfulMail({ scope, mail, mayWrite, otherHref }: Props) {
  const home = `/w/${scope.workspaceSlug}`
  const hidden = { workspace: scope.workspaceSlug, mailId: mail.id }
  const which = `“${mail.subject || 'No subject'}” from ${mail.from || 'nobody known'}`
  return (
    <Panel
      id={`mail-${mail.id}`}
      title={
        <span dir="auto" className="wrap-anywhere">
          {mail.subject || 'No subject'}
        </span>
      }
      lead={
        <>
          <bdi className="wrap-anywhere">{mail.from || 'Nobody known'}</bdi>,{' '}
          <RelativeTime then={mail.at} now={scope.now} timeZone={scope.timeZone} />
          {mail.mailbox ? (
            <>
              , in <bdi>{mail.mailbox}</bdi>
            </>
          ) : null}
        </>
      }
      actions={
        <ToneBadge tone={mail.confidence === 'likely' ? 'careful' : 'unknown'}>
          {mail.confidence === 'likely' ? 'Likely' : 'Perhaps'}{' '}
          {mail.isOwn ? 'a letter you sent' : 'an answer'}
        </ToneBadge>
      }
    >
      <div className="flex flex-col gap-4">
        {mail.pitch ? (
          <p>
            {mail.isOwn ? 'You sent this mail. It may be your letter to' : 'It may answer your letter to'}{' '}
            <bdi className="font-semibold">{mail.pitch.contact.name}</bdi> of{' '}
            <bdi>{mail.pitch.prospect.name}</bdi>,{' '}
            <Link href={`${home}/pitches/${mail.pitch.id}`} className="ink-link wrap-anywhere">
              {mail.pitch.subject || 'without a subject'}
            </Link>
            .
          </p>
        ) : null}
        <ul className="list-disc pl-5 text-sm text-ink-soft">
          {mail.evidence.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <FoldedMail text={mail.text} shown={mail.shown} />
        {mayWrite ? (
          <div className="flex flex-wrap items-start gap-2">
            {mail.pitch ? (
              <ActionForm
                action={acceptMailAction}
                hidden={hidden}
                label={`${mail.isOwn ? 'This was the letter' : 'It belongs to this pitch'}: ${which}`}
              >
                <SubmitButton pendingLabel="Noting it">
                  {mail.isOwn ? 'Yes, this was the letter' : 'Yes, it belongs to this pitch'}
                </SubmitButton>
              </ActionForm>
            ) : null}
            {mail.isOwn ? null : <ButtonLink href={otherHref}>To another one</ButtonLink>}
            <ActionForm
              id={`forget-${mail.id}`}
              action={dismissMailAction}
              hidden={hidden}
              label={`Forget it: ${which}`}
            />
            <ConfirmSubmit
              form={`forget-${mail.id}`}
              title="Forget this mail here?"
              lead="Nothing of it is kept. In your mailbox it stays as it is."
              confirmLabel="Forget it"
            >
              No, forget it
            </ConfirmSubmit>
          </div>
        ) : null}
      </div>
    </Panel>
  )
}
