import { makePromise } from '#lib/features/ledger/promise-commands.ts'
import { promiseSchema } from '#lib/features/ledger/promise-schema.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type Ground = { prospect: { id: string }; contact: { id: string } }

/** What we owe a person since yesterday; `extra` says what is otherwise. @returns its id */
export async function aPromise(scope: WorkspaceScope, ground: Ground, extra: Record<string, string> = {}) {
  const { promiseId } = await makePromise(
    scope,
    promiseSchema.parse({
      ...{ prospectId: ground.prospect.id, contactId: ground.contact.id },
      ...{ whose: 'ours', words: 'Send the sizes', dueOn: '2026-03-03', ...extra },
    }),
  )
  return promiseId
}
