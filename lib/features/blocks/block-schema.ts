import { z } from 'zod'
import { BLOCK_KINDS } from '#lib/domain/pitch-desk/building-blocks.ts'
import { choice, id, line, optionalId, text } from '../form-fields.ts'

export const BLOCK_NAME_MAX_CHARACTERS = 60
/** A signature with a long address fits; the words are counted by lib/domain/pitch-desk/building-blocks.ts. */
export const BLOCK_TEXT_MAX_CHARACTERS = 1_000
export const BLOCKS_MAX = 200
/** A removed one may be brought back for as long as anything lies in the trash. */
export const BLOCK_KEPT_DAYS = 30

const written = {
  name: line('a name', { max: BLOCK_NAME_MAX_CHARACTERS }),
  text: text('the words', { max: BLOCK_TEXT_MAX_CHARACTERS }),
  /** Empty: for letters of every Site. */
  siteId: optionalId(),
  whose: choice(['everybody', 'mine'], 'whose it is'),
}

export const addBlockSchema = z.object({ kind: choice(BLOCK_KINDS, 'a kind'), ...written })
export const changeBlockSchema = z.object({ blockId: id('a building block'), ...written })
export const blockIdSchema = z.object({ blockId: id('a building block') })

export type AddBlockInput = z.output<typeof addBlockSchema>
export type ChangeBlockInput = z.output<typeof changeBlockSchema>
