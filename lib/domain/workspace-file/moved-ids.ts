const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Old id in, new id out; the same for the same, whatever the table. */
export type NewId = (id: string) => string

/** Exchanges every id in a text, or anywhere in what was JSON. */
export function withNewIds(value: unknown, newId: NewId): unknown {
  if (typeof value === 'string') return value.replace(ID, newId)
  if (Array.isArray(value)) return value.map((inner) => withNewIds(inner, newId))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.replace(ID, newId), withNewIds(inner, newId)]),
  )
}

/**
 * A new id that keeps the old one's place in time (its first 60 bits), so that lists in the order of ids stay as they
 * were. The rest comes from `hash`: 16 hexadecimal digits that nobody else can foresee.
 */
export function idInPlaceOf(id: string, hash: string): string {
  const digits = id.replaceAll('-', '')
  const variant = '89ab'[Number.parseInt(hash.charAt(0), 16) % 4]
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `7${digits.slice(13, 16)}`,
    `${variant}${hash.slice(1, 4)}`,
    hash.slice(4, 16),
  ]
  return parts.join('-')
}
