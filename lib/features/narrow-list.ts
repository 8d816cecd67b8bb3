/** Part of a list: so many of its first rows, or only those with these ids, where they stand on it at all. */
export type NarrowList = { take?: number; only?: readonly string[] }

/** As a condition on the id; nothing where the whole list is meant. */
export function onlyThese({ only }: NarrowList): { id?: { in: string[] } } {
  return only ? { id: { in: [...only] } } : {}
}
