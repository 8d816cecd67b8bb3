import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { FilterBar, FilterSearch } from '#components/ui/filter-bar.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { attachMailAction } from '#lib/features/answers/answers-actions.ts'
import type { DoubtfulMail } from '#lib/features/answers/answers-queries.ts'
import { listPitches } from '#lib/features/pitches/pitch-list-queries.ts'
import { listPitchesSchema } from '#lib/features/pitches/pitch-schema.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { FoldedMail } from './folded-mail.tsx'

type Props = { scope: WorkspaceScope; mail: DoubtfulMail; q: string; mayWrite: boolean }

/** Which pitch a mail belongs to, where it is not the one that was offered: looked for by name or subject. */
export async function AnotherPitch({ scope, mail, q, mayWrite }: Props) {
  const home = `/w/${scope.workspaceSlug}`
  const { pitches } = await listPitches(
    scope,
    listPitchesSchema.parse(q === '' ? { state: 'open' } : { q, state: null }),
  )
  const sent = pitches.filter(({ state }) => state === 'sent' || state === 'answered' || state === 'closed')
  return (
    <Panel
      id={`mail-${mail.id}`}
      title={
        <>
          Which letter does{' '}
          <span dir="auto" className="wrap-anywhere">
            {mail.subject || 'this mail'}
          </span>{' '}
          answer?
        </>
      }
      lead={
        <>
          From <bdi className="wrap-anywhere">{mail.from || 'nobody known'}</bdi>
        </>
      }
      actions={<ButtonLink href={`${home}/answers`}>Leave it</ButtonLink>}
    >
      <div className="flex flex-col gap-6">
        <FoldedMail text={mail.text} shown={mail.shown} />
        <FilterBar action={`${home}/answers`} label="Find a pitch">
          <input type="hidden" name="mail" value={mail.id} />
          <FilterSearch label="Their name, the outlet or the subject" defaultValue={q} />
        </FilterBar>
        {sent.length === 0 ? (
          <p className="text-ink-soft">
            {q === ''
              ? 'No pitch is out at the moment. Look for one by name.'
              : 'No pitch that was sent fits these words.'}
          </p>
        ) : (
          <ul className="flex flex-col divide-y divide-line">
            {sent.map((pitch) => (
              <li key={pitch.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <div className="min-w-0 wrap-anywhere">
                  <Link href={`${home}/pitches/${pitch.id}`} className="ink-link">
                    {pitch.contactName}
                  </Link>{' '}
                  <span className="text-sm text-ink-soft">{pitch.prospectName}</span>
                  <p dir="auto" className="font-serif">
                    {pitch.subject}
                  </p>
                </div>
                {mayWrite ? (
                  <ActionForm
                    action={attachMailAction}
                    hidden={{ workspace: scope.workspaceSlug, mailId: mail.id, pitchId: pitch.id }}
                    label={`It answers the letter to ${pitch.contactName}`}
                  >
                    <SubmitButton tone="secondary" pendingLabel="Noting it">
                      This one
                    </SubmitButton>
                  </ActionForm>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}
