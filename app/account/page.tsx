import type { Metadata } from 'next'
import { timeZoneChoices } from '#components/sites/time-zone-choices.ts'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { AccountFrame } from '#components/workspaces/account-frame.tsx'
import { dateLanguageChoices } from '#components/workspaces/date-language-choices.ts'
import { DeleteAccountPanel } from '#components/workspaces/delete-account-panel.tsx'
import { NotificationPlaces } from '#components/workspaces/notification-places.tsx'
import {
  changeAddressAction,
  changePasswordAction,
  changeProfileAction,
  signOutEverywhereAction,
} from '#lib/features/workspaces/account-actions.ts'
import { whatGoesWith } from '#lib/features/workspaces/account-queries.ts'
import { listWorkspacesOf } from '#lib/features/workspaces/membership-queries.ts'
import { requirePerson } from '#lib/features/workspaces/require-person.ts'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const person = await requirePerson('/account')
  const [going, places] = await Promise.all([whatGoesWith(person.id), listWorkspacesOf(person.id)])
  const now = new Date()
  return (
    <AccountFrame person={person}>
      <PageHeader title="Your account" lead={`You sign in as ${person.email}.`} />
      <div className="flex flex-col gap-6">
        <Panel title="You">
          <ActionForm action={changeProfileAction} id="profile">
            <TextField
              name="name"
              label="Your name"
              hint="As colleagues see it beside your work."
              autoComplete="name"
              defaultValue={person.name}
              required
            />
            <SelectField
              name="timeZone"
              label="Time zone"
              hint="Dates and due days are shown in it."
              choices={timeZoneChoices(person.timeZone)}
              defaultValue={person.timeZone}
              required
            />
            <SelectField
              name="dateLanguage"
              label="Dates and numbers as in"
              hint="How they are written. Words stay English."
              choices={dateLanguageChoices(now, person.timeZone)}
              defaultValue={person.dateLanguage ?? ''}
            />
            <div>
              <SubmitButton pendingLabel="Saving">Save</SubmitButton>
            </div>
          </ActionForm>
        </Panel>
        <NotificationPlaces places={places} />
        <Panel title="E-mail address" lead="The one you sign in with, and where a reset mail would go.">
          <ActionForm action={changeAddressAction} id="address">
            <TextField name="email" type="email" label="New address" autoComplete="email" required />
            <PresentPassword />
            <div>
              <SubmitButton pendingLabel="Saving">Change address</SubmitButton>
            </div>
          </ActionForm>
        </Panel>
        <Panel title="Password" lead="Changing it signs you out everywhere else.">
          <ActionForm action={changePasswordAction} id="password">
            <PresentPassword />
            <TextField
              name="newPassword"
              type="password"
              label="New password"
              hint="At least 10 characters. A few words in a row work well."
              autoComplete="new-password"
              required
            />
            <div>
              <SubmitButton pendingLabel="Saving">Change password</SubmitButton>
            </div>
          </ActionForm>
        </Panel>
        <Panel
          title="Sign out everywhere"
          lead="On every device, this one too. For when one was lost or lent."
        >
          <ActionForm action={signOutEverywhereAction} id="everywhere">
            <div>
              <SubmitButton tone="secondary" pendingLabel="Signing out">
                Sign out everywhere
              </SubmitButton>
            </div>
          </ActionForm>
        </Panel>
        <DeleteAccountPanel going={going} />
      </div>
    </AccountFrame>
  )
}

function PresentPassword() {
  return (
    <TextField
      name="currentPassword"
      type="password"
      label="Present password"
      autoComplete="current-password"
      required
    />
  )
}
