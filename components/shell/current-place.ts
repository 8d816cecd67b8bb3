/** The place a page belongs to: the longest of the places that is the page's address or begins it; undefined if none does. */
export function currentPlace(places: string[], pathname: string): string | undefined {
  return places
    .filter((place) => pathname === place || pathname.startsWith(`${place}/`))
    .sort((left, right) => right.length - left.length)[0]
}
