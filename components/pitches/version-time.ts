import { written } from '#components/ui/written.ts'

/** "24 Nov 2026, 14:03:20": versions may be seconds apart. */
export function versionTime(moment: Date, timeZone: string): string {
  return written(moment, 'medium-seconds', timeZone)
}
