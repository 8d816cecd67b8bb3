import { z } from 'zod'
import { OWN_PAGE_STATES } from '#lib/domain/own-page.ts'
import { choice, id } from '../form-fields.ts'

export const ownPageIdSchema = z.object({ ownPageId: id('a page') })

/** `state` is the one the person had before their eyes: a newer one stays news. */
export const acknowledgeOwnPageSchema = z.object({
  ownPageId: id('a page'),
  state: choice(OWN_PAGE_STATES, 'what was seen'),
})

export type AcknowledgeOwnPageInput = z.output<typeof acknowledgeOwnPageSchema>
