'use client'

import { startTransition, useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { TextArea, TextInput } from '#components/ui/text-input.tsx'
import { countWords } from '#lib/domain/text/words.ts'
import { type FormAction, untouchedForm } from '#lib/features/form-state.ts'
import { newestDraft, type StandingDraft } from './last-saved.ts'
import { ReadyPanel } from './ready-panel.tsx'
import { SavingLine } from './saving-line.tsx'
import { isTextField, textIn, typedBefore } from './typed-before.ts'
import { useAutosave } from './use-autosave.ts'

type PitchEditorProps = {
  action: FormAction
  workspace: string
  home: string
  timeZone: string
  mayOverrule: boolean
  maxWords: number
  /** As it was when the page was drawn. */
  pitch: StandingDraft
}

const SUBJECT_GOOD = { from: 30, to: 60 }

/**
 * The letter being written, saving itself, with what the gate says of it. Without scripts it is a plain form: "Save"
 * stores the text and shows the same problems.
 */
export function PitchEditor({
  action,
  workspace,
  home,
  timeZone,
  mayOverrule,
  maxWords,
  pitch: brought,
}: PitchEditorProps) {
  const [form, dispatch] = useActionState(action, untouchedForm)
  const [pitch] = useState(() => newestDraft(brought))
  const formRef = useRef<HTMLFormElement>(null)
  const kept = (name: string) => (typeof form.values?.[name] === 'string' ? form.values[name] : undefined)
  const [subject, setSubject] = useState(kept('subject') ?? pitch.subject)
  const [body, setBody] = useState(kept('body') ?? pitch.body)
  const url = `${home}/pitches/${pitch.id}/draft`
  const draft = useAutosave(url, formRef, pitch)

  // The page was drawn anew: another note or address was chosen, and the gate has been asked again.
  const [seen, setSeen] = useState(brought.problems)
  if (seen !== brought.problems) {
    setSeen(brought.problems)
    draft.setProblems(brought.problems)
  }

  // Taking the page over, React sets fields back to what the server sent. What was typed before that is read first,
  // while it still stands there, and put back.
  const [early] = useState(() => typedBefore(pitch.id))
  const { onTyping } = draft
  useEffect(() => {
    const form = formRef.current
    if (!form) return
    let isTyped = false
    for (const [name, text] of Object.entries(early)) {
      const field = form.elements.namedItem(name)
      if (!isTextField(field)) continue
      if (field.value !== text) field.value = text
      isTyped ||= text !== field.defaultValue
    }
    setSubject(textIn(form, 'subject'))
    setBody(textIn(form, 'body'))
    if (isTyped) onTyping()
  }, [early, onTyping])

  async function submit(event: React.SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const submitter = event.nativeEvent.submitter
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : 'save'
    const isSaved = await draft.saveNow('save')
    if (!isSaved || intent === 'save' || !formRef.current) return
    const data = new FormData(formRef.current)
    data.set('intent', intent)
    data.set('revision', String(draft.revision.current))
    startTransition(() => dispatch(data))
  }

  function saveByKey(event: React.KeyboardEvent) {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    draft.saveNow('save')
  }

  return (
    <form
      ref={formRef}
      action={dispatch}
      onSubmit={submit}
      onKeyDown={saveByKey}
      noValidate
      data-pitch={pitch.id}
      aria-label="The pitch"
      className="flex flex-col gap-6"
    >
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="pitchId" value={pitch.id} />
      <input type="hidden" name="revision" value={pitch.revision} />
      {form.message ? <FormMessage ok={form.ok} message={form.message} remedy={form.remedy} /> : null}
      <Panel>
        <div className="flex flex-col gap-5">
          <Field
            id="pitch-subject"
            label="Subject"
            required
            errors={form.errors?.subject}
            hint={subjectHint(subject)}
          >
            <TextInput
              name="subject"
              dir="auto"
              autoComplete="off"
              defaultValue={kept('subject') ?? pitch.subject}
              onInput={(event) => {
                setSubject(event.currentTarget.value)
                draft.onTyping()
              }}
              {...fieldAria('pitch-subject', { hint: true, errors: form.errors?.subject })}
            />
          </Field>
          <Field id="pitch-body" label="Letter" required errors={form.errors?.body}>
            <TextArea
              name="body"
              serif
              rows={16}
              dir="auto"
              className="min-h-96! px-4 py-3 sm:px-6 sm:py-5"
              defaultValue={kept('body') ?? pitch.body}
              onInput={(event) => {
                setBody(event.currentTarget.value)
                draft.onTyping()
              }}
              {...fieldAria('pitch-body', { errors: form.errors?.body })}
            />
          </Field>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <SavingLine state={draft.state} timeZone={timeZone} />
            <p className="text-sm text-ink-soft">{wordsHint(body, maxWords)}</p>
          </div>
          {draft.state.kind === 'conflict' ? (
            <FormMessage
              ok={false}
              message={draft.state.message}
              remedy="What you typed is still here, and the other text is kept among the versions."
            >
              <div className="mt-3 flex flex-wrap gap-2">
                <Button onClick={draft.keepMine}>Keep mine</Button>
                <a
                  href={`${home}/pitches/${pitch.id}/revisions`}
                  target="_blank"
                  rel="noreferrer"
                  className="ink-link tap inline-flex items-center px-2"
                >
                  See the other text
                </a>
                <a
                  href={`${home}/pitches/${pitch.id}`}
                  className="ink-link tap inline-flex items-center px-2"
                >
                  Take the other text
                </a>
              </div>
            </FormMessage>
          ) : null}
          {draft.state.kind === 'refused' ? (
            <FormMessage
              ok={false}
              message={`Not saved: ${draft.state.message}`}
              remedy={draft.state.remedy}
            />
          ) : null}
        </div>
      </Panel>
      <ReadyPanel
        problems={draft.problems}
        mayOverrule={mayOverrule}
        errors={form.errors?.overruleReason}
        kept={kept('overruleReason')}
      />
    </form>
  )
}

function subjectHint(subject: string): string {
  const { from, to } = SUBJECT_GOOD
  const length = [...subject.trim()].length
  if (length === 0) return `Between ${from} and ${to} characters read well.`
  const where = length < from ? 'a little short' : length > to ? 'long: phones cut it off' : 'a good length'
  return `${length} characters, ${where}.`
}

function wordsHint(body: string, maxWords: number): string {
  const words = countWords(body)
  return `${words} ${words === 1 ? 'word' : 'words'} in all. Short ones get read; ${maxWords} is the most.`
}
