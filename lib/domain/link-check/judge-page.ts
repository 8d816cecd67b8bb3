import type { PageExam } from './examine-page.ts'
import { linkFacts } from './judge-links.ts'
import type { LinkFacts } from './link-facts.ts'
import type { LinkQuestion } from './link-question.ts'
import type { PageObservation } from './page-observation.ts'
import { GOOGLEBOT, robotsAllow } from './robots-answer.ts'
import { replacesPage } from './stand-in.ts'
import type { Surroundings } from './surroundings.ts'
import { isSamePage } from './target-match.ts'
import { brokenTargetOf } from './target-trouble.ts'
import { transientOf } from './transient.ts'

/** What a sceptic can be shown of a look, beside its facts. */
export type PageEvidence = {
  /** The best link's own source, with up to 300 characters of source around it. Plain text, never to be rendered. */
  linkHtml: string | null
  /** The best link stands behind the first 2 MB, which is all that Google reads of a page. The facts are the whole page's. */
  beyondGoogle2MB: boolean | null
  /** What the page calls itself; null where it has no title, or another page came in its place. */
  title: string | null
  /** All a reader sees, normalised so that the same text gives the same string, and the same hash. */
  visibleText: string | null
}

/** Everything learned in one look, as facts. `exam` is null when the page could not be read at all (no answer, a dead thread). */
export function judgePage(
  question: LinkQuestion,
  observation: PageObservation,
  exam: PageExam | null,
  surroundings: Surroundings,
): LinkFacts {
  return judgeWithEvidence(question, observation, exam, surroundings).facts
}

/** The same, with what shows that it is so. */
export function judgeWithEvidence(
  question: LinkQuestion,
  observation: PageObservation,
  exam: PageExam | null,
  surroundings: Surroundings,
): { facts: LinkFacts; evidence: PageEvidence } {
  const answer = answerFacts(observation, exam)
  const isAnother = exam?.wall.is === true || replacesPage(answer.instead)
  const read = isAnother ? null : exam
  const isPage = answer.reachable && exam !== null && !isAnother
  const isWhole = isPage && exam.isReadable && !exam.isEmpty && !exam.overBudget
  const robots = robotsFacts(observation, read, isPage || answer.gone === true)
  const cameWhole = exam !== null && !answer.truncated
  const { facts: links, best } = linkFacts(question, exam, surroundings, { cameWhole, isPage: isWhole })
  const canonical = canonicalFacts(observation, read, isPage, isWhole)
  const googlebotAllowed =
    observation.finalUrl === null ? null : robotsAllow(surroundings.robots, GOOGLEBOT, observation.finalUrl)
  const mention = mentionFacts(exam, { cameWhole, isPage: isWhole }, links.linked)
  const facts = {
    ...answer,
    ...links,
    ...robots,
    ...canonical,
    ...mention,
    googlebotAllowed,
    ...targetFacts(links.linked, surroundings),
  }
  return {
    facts: {
      ...facts,
      hidden: links.linked ? links.hidden : mention.hidden,
      indexable: indexableOf(facts, exam),
      lost: lostOf(question, facts),
    },
    evidence: {
      linkHtml: best?.html ?? null,
      beyondGoogle2MB: best?.isBeyondGoogle ?? null,
      title: isPage ? exam.title : null,
      visibleText: exam?.isReadable ? exam.visibleText : null,
    },
  }
}

/** What a look at the page of ours that the best link leads to adds to the facts of a page. Nothing else hangs on it. */
export function withTarget(
  facts: LinkFacts,
  target: Pick<Surroundings, 'targetStatus' | 'targetTrouble'>,
): LinkFacts {
  return { ...facts, ...targetFacts(facts.linked, target) }
}

