import { ActionForm } from '#components/ui/action-form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { deleteAccountAction } from '#lib/features/workspaces/account-actions.ts'

/** The way out: what goes, what stays, and what has to be done first. */
export function DeleteAccountPanel({ going }: { going: { deleted: string[]; stuck: string[] } }) {
  const { deleted, stuck } = going
  return (
    <Panel title="Delete the account" lead="This cannot be undone.">
      {stuck.length > 0 ? (
        <Notice
          tone="careful"
          title={`You are the last owner of ${inWords(stuck)}, and other people work there.`}
        >
          Make one of them an owner first. Then you can delete your account.
        </Notice>
      ) : (
        <Disclosure summary="What happens, and the button">
          <ul className="mb-6 flex list-disc flex-col gap-1 pl-5">
            <li>Your name, address and password are removed.</li>
            <li>
              Where other people remain, what you wrote stays under "Former member", and your unfinished work
              goes to the owner who has been there longest.
            </li>
            {deleted.length > 0 ? (
              <li>
                <strong>{inWords(deleted)}</strong> {deleted.length === 1 ? 'is' : 'are'} deleted with
                everything in {deleted.length === 1 ? 'it' : 'them'}, as nobody else is there.
              </li>
            ) : null}
          </ul>
          <ActionForm action={deleteAccountAction} id="delete-account">
            {deleted.length === 1 ? (
              <TextField
                name="workspaceNames"
                label={`Type "${deleted[0]}" to delete that workspace too`}
                autoComplete="off"
                required
              />
            ) : null}
            {deleted.length > 1 ? (
              <TextAreaField
                name="workspaceNames"
                label="Type the names of these workspaces to delete them too"
                hint={`One on each line: ${inWords(deleted)}.`}
                autoComplete="off"
                required
              />
            ) : null}
            <TextField
              name="currentPassword"
              type="password"
              label="Present password"
              autoComplete="current-password"
              required
            />
            <div>
              <SubmitButton tone="danger" pendingLabel="Deleting">
                Delete my account
              </SubmitButton>
            </div>
          </ActionForm>
        </Disclosure>
      )}
    </Panel>
  )
}

function inWords(names: string[]): string {
  return new Intl.ListFormat('en-GB').format(names.map((name) => `"${name}"`))
}
