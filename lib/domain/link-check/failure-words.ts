import type { LinkFacts } from './link-facts.ts'
import type { Failure } from './page-observation.ts'

type Words = { sentence: string; expert: string; inYourHands: string }

const TRY_LATER = 'Nothing today. Rapport tries again by itself.'
const CHECK_ADDRESS = 'Check that the address is right.'
const LOOK_YOURSELF = 'Open the page and look. You can record what you see; it is marked as seen by a person.'

const FAILURES: Record<Failure, Omit<Words, 'expert'>> = {
  dns: { sentence: 'There is no website at this address right now.', inYourHands: CHECK_ADDRESS },
  refused: { sentence: 'The website did not take our call this time.', inYourHands: TRY_LATER },
  reset: { sentence: 'The connection broke off before the page was there.', inYourHands: TRY_LATER },
  timeout: { sentence: 'The website took too long to answer.', inYourHands: TRY_LATER },
  tls: {
    sentence: 'The website has a problem with its security certificate, so the page was not read.',
    inYourHands: LOOK_YOURSELF,
  },
  'too-large': {
    sentence: 'The page is too large to read to its end, and nothing was found in the part that was read.',
    inYourHands: LOOK_YOURSELF,
  },
  protocol: { sentence: 'The website sent an answer that cannot be read.', inYourHands: TRY_LATER },
  'redirect-loop': { sentence: 'The website sends visitors round in a circle.', inYourHands: LOOK_YOURSELF },
  'too-many-redirects': {
    sentence: 'The website passes visitors on too many times.',
    inYourHands: LOOK_YOURSELF,
  },
  'blocked-address': {
    sentence: 'This address leads into a private network, so Rapport does not open it.',
    inYourHands: CHECK_ADDRESS,
  },
  'blocked-port': {
    sentence: 'This address uses a port that web pages do not use, so Rapport does not open it.',
    inYourHands: CHECK_ADDRESS,
  },
  'bad-scheme': {
    sentence: 'This is not the address of a web page.',
    inYourHands: 'Paste the address as the browser shows it, starting with https://.',
  },
}

/** Why a page could not be checked, and what helps. */
export function failureWords(facts: LinkFacts): Words {
  if (facts.forbiddenByRobots) {
    return {
      sentence: 'The website asks programs like ours not to read this page, so Rapport did not.',
      expert: 'robots.txt forbids RapportLinkCheck.',
      inYourHands: LOOK_YOURSELF,
    }
  }
  if (facts.failure !== null) return { ...FAILURES[facts.failure], expert: technical(facts) }
  if (facts.botWall === true) {
    return {
      sentence: 'The website lets people in, but not programs like ours, so Rapport cannot see the page.',
      expert: `${technical(facts)} The answer is a challenge or a refusal of robots${facts.botWallBy ? ` (${facts.botWallBy})` : ''}.`,
      inYourHands: LOOK_YOURSELF,
    }
  }
  return { ...byStatus(facts), expert: technical(facts) }
}

function byStatus({ httpStatus, transient, truncated, contentType }: LinkFacts): Omit<Words, 'expert'> {
  if (httpStatus === 401 || httpStatus === 403)
    return { sentence: 'The website did not let us see this page.', inYourHands: LOOK_YOURSELF }
  if (httpStatus === 451)
    return { sentence: 'The page is closed for legal reasons.', inYourHands: LOOK_YOURSELF }
  if (httpStatus === 429)
    return { sentence: 'The website is busy and asked us to come back later.', inYourHands: TRY_LATER }
  if (httpStatus !== null && httpStatus >= 500)
    return { sentence: 'The website has a problem of its own right now.', inYourHands: TRY_LATER }
  if (transient === true)
    return { sentence: 'The website sent nothing that can be read this time.', inYourHands: TRY_LATER }
  if (truncated)
    return {
      sentence: 'The page could not be read to its end, and nothing was found in the part that was read.',
      inYourHands: LOOK_YOURSELF,
    }
  if (httpStatus !== null && httpStatus >= 200 && httpStatus < 300) {
    const kind = contentType === 'application/pdf' ? 'a PDF' : 'not a web page'
    return {
      sentence: `What is at this address is ${kind}, which Rapport does not read.`,
      inYourHands: LOOK_YOURSELF,
    }
  }
  return { sentence: 'The website did not show us this page.', inYourHands: LOOK_YOURSELF }
}

function technical({ failure, failureDetail, httpStatus }: LinkFacts): string {
  const answer = httpStatus === null ? 'No answer' : `HTTP ${httpStatus}`
  const why =
    failure === null
      ? ''
      : failureDetail && failureDetail !== failure
        ? `: ${failure} (${failureDetail})`
        : `: ${failure}`
  return `${answer}${why}.`
}
