'use client'

import { type ReactNode, useRef } from 'react'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import type { ReadingVerdicts } from '#lib/domain/reading-verdict.ts'
import { recordReadingNoteAction } from '#lib/features/reading/reading-actions.ts'
import { DraftLine } from './draft-line.tsx'
import { QuotePicker } from './quote-picker.tsx'
import { type NoteText, useNoteDraft } from './use-note-draft.ts'
import { VerdictLine } from './verdict-line.tsx'

type NoteFormProps = {
  workspace: string
  note: NoteText & { id: string }
  /** As of the last save; null while there is no page to hold the note against. */
  verdicts: ReadingVerdicts | null
  /** Which passages are marked in the text beside the form. */
  marked: { quote: boolean; gap: boolean }
  /** More buttons beside Save. */
  actions?: ReactNode
}

/** The note beside the post: each field with what the page says to it, at every save and, with scripts, while typing. */
export function NoteForm({ workspace, note, verdicts: saved, marked, actions }: NoteFormProps) {
  const fields = useRef<HTMLDivElement>(null)
  const { state, weighed, typed, letGo } = useNoteDraft(`/w/${workspace}/reading/${note.id}/draft`)
  const isAhead =
    weighed !== null && (weighed.text.quote.trim() !== note.quote || weighed.text.gap.trim() !== note.gap)
  const verdicts = isAhead ? weighed.verdicts : saved

  function takeAsQuote(words: string) {
    const quote = fieldOf(fields.current, 'quote')
    if (!quote) return
    quote.value = words
    quote.dispatchEvent(new Event('input', { bubbles: true }))
  }

  return (
    <div onSubmit={letGo}>
      <ActionForm
        action={recordReadingNoteAction}
        hidden={{ workspace, noteId: note.id }}
        label="Reading note"
      >
        <div ref={fields} onInput={() => typed(textOf(fields.current))} className="flex flex-col gap-6">
          <div className="flex flex-col gap-2">
            <TextAreaField
              name="quote"
              label="A quote, word for word"
              hint="Four words or more, as they stand in the post."
              defaultValue={note.quote}
              serif
              rows={3}
              required
              dir="auto"
            />
            {saved ? <QuotePicker onPick={takeAsQuote} /> : null}
            <div role="status">
              {verdicts ? (
                <VerdictLine
                  verdict={verdicts.quote}
                  whenEmpty="Select words in the post, or copy them here."
                  isMarked={!isAhead && marked.quote}
                  onUse={takeAsQuote}
                />
              ) : (
                <p className="text-sm text-ink-soft">
                  We look for it on the page as soon as the page is here.
                </p>
              )}
            </div>
          </div>
          <TextAreaField
            name="struck"
            label="What struck you"
            hint="In your own words. It is where your letter begins."
            defaultValue={note.struck}
            serif
            rows={4}
            required
            dir="auto"
          />
          <div className="flex flex-col gap-2">
            <TextAreaField
              name="gap"
              label="What it lacks"
              hint="Something a reader would miss and you can help with, like “no repair kit”."
              defaultValue={note.gap}
              rows={2}
              className="min-h-16!"
              dir="auto"
            />
            <div role="status">
              {verdicts ? (
                <VerdictLine
                  verdict={verdicts.gap}
                  whenEmpty="We look for it on the whole page."
                  isMarked={!isAhead && marked.gap}
                />
              ) : null}
            </div>
          </div>
        </div>
        <div className="border-line bg-sheet max-lg:contents lg:sticky lg:bottom-0 lg:-mx-6 lg:-mb-5 lg:border-t lg:px-6 lg:py-3">
          <FormActions>
            <SubmitButton pendingLabel="Saving">Save note</SubmitButton>
            {actions}
            <DraftLine state={state} />
          </FormActions>
        </div>
      </ActionForm>
    </div>
  )
}

function textOf(container: HTMLElement | null): NoteText {
  return {
    quote: wordsIn(container, 'quote'),
    struck: wordsIn(container, 'struck'),
    gap: wordsIn(container, 'gap'),
  }
}

function wordsIn(container: HTMLElement | null, name: string): string {
  return fieldOf(container, name)?.value ?? ''
}

function fieldOf(container: HTMLElement | null, name: string): HTMLTextAreaElement | null {
  return container?.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`) ?? null
}
