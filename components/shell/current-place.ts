/** People have pages of their own, and are found among the prospects; checks and the press list belong to mentions. */
const LIVES_WITH: [RegExp, string][] = [
  [/^(\/w\/[^/]+)\/contacts(?=\/|$)/, '$1/prospects'],
  [/^(\/w\/[^/]+)\/touch(?=\/|$)/, '$1/prospects'],
  [/^(\/w\/[^/]+)\/(?:press|checks)(?=\/|$)/, '$1/mentions'],
]

/** The place a page belongs to: the longest of the places that is the page's address or begins it; undefined if none does. */
export function currentPlace(places: string[], address: string): string | undefined {
  const pathname = LIVES_WITH.reduce((path, [own, other]) => path.replace(own, other), address)
  return places
    .filter((place) => pathname === place || pathname.startsWith(`${place}/`))
    .sort((left, right) => right.length - left.length)[0]
}
