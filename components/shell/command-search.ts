/** One line of the command palette: a place to go to. */
export type CommandItem = { label: string; href: string; group: string; hint?: string; keywords?: string[] }

/**
 * The items that hold every word of the query, those whose label begins with it first. Accents and case do not matter.
 * An empty query keeps all, in their order.
 */
export function searchCommands(items: CommandItem[], query: string): CommandItem[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return items
  return items
    .map((item) => ({ item, rank: rankOf(item, words) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((left, right) => left.rank - right.rank)
    .map(({ item }) => item)
}

/** The items by group, groups in the order in which they first appear. */
export function groupCommands(items: CommandItem[]): [group: string, items: CommandItem[]][] {
  return [...Map.groupBy(items, (item) => item.group)]
}

const NO_MATCH = 3

function rankOf(item: CommandItem, words: string[]): number {
  const label = fold(item.label)
  const everything = fold([item.label, item.hint, ...(item.keywords ?? [])].join(' '))
  if (!words.every((word) => everything.includes(word))) return NO_MATCH
  if (label.startsWith(words.join(' '))) return 0
  return words.every((word) => label.includes(word)) ? 1 : 2
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}
