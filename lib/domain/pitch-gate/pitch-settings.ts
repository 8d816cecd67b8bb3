import { CADENCE } from '../follow-up-cadence.ts'

export type PitchSettings = {
  maxFollowUps: number
  dailyCap: number
  coolingOffDays: number
  maxWords: number
  warnWords: number
}

/** FACTS.md, section 6. Limits can be tightened, not loosened. */
export const PITCH_SETTING_BOUNDS: Readonly<
  Record<keyof PitchSettings, { default: number; min: number; max: number; whole: boolean }>
> = {
  maxFollowUps: { ...CADENCE.maxFollowUps, whole: true },
  dailyCap: { default: 15, min: 0, max: 15, whole: true },
  coolingOffDays: { default: 90, min: 90, max: 36_500, whole: false },
  maxWords: { default: 200, min: 1, max: 200, whole: true },
  warnWords: { default: 120, min: 1, max: 120, whole: true },
}

/** The limits that hold, given what is asked for: a looser or senseless value counts as the default. */
export function settingsThatHold(asked: Partial<Record<keyof PitchSettings, number | null>>): PitchSettings {
  return {
    maxFollowUps: held('maxFollowUps', asked.maxFollowUps),
    dailyCap: held('dailyCap', asked.dailyCap),
    coolingOffDays: held('coolingOffDays', asked.coolingOffDays),
    maxWords: held('maxWords', asked.maxWords),
    warnWords: held('warnWords', asked.warnWords),
  }
}

function held(name: keyof PitchSettings, value: number | null | undefined): number {
  const bounds = PITCH_SETTING_BOUNDS[name]
  if (typeof value !== 'number' || !Number.isFinite(value)) return bounds.default
  if (bounds.whole && !Number.isInteger(value)) return bounds.default
  return value >= bounds.min && value <= bounds.max ? value : bounds.default
}
