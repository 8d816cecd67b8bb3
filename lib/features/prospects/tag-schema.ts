import { z } from 'zod'
import { TAG_MAX_CHARACTERS } from '#lib/domain/tags.ts'
import { id, line, tick } from '../form-fields.ts'

export const renameTagSchema = z.object({
  tagId: id('a tag'),
  name: line('a name', { max: TAG_MAX_CHARACTERS })
    .transform((name) => name.replace(/^#+/, '').trim())
    .refine((name) => name !== '' && !/[,;]/.test(name), 'A tag is words without commas or semicolons.'),
  /** "Make them one": there is a tag of that name already. */
  merge: tick(),
})

export const oneTagSchema = z.object({ tagId: id('a tag') })

export type RenameTagInput = z.output<typeof renameTagSchema>
