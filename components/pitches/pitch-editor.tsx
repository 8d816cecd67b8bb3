'use client'

import {
  startTransition,
  useActionState,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { FormMessage } from '#components/ui/form-message.tsx'
import { Panel } from '#components/ui/panel.tsx'
import type { VariableValues } from '#lib/domain/pitch-desk/pitch-variables.ts'
import { type DateReader, writeDate } from '#lib/domain/written-dates.ts'
import { type FormAction, untouchedForm } from '#lib/features/form-state.ts'
import type { ShelfBlock } from './block-shelf.tsx'
import { newestDraft, type StandingDraft } from './last-saved.ts'
import { LetterFields, wordsHint } from './letter-fields.tsx'
import { LetterTools } from './letter-tools.tsx'
import { ReadyPanel } from './ready-panel.tsx'
import type { RemedyWays } from './remedy-ways.ts'
import { SavingLine } from './saving-line.tsx'
import type { DraftTexts } from './send-draft.ts'
import { TwoTexts } from './two-texts.tsx'
import { isTextField, textIn, typedBefore } from './typed-before.ts'
import { useAutosave } from './use-autosave.ts'

type PitchEditorProps = {
  action: FormAction
  workspace: string
  home: string
  memberId: string
  /** Whose dates these are. */
  reader: DateReader
  mayOverrule: boolean
  isReadFirst: boolean
  limits: { maxWords: number; warnWords: number }
  blocks: readonly ShelfBlock[]
  values: VariableValues
  ways: RemedyWays
  /** As it was when the page was drawn. */
  pitch: StandingDraft
}

/**
 * The letter being written, saving itself, with what the gate says of it. Without scripts it is a plain form: "Save"
 * stores the text and shows the same problems, and a building block is put last.
 */
export function PitchEditor(props: PitchEditorProps) {
  const { action, workspace, home, reader, limits, pitch: brought } = props
  const [form, dispatch] = useActionState(action, untouchedForm)
  const [pitch] = useState(() => newestDraft(brought))
  const formRef = useRef<HTMLFormElement>(null)
  const letterRef = useRef<HTMLTextAreaElement>(null)
  const wasInLetter = useRef(false)
  const twoTextsRef = useRef<HTMLDivElement>(null)
  const kept = (name: string) => (typeof form.values?.[name] === 'string' ? form.values[name] : undefined)
  const drawn = { subject: kept('subject') ?? pitch.subject, body: kept('body') ?? pitch.body }
  const [typed, setTyped] = useState<DraftTexts>(drawn)
  const show = useCallback((texts: DraftTexts) => {
    for (const name of ['subject', 'body'] as const) {
      const field = formRef.current?.elements.namedItem(name)
      if (isTextField(field) && field.value !== texts[name]) field.value = texts[name]
    }
    setTyped({ subject: texts.subject, body: texts.body })
  }, [])
  const draft = useAutosave({
    ...{ url: `${home}/pitches/${pitch.id}/draft`, memberId: props.memberId, formRef, start: pitch, show },
  })

  const { keeper, state } = draft

  // Drawn anew, the page may bring a text that was saved while it was drawn the first time.
  useEffect(() => {
    const { revision, subject, body, savedAt } = brought
    keeper.current?.hear({ revision, subject, body, savedAt: savedAt.toISOString() })
  }, [brought, keeper])

  // The page was drawn anew: another note or address was chosen, and the gate has been asked again.
  const judgedBefore = useRef(brought.problems)
  useEffect(() => {
    if (judgedBefore.current === brought.problems) return
    judgedBefore.current = brought.problems
    keeper.current?.judge(brought.problems)
  }, [brought.problems, keeper])

  // Taking the page over, React sets fields back to what the server sent. What was typed before that is read first,
  // while it still stands there, and put back at once: later it would write over what is typed meanwhile.
  const [early] = useState(() => typedBefore(pitch.id))
  const isTyped = useRef(false)
  useLayoutEffect(() => {
    for (const [name, text] of Object.entries(early)) {
      const field = formRef.current?.elements.namedItem(name)
      if (!isTextField(field)) continue
      if (field.value !== text) field.value = text
      isTyped.current ||= text !== field.defaultValue
    }
  }, [early])
  useEffect(() => {
    const form = formRef.current
    if (!form) return
    setTyped({ subject: textIn(form, 'subject'), body: textIn(form, 'body') })
    if (isTyped.current) keeper.current?.onTyping()
  }, [keeper])

  async function submit(event: React.SubmitEvent<HTMLFormElement>) {
    // Pressed before the keeper is there: the form goes as it does without scripts, and no press is lost.
    if (!keeper.current) return
    event.preventDefault()
    const submitter = event.nativeEvent.submitter
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : 'save'
    const isSaved = await keeper.current.saveNow('save')
    if (!isSaved) twoTextsRef.current?.focus()
    if (!isSaved || intent === 'save' || !formRef.current) return
    const data = new FormData(formRef.current)
    data.set('intent', intent)
    data.set('revision', String(keeper.current?.revision()))
    startTransition(() => dispatch(data))
  }

  function saveByKey(event: React.KeyboardEvent) {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    keeper.current?.saveNow('save')
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
      {/* Enter in the subject presses a form's first button: it saves, and neither puts a block in nor marks anything as ready. */}
      <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden>
        Save
      </button>
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="pitchId" value={pitch.id} />
      <input type="hidden" name="revision" value={pitch.revision} />
      {form.message ? <FormMessage ok={form.ok} message={form.message} remedy={form.remedy} /> : null}
      <Panel>
        <div className="flex flex-col gap-5">
          <LetterFields
            drawn={drawn}
            typed={typed}
            errors={form.errors}
            letterRef={letterRef}
            onType={(change) => {
              setTyped((before) => ({ ...before, ...change }))
              isTyped.current = true
              keeper.current?.onTyping()
            }}
            onCursor={() => {
              wasInLetter.current = true
            }}
          />
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <SavingLine state={state} reader={reader} />
            <p className="text-sm text-ink-soft">{wordsHint(typed.body, limits)}</p>
          </div>
          {draft.foundAt !== null && state.kind !== 'conflict' ? (
            <p role="status" className="text-sm text-ink-soft">
              Words that were typed here {writeDate(draft.foundAt, 'medium-minutes', reader)} and never saved
              are back in their place.
            </p>
          ) : null}
          {state.kind === 'conflict' ? (
            <TwoTexts state={state} mine={typed} reader={reader} choose={keeper} ref={twoTextsRef} />
          ) : null}
          {state.kind === 'refused' ? (
            <FormMessage ok={false} message={`Not saved: ${state.message}`} remedy={state.remedy} />
          ) : null}
          <LetterTools
            home={home}
            body={typed.body}
            blocks={props.blocks}
            values={props.values}
            letterRef={letterRef}
            wasInLetter={wasInLetter}
          />
        </div>
      </Panel>
      <ReadyPanel
        problems={draft.problems}
        ways={props.ways}
        mayOverrule={props.mayOverrule}
        isReadFirst={props.isReadFirst}
        errors={form.errors?.overruleReason}
        kept={kept('overruleReason')}
      />
    </form>
  )
}
