const NAMES: Readonly<Record<string, string>> = {
  USA: 'US',
  'UNITED STATES': 'US',
  'UNITED STATES OF AMERICA': 'US',
  AMERICA: 'US',
  CAN: 'CA',
  CANADA: 'CA',
  NZL: 'NZ',
  'NEW ZEALAND': 'NZ',
  AOTEAROA: 'NZ',
  AUS: 'AU',
  AUSTRALIA: 'AU',
}

/** Two letters for a country that asks something of us; from the end of the address where nobody noted one. */
export function countryOf(contact: { country: string | null; address: string | null }): string | null {
  const noted = contact.country?.trim().toUpperCase().replaceAll('.', '') ?? ''
  if (noted !== '') return NAMES[noted] ?? noted
  return /\.(us|ca|nz|au)>?$/i.exec(contact.address?.trim() ?? '')?.[1]?.toUpperCase() ?? null
}
