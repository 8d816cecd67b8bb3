import { hourOf } from '../local-date.ts'

/** Whole hours of a person's own clock, 0 to 23: from this one on, and until that one begins. */
export type QuietHours = { from: number; to: number }

/** Whether nothing is to come now. Hours may pass midnight; from an hour to the same hour is no time at all. */
export function isQuiet(now: Date, timeZone: string, quiet: QuietHours | null): boolean {
  return quiet !== null && isHourQuiet(hourOf(now, timeZone), quiet)
}

export function isHourQuiet(hour: number, { from, to }: QuietHours): boolean {
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to
}

/** As they are stored: two hours, or neither. */
export function quietHoursOf(from: number | null, to: number | null): QuietHours | null {
  return from === null || to === null || from === to ? null : { from, to }
}
