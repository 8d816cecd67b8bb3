import { z } from 'zod'
import { isApiScope } from '#lib/domain/api/api-scopes.ts'
import { TOKEN_DAYS } from '#lib/domain/api/token-life.ts'
import { choice, id, line } from '../form-fields.ts'

/** More living tokens than anybody can keep an eye on are a mistake. */
export const TOKENS_MAX = 20
const CHOICES_MAX = 500

const ticked = () =>
  z.array(z.string().refine(isApiScope, 'That is not in the list.')).max(CHOICES_MAX).optional().default([])

export const makeTokenSchema = z
  .object({
    name: line('what the token is for', { max: 80 }),
    days: choice(TOKEN_DAYS, 'how long it may live'),
    reads: ticked(),
    writes: ticked(),
    /** None ticked: all that the person may see. */
    siteIds: z.array(z.uuid('Please choose from the list.')).max(CHOICES_MAX).optional().default([]),
  })
  .transform(({ reads, writes, ...input }, context) => {
    const scopes = [...new Set([...reads, ...writes])]
    if (scopes.length > 0) return { ...input, scopes }
    context.addIssue({ code: 'custom', path: ['reads'], message: 'Please tick what it may do.' })
    return z.NEVER
  })

export const oneTokenSchema = z.object({ tokenId: id('a token') })

export type MakeTokenInput = z.output<typeof makeTokenSchema>
