import { ActionForm } from '#components/ui/action-form.tsx'
import { signOutAction } from '#lib/features/workspaces/account-actions.ts'

/** One button in the account menu. A form, because signing out changes something. */
export function SignOutForm({ className }: { className: string }) {
  return (
    <ActionForm action={signOutAction} label="Sign out">
      <button type="submit" className={className}>
        Sign out
      </button>
    </ActionForm>
  )
}
