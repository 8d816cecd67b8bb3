import type { ChoiceGroup } from '#components/ui/select.tsx'

/** Every time zone there is, by region; each city in its own words. `also` stays in the list even if it has gone out of use. */
export function timeZoneChoices(also?: string | null): ChoiceGroup[] {
  const zones = new Set(['UTC', ...(also ? [also] : []), ...Intl.supportedValuesOf('timeZone')])
  const regions = Map.groupBy(zones, (zone) =>
    zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'Everywhere',
  )
  return [...regions].map(([region, members]) => ({
    label: region,
    choices: members.map((zone) => ({ value: zone, label: cityOf(zone) })),
  }))
}

/** "Europe/Oslo" is "Oslo"; "America/Argentina/Salta" is "Argentina, Salta". */
function cityOf(zone: string): string {
  return zone
    .slice(zone.indexOf('/') + 1)
    .replaceAll('/', ', ')
    .replaceAll('_', ' ')
}
