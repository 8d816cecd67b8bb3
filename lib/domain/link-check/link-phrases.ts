import type { LinkFacts } from './link-facts.ts'

/** A page of ours that is in trouble now, and may not be tomorrow, is worth a word and no more. */
export function targetWords({ targetStatus }: LinkFacts): string {
  return targetStatus !== null && targetStatus >= 500
    ? `; the page of yours it leads to answered ${targetStatus} this time`
    : ''
}

export function destination(facts: LinkFacts): string {
  return facts.redirectTo ?? facts.resolvedUrl ?? 'the target'
}

export function linkWords(facts: LinkFacts): string {
  // How many there are is known only of a page that was read to its end.
  const { linkCount } = facts
  const what = linkCount === null ? 'A link' : linkCount > 1 ? `${linkCount} links, the best one` : 'One link'
  const text = facts.anchorText ? ` with the text "${facts.anchorText}"` : ''
  return `${what}${text}${facts.redirectTo ? `, through a redirect to ${facts.redirectTo}` : ''}`
}

export function indexWords({ indexable, googlebotAllowed, canonicalElsewhere }: LinkFacts): string {
  if (indexable === true) return 'the page is indexable'
  if (canonicalElsewhere === true) return 'the page names another one as canonical'
  return googlebotAllowed === null
    ? 'robots.txt could not be read'
    : 'whether the page is indexable is not certain'
}

export function elementWords({ element }: LinkFacts): string {
  if (element === 'area') return 'an area of an image map'
  return element === 'svg-a' ? 'an SVG link' : 'of another kind'
}

export function whyNotIndexable({ noindex, googlebotAllowed, httpStatus }: LinkFacts): string {
  const reasons = [
    noindex === true ? 'noindex' : '',
    googlebotAllowed === false ? 'robots.txt forbids Googlebot' : '',
    httpStatus !== null && (httpStatus < 200 || httpStatus >= 300) ? `it answers ${httpStatus}` : '',
  ].filter(Boolean)
  return reasons.join(', ')
}

export function qualifierWords({ rel, pageNofollow }: LinkFacts): string {
  const own = (rel ?? []).filter((token) => token === 'nofollow' || token === 'sponsored' || token === 'ugc')
  return [
    own.length > 0 ? `rel="${own.join(' ')}"` : '',
    pageNofollow === true ? 'nofollow for the whole page' : '',
  ]
    .filter(Boolean)
    .join(', ')
}
