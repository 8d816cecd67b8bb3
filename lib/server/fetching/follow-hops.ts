import type { FoundLink } from '#lib/domain/link-check/find-links.ts'
import { LOOKS_LIKE_REDIRECTOR } from '#lib/domain/link-check/hop-likelihood.ts'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import { GOOGLEBOT, robotsAllow } from '#lib/domain/link-check/robots-answer.ts'
import type { HopResult } from '#lib/domain/link-check/surroundings.ts'
import { isHttp, pageAddress, targetMatcher } from '#lib/domain/link-check/target-match.ts'
import { refusedAddress } from './address-guard.ts'
import type { Deadline } from './deadline.ts'
import type { FetchPageOptions } from './fetch-page.ts'
import { stepFrom, type Unknown } from './hop-step.ts'
import type { HostPace } from './host-pace.ts'
import type { RobotsFiles } from './robots-files.ts'

const HOPS_FOLLOWED_MAX = 60
/** To different hosts; one host is asked one thing at a time. */
const HOPS_AT_ONCE = 6
const HOP_TIMEOUT_MS = 8_000
const STEPS_MAX = 10

export type HopStep = { url: string; status: number | null }
/** One link elsewhere that was followed: the addresses asked, in order, each with its status. `why` it is not known where it leads. */
export type FollowedHop = HopResult & { url: string; steps: HopStep[]; why: Unknown | null }
type HopEnd = Pick<FollowedHop, 'outcome' | 'redirectTo' | 'why'>

export type HopOptions = FetchPageOptions & { pace: HostPace; obeyRobots?: boolean }

/**
 * Follows links elsewhere, the likeliest redirectors first, until each leads to a target or ends somewhere else. What
 * was not reached before the deadline is `leftOut`.
 */
export async function followHops(
  question: LinkQuestion,
  candidates: FoundLink[],
  robots: RobotsFiles,
  options: HopOptions,
  deadline: Deadline,
): Promise<{ hops: FollowedHop[]; leftOut: boolean }> {
  const groups = [...Map.groupBy(candidates, ({ url }) => pageAddress(new URL(url))).values()]
  const waiting = groups.slice(0, HOPS_FOLLOWED_MAX)
  let leftOut = groups.length > waiting.length
  const hops: FollowedHop[] = []
  const lane = async () => {
    for (let links = waiting.shift(); links; links = waiting.shift()) {
      const [first] = links
      if (!first) continue
      const hop = await followHop(question, first, robots, options, deadline)
      if (hop.why === 'not-reached') leftOut = true
      // A plain link elsewhere that does not answer is a dead link, not a redirector nobody could follow.
      const isOpen =
        hop.why === 'script' || links.some(({ likelihood }) => likelihood >= LOOKS_LIKE_REDIRECTOR)
      if (hop.outcome !== 'unknown' || isOpen) hops.push(...links.map(({ order }) => ({ ...hop, order })))
    }
  }
  await Promise.all(Array.from({ length: Math.min(HOPS_AT_ONCE, waiting.length) }, lane))
  return { hops, leftOut }
}

async function followHop(
  question: LinkQuestion,
  link: FoundLink,
  robots: RobotsFiles,
  options: HopOptions,
  whole: Deadline,
): Promise<FollowedHop> {
  const deadline = whole.within(HOP_TIMEOUT_MS)
  const steps: HopStep[] = []
  const asking = { deadline, pace: options.pace }
  const mayFetch = options.obeyRobots ? (url: URL) => robots.mayWeOpen(url, asking) : undefined
  try {
    const end = await endOf(question, link, steps, { ...options, mayFetch }, deadline)
    return {
      order: link.order,
      url: link.url,
      steps,
      ...end,
      why: end.outcome === 'unknown' && whole.isOver ? 'not-reached' : end.why,
      googlebotAllowed: end.outcome === 'target' ? await googlebotMayFollow(steps, robots, asking) : null,
    }
  } finally {
    deadline.end()
  }
}

async function endOf(
  question: LinkQuestion,
  link: FoundLink,
  steps: HopStep[],
  options: HopOptions,
  deadline: Deadline,
): Promise<HopEnd> {
  const isTarget = targetMatcher(question.targets)
  let url = new URL(link.url)
  while (steps.length <= STEPS_MAX) {
    const address = pageAddress(url)
    if (refusedAddress(url) !== null || steps.some((step) => step.url === address)) return ELSEWHERE
    const { status, next, why } = await stepFrom(new URL(address), options, deadline)
    steps.push({ url: address, status })
    if (next === null) return why === null ? ELSEWHERE : { outcome: 'unknown', redirectTo: null, why }
    if (isTarget(next)) return { outcome: 'target', redirectTo: next.href, why: null }
    if (!isHttp(next)) return ELSEWHERE
    url = next
  }
  return ELSEWHERE
}

const ELSEWHERE: HopEnd = { outcome: 'elsewhere', redirectTo: null, why: null }

async function googlebotMayFollow(
  steps: HopStep[],
  robots: RobotsFiles,
  asking: { deadline: Deadline; pace: HostPace },
): Promise<boolean | null> {
  const answers = await Promise.all(
    steps.map(async ({ url }) => robotsAllow(await robots.answerFor(url, asking), GOOGLEBOT, url)),
  )
  if (answers.includes(false)) return false
  return answers.includes(null) ? null : true
}
