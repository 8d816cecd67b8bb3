import type { LinkFacts } from './link-facts.ts'
import type { Failure } from './page-observation.ts'
import type { StandIn } from './stand-in.ts'
import { tlsWords } from './tls-words.ts'

type Words = { sentence: string; expert: string; inYourHands: string }

const TRY_LATER = 'Nothing today. Rapport tries again by itself.'
const CHECK_ADDRESS = 'Check that the address is right.'
const LOOK_AGAIN = 'Nothing today. Rapport looks again by itself.'
const LOOK_YOURSELF = 'Open the page and look. You can record what you see; it is marked as seen by a person.'

const FAILURES: Record<Exclude<Failure, 'tls'>, Omit<Words, 'expert'>> = {
  dns: { sentence: 'There is no website at this address right now.', inYourHands: CHECK_ADDRESS },
  refused: { sentence: 'The website did not take our call this time.', inYourHands: TRY_LATER },
  reset: { sentence: 'The connection broke off before the page was there.', inYourHands: TRY_LATER },
  timeout: { sentence: 'The website took too long to answer.', inYourHands: TRY_LATER },
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

const STAND_INS: Record<StandIn, Words> = {
  login: {
    sentence: 'The website asks visitors to sign in before it shows this page, so Rapport did not see it.',
    expert: 'What came is a sign-in page.',
    inYourHands: LOOK_YOURSELF,
  },
  consent: {
    sentence: 'The website asks visitors about cookies before it shows this page, so Rapport did not see it.',
    expert: 'What came is a consent wall.',
    inYourHands: LOOK_YOURSELF,
  },
  suspended: {
    sentence: 'The website is switched off by the people who host it.',
    expert: 'What came is a notice that the account or website is suspended.',
    inYourHands: LOOK_AGAIN,
  },
  maintenance: {
    sentence: 'The website says that it is being worked on, and shows nothing else for now.',
    expert: 'What came is a maintenance notice.',
    inYourHands: LOOK_AGAIN,
  },
  parked: {
    sentence: 'The website is gone; its name is parked or for sale.',
    expert: 'What came is a parking page.',
    inYourHands: 'Nothing. Their website ended.',
  },
  password: {
    sentence: 'The page asks visitors for a password, so Rapport did not see what is behind it.',
    expert: 'What came is a form for the password of a page.',
    inYourHands: LOOK_YOURSELF,
  },
  age: {
    sentence: 'The website asks visitors for their age before it shows this page, so Rapport did not see it.',
    expert: 'What came is a question for the age of the reader.',
    inYourHands: LOOK_YOURSELF,
  },
  error: {
    sentence: 'The website shows a message about a problem of its own in place of the page.',
    expert: 'What came with a status of success is an error message of the server.',
    inYourHands: LOOK_AGAIN,
  },
  'default-page': {
    sentence: 'The website shows only the start page of its server software, and not the page asked for.',
    expert: 'What came is the default page of a web server.',
    inYourHands: LOOK_AGAIN,
  },
  'no-words': {
    sentence: 'The page came without a single word on it, so Rapport cannot tell what has become of it.',
    expert: 'The delivered HTML holds no text.',
    inYourHands: LOOK_YOURSELF,
  },
  'front-page': {
    sentence:
      'The address now leads to the front page of a website. Rapport cannot tell where the piece has gone.',
    expert: 'The address of a piece is redirected to a front page.',
    inYourHands:
      'Look for the piece on their website. If it has moved, correct the address; if it is gone, record that.',
  },
}

/** Why a page could not be checked, and what helps. */
export function failureWords(facts: LinkFacts): Words {
  if (facts.robotsUnavailable === true) {
    const why = facts.failureDetail ?? facts.failure
    return {
      sentence:
        'The rules the website sets for programs like ours could not be read, so Rapport did not open the page.',
      expert: `robots.txt could not be read${why ? ` (${why})` : ''}; until it can, everything counts as forbidden (RFC 9309, section 2.3.1.4).`,
      inYourHands: TRY_LATER,
    }
  }
  if (facts.forbiddenByRobots) {
    return {
      sentence: 'The website asks programs like ours not to read this page, so Rapport did not.',
      expert: 'robots.txt forbids RapportLinkCheck.',
      inYourHands: LOOK_YOURSELF,
    }
  }
  if (facts.failure === 'tls') {
    const { expert, ...words } = tlsWords(facts.failureDetail)
    return { ...words, expert: `${technical(facts).slice(0, -1)}: ${expert}.` }
  }
  if (facts.failure !== null) return { ...FAILURES[facts.failure], expert: technical(facts) }
  if (facts.botWall === true) {
    return {
      sentence: 'The website lets people in, but not programs like ours, so Rapport cannot see the page.',
      expert: `${technical(facts)} The answer is a challenge or a refusal of robots${facts.botWallBy ? ` (${facts.botWallBy})` : ''}.`,
      inYourHands: LOOK_YOURSELF,
    }
  }
  if (facts.instead) {
    const { expert, ...words } = STAND_INS[facts.instead]
    return { ...words, expert: `${technical(facts)} ${expert}` }
  }
  return { ...byStatus(facts), expert: expertOf(facts) }
}

function byStatus(facts: LinkFacts): Omit<Words, 'expert'> {
  const { httpStatus, transient, truncated, contentType } = facts
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
  if (hasOpenHop(facts)) {
    return {
      sentence:
        'A link on the page could not be followed to its end, so Rapport cannot tell whether it leads to you.',
      inYourHands:
        'Open the page and click through. You can record what you see; it is marked as seen by a person.',
    }
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

/** A page that was read and still leaves the link open: something on it leads on, and nobody answered there. */
function hasOpenHop({ reachable, charset, truncated }: LinkFacts): boolean {
  // Only what is read as text has a charset.
  return reachable && charset !== null && !truncated
}

function expertOf(facts: LinkFacts): string {
  return hasOpenHop(facts)
    ? `${technical(facts)} The page was read whole; a redirecting link on it could not be followed.`
    : technical(facts)
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
