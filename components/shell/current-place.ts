/** A touch is of a prospect; checks and the press list belong to mentions; insights are opened from the work. */
const LIVES_WITH: [RegExp, string][] = [
  [/^(\/w\/[^/]+)\/touch(?=\/|$)/, '$1/prospects'],
  [/^(\/w\/[^/]+)\/(?:press|checks)(?=\/|$)/, '$1/mentions'],
  [/^(\/w\/[^/]+)\/insights(?=\/|$)/, '$1/contributions'],
]

/** The place a page belongs to: the longest of the places that is the page's address or begins it; undefined if none does. */
export function currentPlace(places: string[], address: string): string | undefined {
  const pathname = LIVES_WITH.reduce((path, [own, other]) => path.replace(own, other), address)
  return places
    .filter((place) => pathname === place || pathname.startsWith(`${place}/`))
    .sort((left, right) => right.length - left.length)[0]
}

/** The place one is in: the page itself, or somewhere below it. Null where no place fits. */
export type Here = { place: string; word: 'page' | 'true' } | null

export function hereIn(places: string[], pathname: string): Here {
  const place = currentPlace(places, pathname)
  return place === undefined ? null : { place, word: place === pathname ? 'page' : 'true' }
}
