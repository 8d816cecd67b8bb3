import type { PageExam } from './examine-page.ts'
import { linkFacts } from './judge-links.ts'
import type { LinkFacts } from './link-facts.ts'
import type { LinkQuestion } from './link-question.ts'
import type { PageObservation } from './page-observation.ts'
import { GOOGLEBOT, robotsAllow } from './robots-answer.ts'
import type { Surroundings } from './surroundings.ts'
import { isSamePage } from './target-match.ts'
import { transientOf } from './transient.ts'

/** Everything learned in one look, as facts. `exam` is null when the page could not be read at all (no answer, a dead thread). */
export function judgePage(
  question: LinkQuestion,
  observation: PageObservation,
  exam: PageExam | null,
  surroundings: Surroundings,
): LinkFacts {
  const answer = answerFacts(observation, exam)
  const isWall = exam?.wall.is === true
  const isPage = answer.reachable && exam !== null && !isWall
  const isWhole = isPage && exam.isReadable && !exam.isEmpty && !exam.overBudget
  const robots = robotsFacts(observation, exam, isPage || answer.gone === true)
  const links = linkFacts(question, exam, surroundings, isWhole, robots.pageNofollow)
  const canonical = canonicalFacts(observation, exam, isPage, isWhole)
  const googlebotAllowed =
    observation.finalUrl === null ? null : robotsAllow(surroundings.robots, GOOGLEBOT, observation.finalUrl)
  const mention = mentionFacts(exam, isWhole, links.linked)
  const facts = {
    ...answer,
    ...links,
    ...robots,
    ...canonical,
    ...mention,
    googlebotAllowed,
    targetStatus: links.linked ? surroundings.targetStatus : null,
  }
  return {
    ...facts,
    hidden: links.linked ? links.hidden : mention.hidden,
    indexable: indexableOf(facts, exam),
    lost: lostOf(question, facts),
  }
}

function answerFacts(observation: PageObservation, exam: PageExam | null) {
  const { status, failure } = observation
  const is2xx = status !== null && status >= 200 && status < 300
  const reachable = is2xx && failure === null && !observation.cut && status !== 206
  const isEmpty = reachable && exam?.isEmpty === true
  return {
    reachable,
    httpStatus: status,
    finalUrl: observation.finalUrl,
    redirects: observation.redirects,
    failure,
    failureDetail: observation.failureDetail,
    transient: transientOf(observation, { isEmpty, isWall: exam?.wall.is === true }),
    botWall: exam?.wall.is ?? null,
    botWallBy: exam?.wall.by ?? null,
    forbiddenByRobots: observation.forbiddenByRobots,
    gone: status === 404 || status === 410 ? true : is2xx ? false : null,
    soft404: status === null ? null : !is2xx ? false : softOf(exam, reachable),
    contentType: exam?.contentType ?? null,
    charset: exam?.charset ?? null,
    bytesRead: observation.body.length,
    truncated:
      observation.cut ||
      status === 206 ||
      exam?.overBudget === true ||
      (exam === null && status !== null && !observation.forbiddenByRobots),
  }
}

function softOf(exam: PageExam | null, reachable: boolean): boolean | null {
  if (exam === null || exam.wall.is === true || !exam.isReadable) return null
  return reachable && !exam.overBudget ? exam.soft404 : null
}

function robotsFacts(observation: PageObservation, exam: PageExam | null, isPage: boolean) {
  const is2xx = observation.status !== null && observation.status >= 200 && observation.status < 300
  if (exam === null || exam.wall.is === true || !(isPage || is2xx))
    return { noindex: null, pageNofollow: null }
  // A page that was cut in its middle may still say so further down.
  const unseen = observation.cut || exam.overBudget ? null : false
  return { noindex: exam.rules.noindex || unseen, pageNofollow: exam.rules.nofollow || unseen }
}

function canonicalFacts(
  observation: PageObservation,
  exam: PageExam | null,
  isPage: boolean,
  isWhole: boolean,
) {
  const is2xx = observation.status !== null && observation.status >= 200 && observation.status < 300
  if (exam === null || exam.wall.is === true || !(isPage || is2xx) || observation.finalUrl === null)
    return { canonicalUrl: null, canonicalElsewhere: null }
  const here = observation.finalUrl
  const answers = new Set(exam.canonicals.map((canonical) => !isSamePage(canonical, here)))
  const canonicalUrl = exam.canonicals[0] ?? null
  // Two canonicals that disagree are no word to go by.
  if (answers.size > 1) return { canonicalUrl, canonicalElsewhere: null }
  return {
    canonicalUrl,
    canonicalElsewhere:
      canonicalUrl !== null ? answers.has(true) : isWhole || !exam.isReadable ? false : null,
  }
}

function mentionFacts(exam: PageExam | null, isWhole: boolean, linked: boolean | null) {
  const seen = exam?.mention ?? null
  const isHidden = exam?.mentionIsHidden === true
  const mentioned =
    seen !== null && !isHidden
      ? true
      : isWhole && exam !== null && !exam.isShell && !exam.scriptsNameBrand
        ? false
        : null
  return {
    mentioned,
    mentionedAs: seen?.brand ?? null,
    mentionContext: seen?.context ?? null,
    hidden: seen === null || linked === true ? null : isHidden,
    scriptRendered:
      exam === null || !isWhole
        ? null
        : exam.isShell ||
          (linked === null && exam.scriptsNameTarget) ||
          (mentioned === null && exam.scriptsNameBrand),
  }
}

type ForIndex = Pick<
  LinkFacts,
  'httpStatus' | 'gone' | 'botWall' | 'noindex' | 'googlebotAllowed' | 'canonicalElsewhere'
>

function indexableOf(facts: ForIndex, exam: PageExam | null): boolean | null {
  const { httpStatus } = facts
  if (httpStatus === null || facts.botWall === true) return null
  if (facts.gone === true) return false
  // What we are refused, Googlebot may be given.
  if (httpStatus < 200 || httpStatus >= 300) return null
  if (facts.noindex === true || facts.googlebotAllowed === false) return false
  if (exam === null || facts.noindex === null || facts.googlebotAllowed === null) return null
  return facts.canonicalElsewhere === true ? null : true
}

function lostOf(
  question: LinkQuestion,
  facts: Pick<LinkFacts, 'linked' | 'reachable' | 'botWall' | 'soft404'>,
): boolean | null {
  if (question.previously !== 'linked') return null
  if (facts.linked === true) return false
  return facts.linked === false && facts.reachable && facts.botWall !== true && facts.soft404 !== true
    ? true
    : null
}
