import { z } from 'zod'
import { id, line, tick } from '../form-fields.ts'

export const saveViewSchema = z.object({
  name: line('a name', { max: 60 }),
  /** The list's own address, the part after "?". */
  query: z.string().max(4_000).optional().default(''),
  isShared: tick(),
})

export const changeViewSchema = saveViewSchema.extend({ viewId: id('a view') })

export const oneViewSchema = z.object({ viewId: id('a view') })

export type SaveViewInput = z.output<typeof saveViewSchema>
export type ChangeViewInput = z.output<typeof changeViewSchema>
