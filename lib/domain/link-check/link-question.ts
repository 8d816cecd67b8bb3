import { z } from 'zod'
import { MENTION_PROVENANCES } from '../mention-provenance.ts'
import { asciiHost } from './target-match.ts'

const target = z.object({
  domain: z
    .string()
    .min(1)
    .refine((domain) => asciiHost(domain) !== null, 'This is no domain.'),
  includeSubdomains: z.boolean().optional().default(false),
})
export type LinkTarget = z.input<typeof target>

/** What is asked of one page: does it link to one of `targets`, does it name one of `brands`? */
export const linkQuestion = z.object({
  url: z.string(),
  targets: z.array(target),
  /** The page of ours one hoped to see linked, if that was asked for. */
  targetUrl: z.string().nullish(),
  brands: z
    .array(z.string())
    .nullish()
    .transform((brands) => brands ?? []),
  followHops: z.boolean().nullish(),
  previously: z.literal('linked').nullish(),
  /** A person says that the page is about us. */
  saidAboutUs: z.boolean().nullish(),
  provenance: z.enum(MENTION_PROVENANCES).nullish(),
})
export type LinkQuestion = z.input<typeof linkQuestion>
