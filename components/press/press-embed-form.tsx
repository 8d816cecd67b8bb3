import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { CheckboxesField, CheckboxField, SelectField } from '#components/ui/choice-fields.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { EMBED_COUNTS, EMBED_KIND_WORDS, EMBED_KINDS } from '#lib/domain/press/press-embed.ts'
import { closePressEmbedAction, openPressEmbedAction } from '#lib/features/mentions/press-embed-actions.ts'
import type { getPressEmbed } from '#lib/features/mentions/press-embed-queries.ts'

type PressEmbedFormProps = {
  workspace: string
  siteId: string
  embed: Awaited<ReturnType<typeof getPressEmbed>>
  mayOpen: boolean
  now: Date
  timeZone: string
}

/** What other pages show of a Site's press, and whether they may. */
export function PressEmbedForm({ workspace, siteId, embed, mayOpen, now, timeZone }: PressEmbedFormProps) {
  const { href, embedSince, embeddedBy, choice } = embed
  const hidden = { workspace, siteId }
  return (
    <Panel title={href ? 'It is on' : 'It is off'}>
      <div className="flex flex-col gap-6">
        {href && embedSince ? (
          <p className="text-sm text-ink-soft">
            Turned on by <bdi>{embeddedBy?.name}</bdi>{' '}
            <RelativeTime then={embedSince} now={now} timeZone={timeZone} />.
          </p>
        ) : (
          <p className="max-w-measure text-ink-soft">
            Turned on, everybody who has its address can read the list. Nothing else of yours is in it.
          </p>
        )}
        {mayOpen ? (
          <ActionForm
            action={openPressEmbedAction}
            hidden={hidden}
            label="What other pages show"
            className="max-w-form"
          >
            <SelectField
              name="count"
              label="How many, the newest first"
              choices={EMBED_COUNTS.map((count) => ({ value: String(count), label: String(count) }))}
              defaultValue={String(choice.count)}
              required
            />
            <CheckboxesField
              name="kinds[]"
              label="Which pages"
              required
              choices={EMBED_KINDS.map((kind) => ({ value: kind, label: EMBED_KIND_WORDS[kind] }))}
              defaultValues={[...choice.kinds]}
            />
            <CheckboxField
              name="withWords"
              label="With the words around the link or the name"
              defaultChecked={choice.withWords}
              hint="As on the press page: short, and without mail addresses."
            />
            <FormActions>
              <SubmitButton pendingLabel="Saving">{href ? 'Save' : 'Turn it on'}</SubmitButton>
              {href ? (
                <SubmitButton form="embed-close" tone="danger">
                  Turn it off
                </SubmitButton>
              ) : null}
            </FormActions>
          </ActionForm>
        ) : (
          <p className="text-sm text-ink-soft">An owner or a manager turns it on and off.</p>
        )}
        <ActionForm id="embed-close" action={closePressEmbedAction} hidden={hidden} label="Turn it off" />
      </div>
    </Panel>
  )
}
