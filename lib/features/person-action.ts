import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { currentPerson, type Person, peerAddress } from '#lib/server/session.ts'
import type { FormState } from './form-state.ts'
import { type Done, readFields, runCommand } from './workspace-action.ts'

/** Somebody at the door: when, and from which network address. */
export type Visit = { now: Date; peer: string }
/** Somebody signed in, outside any one workspace. */
export type PersonVisit = Visit & { person: Person }

/** The wrapper of actions that anybody may call: signing in, signing up, a reset. `where` names it in our logs. */
export function publicAction<Schema extends z.ZodType>(
  where: string,
  schema: Schema,
  command: (visit: Visit, input: z.output<Schema>) => Promise<Done>,
) {
  return async (_previous: FormState, formData: FormData): Promise<FormState> => {
    const visit = { now: new Date(), peer: await peerAddress() }
    return runCommand(where, schema, readFields(formData), (input) => command(visit, input))
  }
}

/** The wrapper of actions on one's own account. Signed out: to the sign-in page. */
export function personAction<Schema extends z.ZodType>(
  where: string,
  schema: Schema,
  command: (visit: PersonVisit, input: z.output<Schema>) => Promise<Done>,
) {
  return async (_previous: FormState, formData: FormData): Promise<FormState> => {
    const person = await currentPerson()
    if (!person) redirect('/sign-in')
    const visit = { now: new Date(), peer: await peerAddress(), person }
    return runCommand(where, schema, readFields(formData), (input) => command(visit, input))
  }
}
