import type { PageExam } from '#lib/domain/link-check/examine-page.ts'
import { judgePage } from '#lib/domain/link-check/judge-page.ts'
import type { LinkFacts } from '#lib/domain/link-check/link-facts.ts'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import { type Verdict, verdictOf } from '#lib/domain/link-check/link-verdict.ts'
import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { NO_SURROUNDINGS, type Surroundings } from '#lib/domain/link-check/surroundings.ts'
import { type FetchPageOptions, fetchPage } from './fetch-page.ts'
import { followHops } from './follow-hops.ts'
import { examineInThread } from './page-threads.ts'
import { RobotsFiles } from './robots-files.ts'
import { TargetPages } from './target-pages.ts'

export type LookOptions = FetchPageOptions & {
  /** For looks nobody clicked on: our own agent obeys robots.txt. */
  obeyRobots?: boolean
  /** Shared between the looks of one run, so that each robots.txt is asked for once. */
  run?: LookRun
}
/** What looks at many pages share. Make a new one for each run: it remembers. */
export type LookRun = { robots: RobotsFiles; targets: TargetPages }
export type Look = { facts: LinkFacts; verdict: Verdict; observation: PageObservation }

export function startLookRun(options: FetchPageOptions = {}): LookRun {
  return { robots: new RobotsFiles(options), targets: new TargetPages(options) }
}

/** Looks at a page once, with robots.txt and, where asked, the hops its links take, and says what is there. Never throws for the outside world. */
export async function lookAtLink(question: LinkQuestion, options: LookOptions = {}): Promise<Look> {
  const run = options.run ?? startLookRun(options)
  const mayFetch = options.obeyRobots ? (url: URL) => run.robots.mayWeOpen(url) : options.mayFetch
  const observation = await fetchPage(question.url, { ...options, mayFetch })
  const [exam, robots] = await Promise.all([examined(question, observation), robotsFor(observation, run)])
  const surroundings = { ...NO_SURROUNDINGS, robots, ...(await hopsOf(question, exam, run, options)) }
  const first = judgePage(question, observation, exam, surroundings)
  const leadsTo = first.linked === true ? (first.redirectTo ?? first.resolvedUrl) : null
  const targetStatus = leadsTo === null ? null : await run.targets.statusOf(leadsTo)
  const facts =
    targetStatus === null ? first : judgePage(question, observation, exam, { ...surroundings, targetStatus })
  return { facts, verdict: verdictOf(facts, question), observation }
}

async function examined(question: LinkQuestion, observation: PageObservation): Promise<PageExam | null> {
  return observation.status === null || observation.forbiddenByRobots || isOnlyRedirect(observation)
    ? null
    : examineInThread(question, observation)
}

/** The last answer passed us on, and what came after it failed: there is no page. */
function isOnlyRedirect({ failure, cut }: PageObservation): boolean {
  return failure !== null && !cut
}

async function robotsFor(observation: PageObservation, run: LookRun) {
  if (observation.finalUrl === null || observation.failure === 'timeout' || isOnlyRedirect(observation))
    return null
  return run.robots.answerFor(observation.finalUrl)
}

async function hopsOf(
  question: LinkQuestion,
  exam: PageExam | null,
  run: LookRun,
  options: LookOptions,
): Promise<Pick<Surroundings, 'hops' | 'hopsLeftOut'>> {
  if (!question.followHops || exam === null || exam.hopCandidates.length === 0)
    return { hops: [], hopsLeftOut: false }
  const { hops, leftOut } = await followHops(question, exam.hopCandidates, run.robots, options)
  return { hops, hopsLeftOut: leftOut }
}
