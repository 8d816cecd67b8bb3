import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { CheckboxField } from '#components/ui/choice-fields.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import {
  closePressPageAction,
  openPressPageAction,
  renewPressAddressAction,
} from '#lib/features/mentions/press-page-actions.ts'
import type { findPressPage } from '#lib/features/mentions/press-page-queries.ts'

type PressPageFormsProps = {
  workspace: string
  siteId: string
  setUp: Awaited<ReturnType<typeof findPressPage>>
  mayOpen: boolean
  now: Date
  timeZone: string
}

/** The press page's address, what stands over it, and the ways to open, move and close it. */
export function PressPageForms({ workspace, siteId, setUp, mayOpen, now, timeZone }: PressPageFormsProps) {
  const href = setUp?.href ?? null
  const hidden = { workspace, siteId }
  return (
    <Panel title={href ? 'It is open' : 'It is closed'}>
      <div className="flex flex-col gap-6">
        {href && setUp?.openSince ? (
          <div className="flex flex-col items-start gap-2">
            <p className="wrap-anywhere">{href}</p>
            <CopyButton text={href} label="Copy the address" />
            <p className="text-sm text-ink-soft">
              Opened by <bdi>{setUp.openedBy?.name}</bdi>{' '}
              <RelativeTime then={setUp.openSince} now={now} timeZone={timeZone} />.
            </p>
          </div>
        ) : (
          <p className="max-w-measure text-ink-soft">
            Nobody but you can read it. Opened, it has an address of its own that you may put on your site.
          </p>
        )}
        {mayOpen ? (
          <ActionForm
            action={openPressPageAction}
            hidden={hidden}
            label="The press page"
            className="max-w-form"
          >
            <TextField
              name="name"
              label="How its address begins"
              defaultValue={setUp?.name}
              maxLength={40}
              autoComplete="off"
              hint={
                href
                  ? 'A new beginning makes a new address, and the old one leads nowhere.'
                  : 'Like fernway-goods. Letters that nobody can guess follow by themselves.'
              }
            />
            <TextAreaField
              name="intro"
              label="A few words over the list"
              rows={3}
              serif
              dir="auto"
              maxLength={2000}
              defaultValue={setUp?.intro}
            />
            <CheckboxField
              name="isFindable"
              label="Search engines may list it"
              defaultChecked={setUp?.isFindable ?? false}
              hint="Without it, only people with the address find it."
            />
            <FormActions>
              <SubmitButton pendingLabel="Saving">{href ? 'Save' : 'Open the press page'}</SubmitButton>
              {href ? (
                <>
                  <SubmitButton form="press-renew" tone="secondary">
                    Give it a new address
                  </SubmitButton>
                  <SubmitButton form="press-close" tone="danger">
                    Close it
                  </SubmitButton>
                </>
              ) : null}
            </FormActions>
          </ActionForm>
        ) : (
          <p className="text-sm text-ink-soft">An owner or a manager opens and closes it.</p>
        )}
        <div>
          <ActionForm
            id="press-renew"
            action={renewPressAddressAction}
            hidden={hidden}
            label="A new address"
          />
          <ActionForm
            id="press-close"
            action={closePressPageAction}
            hidden={hidden}
            label="Close the press page"
          />
        </div>
      </div>
    </Panel>
  )
}
