'use server'

import { workspaceAction } from '../workspace-action.ts'
import { pastePage, recordReadingNote, retryFetch, startReading } from './reading-commands.ts'
import { noteIdSchema, pasteSchema, readingNoteSchema, startReadingSchema } from './reading-schema.ts'

export const startReadingAction = workspaceAction(
  'reading.write',
  startReadingSchema,
  async (scope, input) => {
    const { noteId } = await startReading(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/reading/${noteId}` }
  },
)

export const recordReadingNoteAction = workspaceAction(
  'reading.write',
  readingNoteSchema,
  async (scope, input) => {
    await recordReadingNote(scope, input)
    return { message: 'Saved.' }
  },
)

export const pastePageAction = workspaceAction('reading.write', pasteSchema, async (scope, input) => {
  await pastePage(scope, input)
  return { message: 'Kept, and marked as pasted.' }
})

export const retryFetchAction = workspaceAction('reading.write', noteIdSchema, async (scope, input) => {
  await retryFetch(scope, input)
  return {}
})
