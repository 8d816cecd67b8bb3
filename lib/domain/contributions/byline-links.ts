import { isSamePage } from '../link-check/target-match.ts'

export type BylineStanding = 'there' | 'not-there' | 'cannot-tell'

/** What the newest telling look at the page knows of its links. */
export type PageLinks = {
  /** There is a link to the Site: true, false, or nobody can tell. */
  linked: boolean | null
  /** Where the best one leads. */
  leadsTo: readonly (string | null)[]
  /** Every link of the page, where it is still kept and was read whole. */
  all: readonly string[] | null
}

export const BYLINE_WORDS: Readonly<
  Record<BylineStanding, { label: string; tone: 'good' | 'careful' | 'unknown' }>
> = {
  there: { label: 'The byline link is there', tone: 'good' },
  'not-there': { label: 'The byline link is not there', tone: 'careful' },
  'cannot-tell': { label: 'Cannot tell from the last look', tone: 'unknown' },
}

/** Of each address they agreed to link: whether the page does. Null stands for a page nobody has looked at. */
export function bylineStandings(
  agreed: readonly string[],
  page: PageLinks | null,
): { url: string; standing: BylineStanding }[] {
  return agreed.map((url) => ({ url, standing: page ? standingOf(url, page) : 'cannot-tell' }))
}

function standingOf(url: string, { linked, leadsTo, all }: PageLinks): BylineStanding {
  if (leadsTo.some((address) => address !== null && isSamePage(address, url))) return 'there'
  if (all?.some((address) => isSamePage(address, url))) return 'there'
  if (linked === false || (linked !== null && all)) return 'not-there'
  return 'cannot-tell'
}
