import type { PageExam } from './examine-page.ts'
import type { FoundLink } from './find-links.ts'
import type { LinkQuestion } from './link-question.ts'
import type { HopResult, Surroundings } from './surroundings.ts'
import { pageAddress, samePageAs } from './target-match.ts'

export type TargetLink = FoundLink & { hop: HopResult | null }

/** `cameWhole`: the body was read to its end. `isPage`: and it is the page, with a status that says so. */
type Reading = { cameWhole: boolean; isPage: boolean }

/** What the links of a page come to, and the best of them. Of a page that was cut, only what more of it cannot change is told. */
export function linkFacts(
  question: LinkQuestion,
  exam: PageExam | null,
  around: Surroundings,
  { cameWhole, isPage }: Reading,
) {
  const links = targetLinks(exam, around)
  const pageNofollow = exam?.rules.nofollow || (cameWhole ? false : null)
  const best = links.find((link) => isFollowed(link) && pageNofollow !== true) ?? links[0] ?? null
  const openHops = openHopsOf(question, exam, around)
  // Neither a cut, nor a script, nor a link that could not be followed leaves room for another link.
  const isAll = isPage && exam !== null && !exam.isShell && openHops === 'none'
  const noneDirectly = isPage && exam !== null && !exam.isShell && !exam.scriptsNameTarget ? false : null
  if (best === null) {
    const none = openHops === 'none' ? noneDirectly : null
    return {
      best,
      facts: {
        ...NO_LINK,
        linked: none,
        linkedDirectly: noneDirectly,
        viaRedirect: none,
        followed: none,
        linkCount: none === false ? 0 : null,
        targetUrlLinked: none,
      },
    }
  }
  const mayPrecede = openHops === 'earlier' ? 'any' : (exam?.mayPrecede ?? 'any')
  const isBest = bestIsSettled(links, openHops, mayPrecede, cameWhole)
  const leadsTo = best.hop?.redirectTo ?? best.url
  const { targetUrl } = question
  return {
    best,
    facts: {
      linked: true,
      linkedDirectly: links.some(({ hop }) => hop === null) || noneDirectly,
      viaRedirect: links.some(({ hop }) => hop !== null) || (isAll ? false : null),
      redirectTo: best.hop?.redirectTo ?? null,
      linkCount: cameWhole && openHops === 'none' ? countOf(exam, links) : null,
      matchedHref: best.href,
      resolvedUrl: best.url,
      anchorText: best.anchorText,
      context: best.context,
      element: best.element,
      exactUrl: targetUrl && isBest ? isExactly(targetUrl, leadsTo) : null,
      targetUrlLinked: targetUrl ? leadsToTargetUrl(targetUrl, exam, links) || (isAll ? false : null) : null,
      rel: best.rel,
      crawlable: crawlableOf(best, links, isBest, mayPrecede, pageNofollow),
      followed: followedOf(links, isAll, pageNofollow),
      hidden: cameWhole && isBest ? best.hidden : null,
      hopGooglebotAllowed: best.hop?.googlebotAllowed ?? null,
    },
  }
}

const NO_LINK = {
  redirectTo: null,
  matchedHref: null,
  resolvedUrl: null,
  anchorText: null,
  context: null,
  element: null,
  exactUrl: null,
  rel: null,
  crawlable: null,
  hidden: null,
  hopGooglebotAllowed: null,
}

/** Direct links and those a redirector leads to a target, in the order of the page. */
function targetLinks(exam: PageExam | null, { hops }: Surroundings): TargetLink[] {
  if (exam === null) return []
  const direct = exam.links.map((link) => ({ ...link, hop: null }))
  const found = new Map(hops.filter(({ outcome }) => outcome === 'target').map((hop) => [hop.order, hop]))
  const redirected = exam.hopCandidates.flatMap((link) => {
    const hop = found.get(link.order)
    return hop ? [{ ...link, hop }] : []
  })
  return [...direct, ...redirected].sort((a, b) => a.order - b.order)
}

/** Whether there are links elsewhere nobody knows the end of, and whether they stand before the first link known. */
type OpenHops = 'none' | 'later' | 'earlier'

function openHopsOf(question: LinkQuestion, exam: PageExam | null, around: Surroundings): OpenHops {
  if (question.followHops !== true) return 'none'
  if (around.hopsLeftOut || exam?.hopsLeftOut) return 'earlier'
  const open = around.hops.filter(({ outcome }) => outcome === 'unknown')
  if (open.length === 0) return 'none'
  const first = targetLinks(exam, around)[0]
  return first && open.every(({ order }) => order > first.order) ? 'later' : 'earlier'
}

/** More of the page, or of the hops, cannot make another link the best: it is all, or the first is also one that may be followed. */
function bestIsSettled(
  links: TargetLink[],
  openHops: OpenHops,
  mayPrecede: PageExam['mayPrecede'],
  cameWhole: boolean,
): boolean {
  if (cameWhole && openHops === 'none') return true
  return mayPrecede === 'none' && links[0] !== undefined && isFollowed(links[0])
}

/** The best link is the first that may be followed, which is crawlable, or else the first of all. */
function crawlableOf(
  best: TargetLink,
  links: TargetLink[],
  isBest: boolean,
  mayPrecede: PageExam['mayPrecede'],
  pageNofollow: boolean | null,
): boolean | null {
  if (isBest) return best.crawlable
  const isFollowedOne = isFollowed(best) && pageNofollow === false
  const firstIsCrawlable = mayPrecede !== 'any' && links[0]?.crawlable === true
  return isFollowedOne || firstIsCrawlable ? true : null
}

function countOf(exam: PageExam | null, links: TargetLink[]): number {
  const redirected = links.filter(({ hop }) => hop !== null)
  return (exam?.linkCount ?? 0) + redirected.reduce((sum, { count }) => sum + count, 0)
}

function isExactly(targetUrl: string, leadsTo: string): boolean | null {
  const url = URL.parse(targetUrl)
  return url ? pageAddress(new URL(leadsTo)) === pageAddress(url) : null
}

function leadsToTargetUrl(targetUrl: string, exam: PageExam | null, links: TargetLink[]): boolean {
  const isTargetUrl = samePageAs(targetUrl)
  return (
    exam?.leadsToTargetUrl === true || links.some(({ hop }) => hop?.redirectTo && isTargetUrl(hop.redirectTo))
  )
}

function isFollowed(link: FoundLink): boolean {
  return link.crawlable && !link.qualified
}

/** A page-level nofollow is certain whatever else the page holds; that there is none, only when all of it was seen. */
function followedOf(links: TargetLink[], isAll: boolean, pageNofollow: boolean | null): boolean | null {
  if (pageNofollow === true) return false
  if (links.some(isFollowed)) return pageNofollow === false ? true : null
  return isAll ? false : null
}
