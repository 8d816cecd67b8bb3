'use client'

import { unstable_rethrow } from 'next/navigation'
import {
  type ReactNode,
  type Ref,
  type RefObject,
  useActionState,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type FormAction, type FormState, untouchedForm } from '#lib/features/form-state.ts'
import { classNames } from './class-names.ts'
import { FormContext, fieldId } from './form-context.tsx'
import { FormMessage } from './form-message.tsx'

type ActionFormProps = {
  action: FormAction
  children?: ReactNode
  /** Lets a button elsewhere send this form: `<SubmitButton form="trash-12">`. Also the prefix of its field ids. */
  id?: string
  /** Values that go along unseen. */
  hidden?: Record<string, string | number | undefined>
  className?: string
  /** What the form is for, where no heading says it. */
  label?: string
}

/**
 * A form bound to a server action. It works before scripts load: the page then comes back whole, with the same message, the
 * same field errors and what was typed. With scripts, the focus goes to the message when something is refused.
 */
export function ActionForm({ action, children, id, hidden, className, label }: ActionFormProps) {
  const formRef = useRef<HTMLFormElement>(null)
  const typedSince = useRef(new Map<string, string>())
  const safeAction = useMemo(() => keepWhatWasTyped(action, typedSince), [action])
  const [state, formAction] = useActionState(onServer ? action : safeAction, untouchedForm)
  const turn = useTurn(state)
  const generatedId = useId()
  const formId = id ?? generatedId
  const messageRef = useRef<HTMLDivElement>(null)

  // Fields begin anew with every answer. Who went on typing while a refused form was on its way goes on from there.
  useLayoutEffect(() => {
    const typed = [...typedSince.current]
    typedSince.current.clear()
    if (state.ok) return
    for (const [name, value] of typed) putBack(formRef.current?.elements.namedItem(name), value)
  }, [state])

  useEffect(() => {
    if (state.ok) messageRef.current?.scrollIntoView({ block: 'nearest' })
    else messageRef.current?.focus()
  }, [state])

  return (
    <FormContext value={useMemo(() => ({ state, formId, turn }), [state, formId, turn])}>
      <form
        ref={formRef}
        id={id}
        action={formAction}
        noValidate
        aria-label={label}
        onInput={({ target }) => {
          if (isText(target)) typedSince.current.set(target.name, target.value)
        }}
      >
        {Object.entries(hidden ?? {}).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <FormAnswer state={state} formId={formId} messageRef={messageRef} spaced={children !== undefined} />
        <div className={classNames('flex flex-col gap-6', className)}>{children}</div>
      </form>
    </FormContext>
  )
}

/** The row of buttons that ends a form. */
export function FormActions({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-2 max-sm:flex-col max-sm:items-stretch">{children}</div>
  )
}

type FormAnswerProps = {
  state: FormState
  formId: string
  messageRef: Ref<HTMLDivElement>
  spaced: boolean
}

function FormAnswer({ state, formId, messageRef, spaced }: FormAnswerProps) {
  const errors = Object.entries(state.errors ?? {}).filter(([, [first]]) => first && first !== state.message)
  const message = state.message ?? (errors.length > 0 ? 'Some of this needs another look.' : undefined)
  const answer = message ? (
    <FormMessage ok={state.ok} message={message} remedy={state.remedy} ref={messageRef}>
      {errors.length > 0 ? <ErrorLinks errors={errors} formId={formId} /> : null}
    </FormMessage>
  ) : null
  // The status region is there before its words are; otherwise nobody reads them out.
  return (
    <div className={spaced && answer ? 'mb-6' : undefined}>
      <div role="status">{state.ok ? answer : null}</div>
      {state.ok ? null : answer}
    </div>
  )
}

function ErrorLinks({ errors, formId }: { errors: [name: string, messages: string[]][]; formId: string }) {
  return (
    <ul className="mt-1 flex flex-col">
      {errors.map(([name, [first]]) => (
        <li key={name}>
          <a href={`#${fieldId(formId, name)}`} className="ink-link">
            {first}
          </a>
        </li>
      ))}
    </ul>
  )
}

const onServer = typeof window === 'undefined'

/**
 * In the browser a lost connection or a bug must not take the typed text away with it, so both become an answer. On the server
 * the action itself is handed to React: only a real server action can be posted without scripts.
 */
function keepWhatWasTyped(action: FormAction, typedSince: RefObject<Map<string, string>>): FormAction {
  return async (previous, formData) => {
    typedSince.current.clear()
    try {
      return await action(previous, formData)
    } catch (error) {
      unstable_rethrow(error)
      return { ok: false, ...wordsFor(error), values: textOf(formData) }
    }
  }
}

const TEXT_TYPES = new Set(['text', 'email', 'url', 'tel', 'search', 'number', 'date', 'time'])

function isText(target: unknown): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && TEXT_TYPES.has(target.type)
}

/** As if it were typed, for whatever else listens to the field. */
function putBack(field: unknown, value: string) {
  if (!isText(field) || field.value === value) return
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

function wordsFor(error: unknown): { message: string; remedy: string } {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  if (digest) {
    return {
      message: 'Something went wrong on our side, and nothing was saved.',
      remedy: `What you typed is still here. If it happens again, tell us this number: ${digest}`,
    }
  }
  return {
    message: 'We could not reach the server, so nothing was saved.',
    remedy: 'What you typed is still here. Check your connection and try again.',
  }
}

function textOf(formData: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const [name, value] of formData) {
    if (typeof value === 'string' && !name.startsWith('$ACTION'))
      values[name] = [...(values[name] ?? []), value]
  }
  return values
}

/** How often the state has changed; counted while rendering, so that fields never show one frame of the old turn. */
function useTurn(state: FormState): number {
  const [seen, setSeen] = useState({ state, turn: 0 })
  if (seen.state === state) return seen.turn
  setSeen({ state, turn: seen.turn + 1 })
  return seen.turn + 1
}
