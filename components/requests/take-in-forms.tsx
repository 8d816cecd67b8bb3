import { ActionForm } from '#components/ui/action-form.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { takeDigestAction } from '#lib/features/requests/request-actions.ts'

/** What came, pasted whole. Nothing is kept as a request yet. */
export function PasteDigestForm({ workspace }: { workspace: string }) {
  return (
    <ActionForm action={takeDigestAction} hidden={{ workspace }} label="Paste what you got">
      <TextAreaField
        name="text"
        label="What you got"
        rows={14}
        required
        hint="A whole digest (HARO, Source of Sources, Qwoted, SourceBottle …), a post, or a mail from a journalist. All of it: the text is kept."
      />
      <div>
        <SubmitButton pendingLabel="Reading it">Read it</SubmitButton>
      </div>
    </ActionForm>
  )
}

const HINT = 'Save or forward the mail and drop the .eml file here. Only its text is kept.'

/** A plain form that posts a saved mail: it needs no scripts. */
export function MailedDigestForm({ workspace }: { workspace: string }) {
  return (
    <form
      action={`/w/${workspace}/requests/upload`}
      method="post"
      encType="multipart/form-data"
      aria-label="A saved mail"
      className="flex flex-col gap-4"
    >
      <Field id="mailed-digest" label="Mail" hint={HINT} required>
        <input
          type="file"
          name="file"
          accept=".eml,message/rfc822"
          className="tap w-full rounded-md border border-line-strong bg-sheet px-3 py-2"
          {...fieldAria('mailed-digest', { hint: HINT, required: true })}
        />
      </Field>
      <div>
        <button type="submit" className={buttonClass({ tone: 'secondary' })}>
          Read this mail
        </button>
      </div>
    </form>
  )
}
