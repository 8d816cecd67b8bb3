/** "24 Nov 2026, 14:03:20": versions may be seconds apart. */
export function versionTime(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(
    moment,
  )
}
