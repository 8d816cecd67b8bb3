/** More zones than there are; only odd spellings could make more. */
const MOST_ZONES = 1_000

/**
 * A way to write dates, made once for each zone: making one takes a hundred times as long as using it, and a list writes
 * hundreds of dates. A zone nobody knows counts as UTC.
 */
export function zoneFormats(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): (timeZone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (timeZone) => {
    const known = made.get(timeZone)
    if (known) return known
    if (made.size >= MOST_ZONES) made.clear()
    const format = formatIn(locale, options, timeZone)
    made.set(timeZone, format)
    return format
  }
}

function formatIn(locale: string, options: Intl.DateTimeFormatOptions, timeZone: string) {
  try {
    // An empty zone would be the server's own.
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: timeZone || 'UTC' })
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  }
}
