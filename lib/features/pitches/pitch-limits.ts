import { z } from 'zod'
import { cadenceOf } from '#lib/domain/follow-up-cadence.ts'
import { LIMIT_NAMES, type LimitsAsked, whyNotLimit } from '#lib/domain/workspace-limits.ts'

const limit = z.number().int().optional().catch(undefined)

const limitsSchema = z
  .object({
    maxFollowUps: limit,
    afterWorkingDays: limit,
    silenceClosesAfterDays: limit,
    dailyCap: limit,
    coolingOffDays: limit,
    maxWords: limit,
    warnWords: limit,
  })
  .catch({})

/**
 * The limits a workspace set for itself. The gate and the cadence take looser or senseless values as the default, so
 * nothing here judges them.
 */
export function pitchLimits(settings: unknown) {
  const limits = limitsSchema.parse(settings)
  return { limits, cadence: cadenceOf(limits) }
}

/** The same for whoever looks at them: null where nothing was asked for, or nothing that holds. */
export function limitsAsked(settings: unknown): LimitsAsked {
  const { limits } = pitchLimits(settings)
  return Object.fromEntries(
    LIMIT_NAMES.map((name) => {
      const asked = limits[name]
      return [name, asked !== undefined && whyNotLimit(name, asked) === null ? asked : null]
    }),
  ) as LimitsAsked
}
