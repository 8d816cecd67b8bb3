import { z } from 'zod'
import { LIMIT_NAMES, type LimitName, type LimitsAsked, whyNotLimit } from '#lib/domain/workspace-limits.ts'

/** A number as typed; nothing means as it is by itself. */
function limit(name: LimitName) {
  return z
    .string()
    .optional()
    .transform((typed) => typed?.trim() || null)
    .pipe(
      z
        .string()
        .regex(/^\d{1,5}$/, 'Please give a whole number, or leave it empty.')
        .transform((typed, context) => {
          const why = whyNotLimit(name, Number(typed))
          if (why !== null) context.addIssue({ code: 'custom', message: why })
          return Number(typed)
        })
        .nullable(),
    )
}

type Fields = { [Name in LimitName]: ReturnType<typeof limit> }

export const limitsSchema = z.object(
  Object.fromEntries(LIMIT_NAMES.map((name) => [name, limit(name)])) as Fields,
) satisfies z.ZodType<LimitsAsked>
