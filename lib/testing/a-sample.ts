import { KEEP_SENTENCE, TELL_SENTENCE } from '#lib/domain/samples/sample-words.ts'
import { addItem } from '#lib/features/samples/item-commands.ts'
import { addItemSchema } from '#lib/features/samples/item-schema.ts'
import { offerSample } from '#lib/features/samples/sample-commands.ts'
import { offerSampleSchema } from '#lib/features/samples/sample-schema.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

export const GOOD_WORDS = `${KEEP_SENTENCE} ${TELL_SENTENCE}`

/** Something to give away, of a Site that is there. */
export async function anItem(scope: WorkspaceScope, siteId: string, more: Record<string, string> = {}) {
  const input = { siteId, name: 'Anchor bag', cost: '24.50', currency: 'EUR', stock: '3', ...more }
  return (await addItem(scope, addItemSchema.parse(input))).itemId
}

/** Somebody at an outlet, straight into the table. */
export async function somebodyAt(scope: WorkspaceScope, prospectId: string, name = 'Ida') {
  const { workspaceId, now } = scope
  const { id } = await database().contact.create({
    data: { workspaceId, name, createdAt: now, updatedAt: now },
  })
  await database().affiliation.create({ data: { workspaceId, prospectId, contactId: id } })
  return id
}

/** An offer with words that may go out. */
export async function anOffer(
  scope: WorkspaceScope,
  to: { itemId: string; prospectId: string; contactId: string },
  more: Record<string, string> = {},
) {
  const input = offerSampleSchema.parse({ ...to, words: GOOD_WORDS, ...more })
  return (await offerSample(scope, input)).sampleId
}
