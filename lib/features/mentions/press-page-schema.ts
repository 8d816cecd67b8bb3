import { z } from 'zod'
import { id, optionalLine, optionalText, tick } from '../form-fields.ts'

const NAME_CHARACTERS = 40

/** `name`: how its address begins, in letters, digits and hyphens; empty where it is not to say whose it is. */
export const openPressPageSchema = z.object({
  siteId: id('a site'),
  name: z
    .string()
    .optional()
    .default('')
    .transform((typed) =>
      typed
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, '-'),
    )
    .pipe(
      z
        .string()
        .max(NAME_CHARACTERS, `Please keep this under ${NAME_CHARACTERS} characters.`)
        .regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/, 'Letters from a to z, digits and hyphens, please.'),
    ),
  intro: optionalText(2_000),
  isFindable: tick(),
})

export const pressPageSchema = z.object({ siteId: id('a site') })

/** How one mention stands on the press page. */
export const onPressSchema = z.object({
  mentionId: id('a mention'),
  title: optionalLine(200),
  isOff: tick(),
})

export type OpenPressPageInput = z.output<typeof openPressPageSchema>
export type OnPressInput = z.output<typeof onPressSchema>
