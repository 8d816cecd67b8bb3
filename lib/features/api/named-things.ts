import type { CustomNoun } from '#lib/domain/custom-fields.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { listCustomFields } from '../prospects/custom-field-queries.ts'
import { getOf, type NounToRead } from './api-noun.ts'
import { BadFields } from './bad-fields.ts'

/** @throws BadFields for what is not there, or not for this token */
export async function requireSeen(
  sees: Readonly<Record<string, NounToRead>>,
  body: Readonly<Record<string, unknown>>,
  scope: WorkspaceScope,
) {
  for (const [name, noun] of Object.entries(sees)) {
    const named = body[name]
    if (typeof named !== 'string' || named === '') continue
    await getOf(noun, scope, named).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error
      throw new BadFields([{ field: name, message: 'That is not here.' }])
    })
  }
}

/** A form asks for the fields there are; a program may name one that is not. @throws BadFields */
export async function requireKnownFields(noun: CustomNoun, custom: unknown, scope: WorkspaceScope) {
  const named = Object.keys(custom ?? {})
  if (named.length === 0) return
  const known = new Set((await listCustomFields(scope, noun)).flatMap(({ id, key }) => [id, key]))
  const unknown = named.filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new BadFields(
    unknown.map((name) => ({
      field: `custom.${name.slice(0, 80)}`,
      message: 'There is no such field here.',
    })),
  )
}
