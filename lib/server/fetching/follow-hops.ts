import type { FoundLink } from '#lib/domain/link-check/find-links.ts'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import { GOOGLEBOT, robotsAllow } from '#lib/domain/link-check/robots-answer.ts'
import type { HopResult } from '#lib/domain/link-check/surroundings.ts'
import { isHttp, pageAddress, targetMatcher } from '#lib/domain/link-check/target-match.ts'
import { refusedAddress } from './address-guard.ts'
import { exchange } from './exchange.ts'
import { type FetchPageOptions, fetchOnce, locationOf } from './fetch-page.ts'
import type { RobotsFiles } from './robots-files.ts'

const HOPS_FOLLOWED_MAX = 25
const HOPS_AT_ONCE = 4
const HOP_TIMEOUT_MS = 6_000
const ALL_HOPS_TIMEOUT_MS = 20_000
const HOP_MAX_BYTES = 500_000
const STEPS_MAX = 10
/** From this likelihood on, a link that was not followed leaves the answer open. */
const LOOKS_LIKE_REDIRECTOR = 2

/** Follows links elsewhere, the likeliest redirectors first, until each leads to a target or ends somewhere else. */
export async function followHops(
  question: LinkQuestion,
  candidates: FoundLink[],
  robots: RobotsFiles,
  options: FetchPageOptions,
): Promise<{ hops: HopResult[]; leftOut: boolean }> {
  const followed = candidates.slice(0, HOPS_FOLLOWED_MAX)
  const deadline = AbortSignal.timeout(
    Math.min(ALL_HOPS_TIMEOUT_MS, (options.timeoutMs ?? ALL_HOPS_TIMEOUT_MS) * 2),
  )
  const hops: HopResult[] = []
  const waiting = [...followed]
  const worker = async () => {
    for (let link = waiting.shift(); link; link = waiting.shift()) {
      const hop = await followHop(question, link, robots, options, deadline)
      // A plain link elsewhere that does not answer is a dead link, not a redirector nobody could follow.
      if (hop.outcome !== 'unknown' || link.likelihood >= LOOKS_LIKE_REDIRECTOR) hops.push(hop)
    }
  }
  await Promise.all(Array.from({ length: HOPS_AT_ONCE }, worker))
  return {
    hops,
    leftOut: candidates
      .slice(HOPS_FOLLOWED_MAX)
      .some(({ likelihood }) => likelihood >= LOOKS_LIKE_REDIRECTOR),
  }
}

async function followHop(
  question: LinkQuestion,
  link: FoundLink,
  robots: RobotsFiles,
  options: FetchPageOptions,
  deadline: AbortSignal,
): Promise<HopResult> {
  const isTarget = targetMatcher(question.targets)
  const signal = AbortSignal.any([
    deadline,
    AbortSignal.timeout(Math.min(HOP_TIMEOUT_MS, options.timeoutMs ?? HOP_TIMEOUT_MS)),
  ])
  const passed: string[] = []
  const end = (outcome: HopResult['outcome']): HopResult => ({
    order: link.order,
    outcome,
    redirectTo: null,
    googlebotAllowed: null,
  })
  let url = new URL(link.url)
  for (let step = 0; step <= STEPS_MAX; step += 1) {
    const address = pageAddress(url)
    if (refusedAddress(url) !== null || passed.includes(address)) return end('elsewhere')
    passed.push(address)
    const next = await stepFrom(new URL(address), options, signal)
    if (next === 'unknown' || next === 'nowhere') return end(next === 'unknown' ? 'unknown' : 'elsewhere')
    if (isTarget(next)) {
      return {
        order: link.order,
        outcome: 'target',
        redirectTo: next.href,
        googlebotAllowed: await googlebotMayFollow(passed, robots),
      }
    }
    if (!isHttp(next)) return end('elsewhere')
    url = next
  }
  return end('elsewhere')
}

/** Where one address passes its reader on to: asked with HEAD, and with GET where HEAD does not say. */
async function stepFrom(
  url: URL,
  options: FetchPageOptions,
  signal: AbortSignal,
): Promise<URL | 'nowhere' | 'unknown'> {
  const head = await exchange(url, 'HEAD', options, signal)
  const location = head.status === null ? null : locationOf({ status: head.status, headers: head.headers })
  if (location !== null) return URL.parse(location, url) ?? 'nowhere'
  // No such name, or an address of ours that is closed: asking again gives the same.
  if (head.failure === 'dns' || head.failure === 'blocked-address')
    return head.failure === 'dns' && head.detail === 'EAI_AGAIN' ? 'unknown' : 'nowhere'
  const page = await fetchOnce(url, { ...options, maxBytes: HOP_MAX_BYTES }, signal)
  if (page.next !== null) return page.next
  const { status, failure } = page.observation
  // What sends this much is a page, not a redirector.
  if (failure === 'too-large') return 'nowhere'
  if (status === null || failure !== null) return 'unknown'
  return status === 403 || status === 408 || status === 425 || status === 429 || status >= 500
    ? 'unknown'
    : 'nowhere'
}

async function googlebotMayFollow(addresses: string[], robots: RobotsFiles): Promise<boolean | null> {
  const answers = await Promise.all(
    addresses.map(async (address) => robotsAllow(await robots.answerFor(address), GOOGLEBOT, address)),
  )
  if (answers.includes(false)) return false
  return answers.includes(null) ? null : true
}
