import type { PageExam } from './examine-page.ts'
import type { FoundLink } from './find-links.ts'
import type { LinkQuestion } from './link-question.ts'
import type { HopResult, Surroundings } from './surroundings.ts'
import { isSamePage, pageAddress } from './target-match.ts'

type TargetLink = FoundLink & { hop: HopResult | null }

/** What the links of a page come to. `isWhole`: the page was read to its end and is a page. */
export function linkFacts(
  question: LinkQuestion,
  exam: PageExam | null,
  around: Surroundings,
  isWhole: boolean,
  pageNofollow: boolean | null,
) {
  const links = targetLinks(exam, around)
  const isComplete = isWhole && exam !== null && !exam.isShell
  const best = links.find((link) => isFollowed(link) && pageNofollow !== true) ?? links[0] ?? null
  const hopsAreOpen =
    question.followHops === true &&
    (around.hopsLeftOut || around.hops.some(({ outcome }) => outcome === 'unknown'))
  if (best === null) {
    const noneDirectly = isComplete && !exam.scriptsNameTarget ? false : null
    const none = hopsAreOpen ? null : noneDirectly
    return {
      ...NO_LINK,
      linked: none,
      linkedDirectly: noneDirectly,
      viaRedirect: none,
      followed: none,
      linkCount: none === false ? 0 : null,
      targetUrlLinked: none,
    }
  }
  const directly = links.some(({ hop }) => hop === null)
  const viaRedirect = links.some(({ hop }) => hop !== null)
  const leadsTo = best.hop?.redirectTo ?? best.url
  const targetUrl = question.targetUrl ? URL.parse(question.targetUrl) : null
  return {
    linked: true,
    linkedDirectly: directly || (isComplete ? false : null),
    viaRedirect: viaRedirect || (hopsAreOpen ? null : false),
    redirectTo: best.hop?.redirectTo ?? null,
    linkCount: (exam?.linkCount ?? 0) + links.filter(({ hop }) => hop !== null).length,
    matchedHref: best.href,
    resolvedUrl: best.url,
    anchorText: best.anchorText,
    context: best.context,
    element: best.element,
    exactUrl: targetUrl ? pageAddress(new URL(leadsTo)) === pageAddress(targetUrl) : null,
    targetUrlLinked: targetUrl
      ? links.some((link) => isSamePage(link.hop?.redirectTo ?? link.url, targetUrl.href))
      : null,
    rel: best.rel,
    crawlable: best.crawlable,
    followed: followedOf(links, isComplete, pageNofollow),
    hidden: best.hidden,
    hopGooglebotAllowed: best.hop?.googlebotAllowed ?? null,
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
  const redirected = hops.flatMap((hop) => {
    const link =
      hop.outcome === 'target' ? exam.hopCandidates.find(({ order }) => order === hop.order) : undefined
    return link ? [{ ...link, hop }] : []
  })
  return [...direct, ...redirected].sort((a, b) => a.order - b.order)
}

function isFollowed(link: FoundLink): boolean {
  return link.crawlable && !link.qualified
}

/** A page-level nofollow is certain whatever else the page holds; that no link is followed only when all were seen. */
function followedOf(links: TargetLink[], isComplete: boolean, pageNofollow: boolean | null): boolean | null {
  if (pageNofollow === true) return false
  if (links.some(isFollowed)) return true
  return isComplete ? false : null
}
