import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import type { z } from 'zod'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { type Action, can, ROLE_LABELS } from '#lib/domain/roles.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { FormState } from './form-state.ts'
import { findWorkspaceScope } from './workspaces/require-workspace.ts'

/**
 * What a command answers to a form: words to show, or where to go next. A form that stays on its page says words: going to
 * the page one is on draws it from nothing, and whatever is being typed in another form there is lost.
 */
export type Done = { message?: string; goTo?: string } | undefined

/**
 * The one wrapper of every action under /w/: finds the workspace (form field `workspace`, its slug), asks the role,
 * reads the fields by the schema, runs the command, and turns what it says into something a form can show.
 * Files of actions are bindings made with it; an `if` belongs in the command.
 */
export function workspaceAction<Schema extends z.ZodType>(
  action: Action,
  schema: Schema,
  command: (scope: WorkspaceScope, input: z.output<Schema>) => Promise<Done>,
) {
  return async (_previous: FormState, formData: FormData): Promise<FormState> => {
    const scope = await findWorkspaceScope(String(formData.get('workspace') ?? ''))
    if (!scope) notFound()
    const values = readFields(formData)
    if (!can(scope.role, action, scope.grants)) {
      return refused(
        values,
        `As a ${ROLE_LABELS[scope.role].label.toLowerCase()} you cannot do this here.`,
        'Ask an owner of this workspace.',
      )
    }
    return runCommand(action, schema, values, (input) => command(scope, input))
  }
}

/** The part that actions outside a workspace (signing in, one's own account) share with those inside. */
export async function runCommand<Schema extends z.ZodType>(
  where: string,
  schema: Schema,
  values: Record<string, string | string[]>,
  command: (input: z.output<Schema>) => Promise<Done>,
): Promise<FormState> {
  const parsed = schema.safeParse(values)
  if (!parsed.success) {
    return { ...refused(values, 'Please look at the marked fields.'), errors: fieldErrors(parsed.error) }
  }
  let done: Done
  try {
    done = await command(parsed.data)
  } catch (error) {
    if (error instanceof NotFound) notFound()
    if (error instanceof Refusal) {
      const errors = error.field ? { [error.field]: [error.message] } : undefined
      return { ...refused(values, error.message, error.remedy), errors }
    }
    const id = reportBug(error, where)
    return refused(
      values,
      'Something went wrong on our side, and nothing was changed.',
      `Try again. If it happens again, tell whoever runs this server: error ${id}.`,
    )
  }
  if (done?.goTo) redirect(done.goTo)
  refresh()
  return { ok: true, message: done?.message, at: Date.now() }
}

/** Form fields as text; a name that ends in [] is always a list. Uploaded files and Next's own fields are left out. */
export function readFields(formData: FormData): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {}
  for (const name of new Set(formData.keys())) {
    if (name.startsWith('$')) continue
    const texts = formData
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .map(withoutNul)
    if (name.endsWith('[]')) fields[name.slice(0, -2)] = texts
    else if (texts[0] !== undefined) fields[name] = texts[0]
  }
  return fields
}

/** PostgreSQL cannot store U+0000, and nobody means to type it. Line ends as browsers send them (CRLF) become LF. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '').replaceAll('\r\n', '\n')
}

function refused(values: Record<string, string | string[]>, message: string, remedy?: string): FormState {
  const shown = Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)))
  return { ok: false, message, remedy, values: shown, at: Date.now() }
}

function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const errors: Record<string, string[]> = {}
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '')
    errors[field] ??= []
    errors[field].push(issue.message)
  }
  return errors
}
