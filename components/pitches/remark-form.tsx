'use client'

import { useRef } from 'react'
import { ActionForm } from '#components/ui/action-form.tsx'
import { firstOf, useFormField } from '#components/ui/form-context.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { addRemarkAction } from '#lib/features/pitches/remark-actions.ts'
import { type PickedWords, WordsPicker } from './words-picker.tsx'

type RemarkFormProps = {
  workspace: string
  pitchId: string
  revision: number
  /** New for each page drawn: what is pressed twice is said once. */
  once: string
}

/** Something to say about words of the letter: selected in it, or typed as they stand there. */
export function RemarkForm({ workspace, pitchId, revision, once }: RemarkFormProps) {
  const fields = useRef<HTMLDivElement>(null)

  function take({ part, position, quote }: PickedWords) {
    write(fields.current, 'quote', quote)
    write(fields.current, 'part', part)
    write(fields.current, 'position', String(position))
    fields.current?.querySelector<HTMLTextAreaElement>('textarea[name="text"]')?.focus()
  }

  return (
    <ActionForm
      action={addRemarkAction}
      hidden={{ workspace, pitchId, revision, once }}
      label="A remark on the letter"
      className="gap-4!"
    >
      <div ref={fields} className="flex flex-col gap-4">
        <div className="flex flex-col gap-2">
          <TextAreaField
            name="quote"
            label="The words you mean"
            hint="Select them in the letter, or type them as they stand there."
            rows={2}
            className="min-h-16!"
            serif
            required
            dir="auto"
          />
          <WordsPicker onPick={take} />
        </div>
        <PlaceFields />
        <TextAreaField
          name="text"
          label="What you have to say about them"
          rows={3}
          className="min-h-16!"
          required
          dir="auto"
        />
      </div>
      <div>
        <SubmitButton tone="secondary" pendingLabel="Saying it">
          Say it
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

/** Where the words were selected. Typed words are looked for. */
function PlaceFields() {
  const part = useFormField('part')
  const position = useFormField('position')
  return (
    <>
      <input key={part.key} type="hidden" name="part" defaultValue={firstOf(part.kept) ?? 'body'} />
      <input key={position.key} type="hidden" name="position" defaultValue={firstOf(position.kept) ?? ''} />
    </>
  )
}

function write(container: HTMLElement | null, name: string, value: string) {
  const field = container?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)
  if (field) field.value = value
}
