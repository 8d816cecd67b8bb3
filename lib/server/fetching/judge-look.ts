import { promisify } from 'node:util'
import { zstdCompress } from 'node:zlib'
import type { PageExam } from '#lib/domain/link-check/examine-page.ts'
import { judgeWithEvidence, withTarget } from '#lib/domain/link-check/judge-page.ts'
import type { LinkFacts } from '#lib/domain/link-check/link-facts.ts'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import { verdictOf } from '#lib/domain/link-check/link-verdict.ts'
import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { NO_SURROUNDINGS, type Surroundings } from '#lib/domain/link-check/surroundings.ts'
import { Deadline } from './deadline.ts'
import { type FollowedHop, followHops } from './follow-hops.ts'
import { keptHeaders } from './kept-headers.ts'
import type { Look, Looking } from './look-at-link.ts'
import { examOf } from './page-reader.ts'
import { retryAfterOf } from './retry-after.ts'

/** However late a page came, so much time is left to read what there is of it. */
export const READING_TIME_MS = 2_000

/** What a look brought back, judged, with what has to be asked beside the page. */
export async function judgeLook(
  question: LinkQuestion,
  observation: PageObservation,
  looking: Looking,
): Promise<Look> {
  const body =
    looking.options.keepBody && observation.body.length > 0 ? await compress(observation.body) : null
  const [exam, robots] = await Promise.all([
    examined(question, observation, looking),
    robotsFor(observation, looking),
  ])
  const { hops, leftOut } = await hopsOf(question, exam, looking)
  const surroundings = { ...NO_SURROUNDINGS, robots, hops, hopsLeftOut: leftOut }
  const first = judgeWithEvidence(question, observation, exam, surroundings)
  const target = await targetOf(first.facts, looking)
  const facts = target === null ? first.facts : withTarget(first.facts, target)
  return {
    facts,
    verdict: verdictOf(facts, question),
    evidence: first.evidence,
    observation,
    hops,
    headers: keptHeaders(observation),
    retryAfterMs: retryAfterOf(observation),
    body,
  }
}

const compress = promisify(zstdCompress)

/** What came is read, however late it came: two seconds are always left for it. */
async function examined(
  question: LinkQuestion,
  observation: PageObservation,
  { options, whole }: Looking,
): Promise<PageExam | null> {
  if (
    observation.status === null ||
    observation.forbiddenByRobots ||
    observation.robotsUnavailable ||
    isOnlyRedirect(observation)
  )
    return null
  const deadline = new Deadline(Math.max(whole.leftMs, READING_TIME_MS))
  try {
    return await examOf(question, observation, options.readIn, deadline)
  } finally {
    deadline.end()
  }
}

/** The last answer passed us on, and what came after it failed: there is no page. */
function isOnlyRedirect({ failure, cut }: PageObservation): boolean {
  return failure !== null && !cut
}

async function robotsFor(observation: PageObservation, { run, beside }: Looking) {
  if (observation.finalUrl === null || observation.failure === 'timeout' || isOnlyRedirect(observation))
    return null
  return run.robots.answerFor(observation.finalUrl, beside)
}

async function hopsOf(
  question: LinkQuestion,
  exam: PageExam | null,
  { options, run, network, beside }: Looking,
): Promise<{ hops: FollowedHop[]; leftOut: boolean }> {
  if (!question.followHops || exam === null || exam.hopCandidates.length === 0)
    return { hops: [], leftOut: false }
  return followHops(question, exam.hopCandidates, run.robots, { ...options, pace: beside.pace }, network)
}

async function targetOf(
  first: LinkFacts,
  { options, run, beside }: Looking,
): Promise<Pick<Surroundings, 'targetStatus' | 'targetTrouble'> | null> {
  const leadsTo = first.linked === true ? (first.redirectTo ?? first.resolvedUrl) : null
  if (leadsTo === null) return null
  const mayFetch = options.obeyRobots ? (url: URL) => run.robots.mayWeOpen(url, beside) : undefined
  const { status, trouble } = await run.targets.lookAt(leadsTo, { ...beside, mayFetch })
  return { targetStatus: status, targetTrouble: trouble }
}
