import { z } from 'zod'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { id } from '../form-fields.ts'

const feedAddress = z.string({ error: 'Please paste the address of a feed.' }).transform((typed, context) => {
  const parsed = parseWebAddress(withoutFeedScheme(typed.trim()))
  if (parsed.ok) return parsed.url
  context.addIssue({ code: 'custom', message: parsed.error })
  return z.NEVER
})

/** "feed:https://..." and "feed://...": what some programs make of a feed's address. */
function withoutFeedScheme(typed: string): string {
  return typed.replace(/^feed:(?=https?:)/i, '').replace(/^feed:\/\//i, 'https://')
}

export const followSchema = z.object({ prospectId: id('a prospect') })
export const addFeedSchema = z.object({ prospectId: id('a prospect'), url: feedAddress })
export const feedIdSchema = z.object({ feedId: id('a feed') })
export const postIdSchema = z.object({ postId: id('a post') })

/** Everything from one place on the list on: what came in since it was drawn stays unread. */
export const markPostsSchema = z.object({
  upTo: z.iso.datetime({ error: 'Please load this page again.' }).transform((at) => new Date(at)),
  upToId: id('a place on the list'),
  prospectId: z
    .union([z.literal('').transform(() => null), z.uuid('Please load this page again.')])
    .optional()
    .transform((value) => value ?? null),
})

export type AddFeedInput = z.output<typeof addFeedSchema>
export type MarkPostsInput = z.output<typeof markPostsSchema>
