/**
 * What a form knows after it was sent: whether it worked, what to say, what would fix it, and what was typed.
 * `errors` and `values` are keyed by field name. `values` never carries passwords or other secrets.
 */
export type FormState = {
  ok: boolean
  message?: string
  remedy?: string
  errors?: Record<string, string[]>
  values?: Record<string, string | string[]>
  /** When the action answered, in milliseconds since 1970. */
  at?: number
}

/** A server action as forms call it. */
export type FormAction = (previous: FormState, formData: FormData) => Promise<FormState>

/** The state of a form nobody has sent yet. */
export const untouchedForm: FormState = { ok: true }
