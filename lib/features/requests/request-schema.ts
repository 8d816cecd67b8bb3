import { z } from 'zod'
import { ANSWER_WAYS, REQUEST_ENDINGS } from '#lib/domain/requests/request-states.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { choice, id, line, optionalId, optionalLine, optionalText, text } from '../form-fields.ts'
import { cursorFields } from '../page-cursor.ts'

/** A digest of a hundred requests fits; what is longer is no digest. */
export const DIGEST_MAX_CHARACTERS = 250_000
export const ANSWER_MAX_CHARACTERS = 20_000
export const CONDITIONS_MAX = 25
/** A text that nothing was kept of is forgotten by itself after so many days. */
export const DIGEST_KEPT_DAYS = 30

export const takeDigestSchema = z.object({ text: text('what you got', { max: DIGEST_MAX_CHARACTERS }) })

/** What a person may put right about a request, as one form for one request has it. */
const said = {
  outlet: optionalLine(300),
  journalist: optionalLine(300),
  replyTo: optionalLine(500),
  topic: line('what it is about', { max: 300 }),
  deadlineWords: optionalLine(300),
}

export const changeRequestSchema = z.object({
  requestId: id('a request'),
  ...said,
  question: optionalText(20_000),
  /** One on a line. */
  conditions: optionalText(12_000),
})

/** One form for many: each part's fields end in its number. A part without a topic takes its first words. */
const partFields = z.object({ ...said, topic: optionalLine(300) })
const PART = /^(?:0|[1-9]\d{0,3})$/
const KEPT_AT_ONCE = 500

export const keepRequestsSchema = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((form, context) => {
    const digestId = z.uuid().safeParse(form.digestId)
    const asked = form.keep ?? []
    const ticked = (Array.isArray(asked) ? asked : [asked])
      .filter((part) => PART.test(part))
      .slice(0, KEPT_AT_ONCE)
    if (!digestId.success)
      context.addIssue({ code: 'custom', path: ['digestId'], message: 'Please choose a digest.' })
    if (ticked.length === 0)
      context.addIssue({ code: 'custom', path: ['keep'], message: 'Please tick what you want to keep.' })
    const parts = ticked.flatMap((part) => {
      const of = (name: string) => form[`${name}-${part}`]
      const fields = {
        ...{ outlet: of('outlet'), journalist: of('journalist'), replyTo: of('replyTo'), topic: of('topic') },
        deadlineWords: of('deadlineWords'),
      }
      const read = partFields.safeParse(fields)
      if (read.success) return [{ part: Number(part), ...read.data }]
      for (const issue of read.error.issues)
        context.addIssue({
          code: 'custom',
          path: [`${String(issue.path[0])}-${part}`],
          message: issue.message,
        })
      return []
    })
    if (context.issues.length > 0 || !digestId.success) return z.NEVER
    return { digestId: digestId.data, parts }
  })

export const digestIdSchema = z.object({ digestId: id('a digest') })

export const requestIdSchema = z.object({ requestId: id('a request') })

export const chooseSiteSchema = z.object({ requestId: id('a request'), siteId: id('a site') })

export const tickSchema = z.object({
  requestId: id('a request'),
  condition: z.string().regex(/^[0-9a-f]{64}$/, 'Please choose a condition.'),
  answer: choice(['met', 'unmet', 'open'], 'whether you meet it'),
  factId: optionalId(),
  evidence: optionalText(2_000),
})

export const saveAnswerSchema = z.object({
  requestId: id('a request'),
  revision: z.coerce.number().int().min(1),
  subject: optionalLine(300),
  body: z.string().max(ANSWER_MAX_CHARACTERS, 'That is more than anybody reads.').default(''),
})

export const sentSchema = z.object({
  requestId: id('a request'),
  revision: z.coerce.number().int().min(1),
  via: choice(ANSWER_WAYS, 'how it went'),
  overruleReason: optionalText(2_000),
})

export const noteAnsweredSchema = z.object({
  requestId: id('a request'),
  words: optionalText(ANSWER_MAX_CHARACTERS),
})

export const closeRequestSchema = z.object({
  requestId: id('a request'),
  reason: choice(REQUEST_ENDINGS, 'how it ended'),
})

export const foundPageSchema = z.object({
  requestId: id('a request'),
  url: z.string({ error: 'Please paste the address of the page.' }).transform((typed, context) => {
    const parsed = parseWebAddress(typed)
    if (parsed.ok) return parsed.url
    context.addIssue({ code: 'custom', message: parsed.error })
    return z.NEVER
  }),
})

export const tieOutletSchema = z.object({
  requestId: id('a request'),
  /** Empty: it is no outlet of ours after all. */
  prospectId: optionalId(),
  contactId: optionalId(),
})

export const addOutletSchema = z.object({
  requestId: id('a request'),
  name: line('a name', { max: 200 }),
  address: z.string({ error: 'Please give the address of their site.' }),
})

export const REQUEST_SHOWS = ['open', 'late', 'answered', 'closed', 'all'] as const
export type RequestShow = (typeof REQUEST_SHOWS)[number]

export const listRequestsSchema = z.object({
  show: z.enum(REQUEST_SHOWS).catch('open'),
  site: z.uuid().nullable().catch(null),
  q: z.string().max(200).catch(''),
  ...cursorFields,
})
export type RequestFilters = z.output<typeof listRequestsSchema>
export type ChangeRequestInput = z.output<typeof changeRequestSchema>
export type KeepRequestsInput = z.output<typeof keepRequestsSchema>