function targetFacts(
  linked: boolean | null,
  target: Pick<Surroundings, 'targetStatus' | 'targetTrouble'>,
): Pick<LinkFacts, 'targetStatus' | 'targetTrouble'> {
  return {
    targetStatus: linked ? target.targetStatus : null,
    targetTrouble: linked ? brokenTargetOf(target) : null,
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
    robotsUnavailable: observation.robotsUnavailable === true,
    gone: status === 404 || status === 410 ? true : is2xx ? false : null,
    soft404: status === null ? null : !is2xx ? false : softOf(exam, reachable),
    instead: reachable && !isEmpty ? (exam?.instead ?? null) : null,
    contentType: exam?.contentType ?? null,
    charset: exam?.charset ?? null,
    bytesRead: observation.body.length,
    truncated:
      observation.cut ||
      status === 206 ||
      exam?.overBudget === true ||
      (exam === null && status !== null && !observation.forbiddenByRobots && !observation.robotsUnavailable),
  }
}

function softOf(exam: PageExam | null, reachable: boolean): boolean | null {
  if (exam === null || exam.wall.is === true || !exam.isReadable) return null
  return reachable && !exam.overBudget ? exam.soft404 || exam.instead === 'parked' : null
}

function robotsFacts(observation: PageObservation, exam: PageExam | null, isPage: boolean) {
  const is2xx = observation.status !== null && observation.status >= 200 && observation.status < 300
  if (exam === null || exam.wall.is === true || !(isPage || is2xx))
    return { noindex: null, pageNofollow: null }
  // A page that was cut in its middle may still say so further down.
  const unseen = observation.cut || observation.status === 206 || exam.overBudget ? null : false
  return {
    noindex: exam.rules.noindex === false ? unseen : exam.rules.noindex,
    pageNofollow: exam.rules.nofollow || unseen,
  }
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

function mentionFacts(
  exam: PageExam | null,
  { cameWhole, isPage }: { cameWhole: boolean; isPage: boolean },
  linked: boolean | null,
) {
  const seen = exam?.mention ?? null
  const isHidden = exam?.mentionIsHidden ?? null
  const mentioned =
    seen !== null && isHidden === false
      ? true
      : isPage &&
          (seen === null || isHidden === true) &&
          exam !== null &&
          !exam.isShell &&
          !exam.scriptsNameBrand
        ? false
        : null
  return {
    mentioned,
    mentionedAs: seen?.brand ?? null,
    mentionContext: seen?.context ?? null,
    hidden: seen === null || linked === true || !cameWhole ? null : isHidden,
    scriptRendered:
      exam === null || !isPage
        ? null
        : exam.isShell ||
          (linked === null ? exam.scriptsNameTarget : mentioned === null && exam.scriptsNameBrand),
  }
}

type ForIndex = Pick<
  LinkFacts,
  'httpStatus' | 'gone' | 'botWall' | 'noindex' | 'googlebotAllowed' | 'canonicalElsewhere' | 'canonicalUrl'
>

function indexableOf(facts: ForIndex, exam: PageExam | null): boolean | null {
  const { httpStatus } = facts
  if (httpStatus === null || facts.botWall === true) return null
  if (facts.gone === true) return false
  // What we are refused, Googlebot may be given.
  if (httpStatus < 200 || httpStatus >= 300) return null
  if (facts.noindex === true || facts.googlebotAllowed === false) return false
  if (exam === null || facts.noindex === null || facts.googlebotAllowed === null) return null
  // Another page as canonical, or two that disagree: a signal, not a rule.
  return facts.canonicalElsewhere !== false && facts.canonicalUrl !== null ? null : true
}

function lostOf(
  question: LinkQuestion,
  facts: Pick<LinkFacts, 'linked' | 'reachable' | 'botWall' | 'soft404' | 'instead'>,
): boolean | null {
  if (question.previously !== 'linked') return null
  if (facts.linked === true) return false
  const isThePage = facts.reachable && facts.botWall !== true && facts.soft404 !== true
  return facts.linked === false && isThePage && facts.instead === null ? true : null
}
