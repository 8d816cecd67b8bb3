import { ActionForm } from '#components/ui/action-form.tsx'
import { ToneBadge } from '#components/ui/badge.tsx'
import { RadioCardsField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { setGuidelinesAction } from '#lib/features/prospects/prospect-actions.ts'
import { FormDisclosure } from './form-disclosure.tsx'
import { PageBlock } from './page-block.tsx'

type GuidelinesPanelProps = {
  workspace: string
  prospect: { id: string; guidelines: string | null; guidelinesUrl: string | null; guidelinesNote: string }
  mayWrite: boolean
}

/** What an outlet says about being pitched, or that somebody looked and found nothing. The gate asks for one of the two. */
export function GuidelinesPanel({ workspace, prospect, mayWrite }: GuidelinesPanelProps) {
  return (
    <PageBlock title="Their guidelines" id="guidelines">
      <div className="-mb-2 flex flex-col gap-1">
        <Standing {...prospect} />
        {prospect.guidelinesNote ? (
          <p dir="auto" className="font-serif leading-6 whitespace-pre-line wrap-anywhere">
            {prospect.guidelinesNote}
          </p>
        ) : null}
        {mayWrite ? (
          <ActionForm
            action={setGuidelinesAction}
            hidden={{ workspace, prospectId: prospect.id }}
            label="Their guidelines"
          >
            <FormDisclosure
              summary={
                <span className="text-sm">{prospect.guidelines ? 'Change this' : 'Note what you found'}</span>
              }
            >
              <RadioCardsField
                name="guidelines"
                label="What you found"
                required
                choices={[
                  {
                    value: 'seen',
                    label: 'They have guidelines',
                    hint: 'A “how to pitch”, “write for us” or contact page.',
                  },
                  { value: 'absent', label: 'I looked; there are none' },
                  { value: '', label: 'Nobody has looked yet' },
                ]}
                defaultValue={prospect.guidelines ?? ''}
              />
              <TextField
                name="guidelinesUrl"
                label="Address of the page"
                inputMode="url"
                spellCheck={false}
                autoComplete="off"
                defaultValue={prospect.guidelinesUrl ?? ''}
              />
              <TextAreaField
                name="guidelinesNote"
                label="What to remember"
                rows={3}
                defaultValue={prospect.guidelinesNote}
              />
              <div>
                <SubmitButton pendingLabel="Noting">Note it</SubmitButton>
              </div>
            </FormDisclosure>
          </ActionForm>
        ) : null}
      </div>
    </PageBlock>
  )
}

function Standing({ guidelines, guidelinesUrl }: GuidelinesPanelProps['prospect']) {
  if (guidelines === 'absent') {
    return (
      <p>
        <ToneBadge tone="good">Looked for, none found</ToneBadge>
      </p>
    )
  }
  if (guidelines !== 'seen' || !guidelinesUrl) {
    return (
      <p className="text-ink-soft">
        Nobody has looked for them yet. Look for a “how to pitch”, “write for us” or contact page before you
        write.
      </p>
    )
  }
  return (
    <p className="flex flex-wrap items-center gap-2">
      <ToneBadge tone="good">Seen</ToneBadge>
      <a href={guidelinesUrl} rel="noreferrer" className="ink-link min-w-0 wrap-anywhere">
        {readableAddress(guidelinesUrl)}
      </a>
    </p>
  )
}
