export const PROSPECT_COLUMNS = [
  'kind',
  'stage',
  'tags',
  'owner',
  'people',
  'touch',
  'next',
  'mentions',
  'links',
  'country',
  'language',
  'added',
] as const
export type ProspectColumn = (typeof PROSPECT_COLUMNS)[number]
/** A column, or a field of the workspace's own, as "f.<key>". */
export type ChosenColumn = ProspectColumn | `f.${string}`

export const PROSPECT_COLUMN_LABELS: Readonly<Record<ProspectColumn, string>> = {
  kind: 'Kind',
  stage: 'Stage',
  tags: 'Tags',
  owner: 'Looked after by',
  people: 'People',
  touch: 'Last touch',
  next: 'Next touch',
  mentions: 'Mentions',
  links: 'Links',
  country: 'Country',
  language: 'Language',
  added: 'Added',
}

const USUAL: readonly ProspectColumn[] = ['kind', 'stage', 'owner', 'touch', 'added']
const MOST_COLUMNS = 20

/** The columns an address names, in its order; none where it names none that are known. */
export function parseColumns(text: string): ChosenColumn[] {
  const names = text.split(',').map((name) => name.trim())
  const known = names.filter((name): name is ChosenColumn => isColumn(name))
  return [...new Set(known)].slice(0, MOST_COLUMNS)
}

/** The columns a list shows: those chosen, else the usual ones. The name always comes first. */
export function columnsShown(chosen: readonly ChosenColumn[]): readonly ChosenColumn[] {
  return chosen.length > 0 ? chosen : USUAL
}

function isColumn(name: string): boolean {
  return PROSPECT_COLUMNS.some((known) => known === name) || /^f\.[^,]{1,50}$/.test(name)
}
