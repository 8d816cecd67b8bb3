import type { LinkFacts } from './link-check/link-facts.ts'
import { isSamePage } from './link-check/target-match.ts'

const DAY_MS = 86_400_000
const LOOK_AGAIN_WHEN_FINE_DAYS = 7
const LOOK_AGAIN_OTHERWISE_DAYS = 1
/** Looks are spread by up to this share of their interval. */
const JITTER_SHARE = 0.1
/** One bad hour of a server is no news: so many looks in a row, over so long, must find nobody there. */
const LOOKS_TO_UNREACHABLE = 3
const UNREACHABLE_AFTER_MS = DAY_MS
/** Answers that turn programs away, and say nothing about what people see. */
const WALL_STATUSES: readonly number[] = [401, 403, 407, 429, 451, 999]

export const OWN_PAGE_STATES = ['not-looked', 'fine', 'gone', 'redirects', 'noindex', 'unreachable'] as const
export type OwnPageState = (typeof OWN_PAGE_STATES)[number]

/** States of a page that its owner can put right today. */
export const OWN_PAGE_TROUBLES = [
  'gone',
  'redirects',
  'noindex',
  'unreachable',
] as const satisfies OwnPageState[]

export const OWN_PAGE_TABLE: Readonly<Record<OwnPageState, { label: string; today: string }>> = {
  'not-looked': { label: 'Not looked at yet', today: 'Nothing. Rapport looks by itself.' },
  fine: { label: 'Fine', today: 'Nothing. Rapport looks again every week.' },
  gone: {
    label: 'Gone',
    today: 'Bring the page back, or lead its address to the page that took its place.',
  },
  redirects: {
    label: 'Leads elsewhere',
    today: 'Name the new address in the campaign, so that people link to where readers end up.',
  },
  noindex: {
    label: 'Kept from search engines',
    today: 'Let search engines in, if this was not meant. A link to a page they may not keep helps little.',
  },
  unreachable: {
    label: 'Cannot be reached',
    today: 'Open it yourself. If it does not come, ask whoever runs your site.',
  },
}

export type OwnPageStanding = {
  state: OwnPageState
  sentence: string
  finalUrl: string | null
  httpStatus: number | null
  stateSince: Date | null
  failedInRow: number
  failingSince: Date | null
}

type Facts = Pick<
  LinkFacts,
  | 'httpStatus'
  | 'finalUrl'
  | 'failure'
  | 'botWall'
  | 'forbiddenByRobots'
  | 'gone'
  | 'soft404'
  | 'noindex'
  | 'googlebotAllowed'
  | 'instead'
>

/**
 * How a page of ours stands after one more look. What is certain counts at once: not found, leads elsewhere, kept from
 * search engines. A wall says nothing about the page and changes nothing. A page nobody answers for is called
 * unreachable after three looks in a row over at least a day; until then it stays what it was.
 *
 * @param jitter from 0 to 1
 */
export function ownPageAfterLook(
  url: string,
  before: OwnPageStanding,
  facts: Facts,
  at: Date,
  jitter = 0,
): OwnPageStanding & { nextLookAt: Date } {
  const after = standingAfter(url, before, facts, at)
  const isCalm = after.failedInRow === 0 && (after.state === 'fine' || after.state === 'not-looked')
  const days = isCalm ? LOOK_AGAIN_WHEN_FINE_DAYS : LOOK_AGAIN_OTHERWISE_DAYS
  const wait = days * DAY_MS * (1 + JITTER_SHARE * jitter)
  return { ...after, nextLookAt: new Date(at.getTime() + Math.round(wait)) }
}

function standingAfter(url: string, before: OwnPageStanding, facts: Facts, at: Date): OwnPageStanding {
  if (isWall(facts)) {
    const sentence = before.state === 'not-looked' ? wallWords(facts) : before.sentence
    return { ...before, sentence, failedInRow: 0, failingSince: null }
  }
  if (isAnswer(facts)) {
    const told = whatIsThere(url, before.state, facts)
    return {
      ...told,
      finalUrl: facts.finalUrl,
      httpStatus: facts.httpStatus,
      stateSince: told.state === before.state ? before.stateSince : at,
      failedInRow: 0,
      failingSince: null,
    }
  }
  const failedInRow = before.failedInRow + 1
  const failingSince = before.failingSince ?? at
  const isLongEnough = at.getTime() - failingSince.getTime() >= UNREACHABLE_AFTER_MS
  const failing = { ...before, failedInRow, failingSince }
  if (failedInRow < LOOKS_TO_UNREACHABLE || !isLongEnough) return failing
  return {
    ...failing,
    state: 'unreachable',
    sentence: `${failedInRow} looks in a row got no page from your site: ${failureWords(facts)}.`,
    finalUrl: null,
    httpStatus: facts.httpStatus,
    stateSince: before.state === 'unreachable' ? before.stateSince : at,
  }
}

function isWall({ botWall, forbiddenByRobots, httpStatus, instead }: Facts): boolean {
  return (
    botWall === true ||
    forbiddenByRobots ||
    instead === 'login' ||
    instead === 'consent' ||
    (httpStatus !== null && WALL_STATUSES.includes(httpStatus))
  )
}

/** The page itself came, or the plain word that it is not there. What came cut off is there all the same. */
function isAnswer({ gone, soft404, httpStatus, instead }: Facts): boolean {
  if (gone === true || soft404 === true) return true
  const isPlaceholder = instead === 'suspended' || instead === 'maintenance' || instead === 'parked'
  return httpStatus !== null && httpStatus >= 200 && httpStatus < 300 && !isPlaceholder
}

function whatIsThere(
  url: string,
  before: OwnPageState,
  facts: Facts,
): { state: OwnPageState; sentence: string } {
  const leadsTo = facts.finalUrl !== null && !isSamePage(url, facts.finalUrl) ? facts.finalUrl : null
  if (facts.gone === true || facts.soft404 === true) {
    const where = leadsTo === null ? 'This page' : `This address leads to ${leadsTo}, which`
    return {
      state: 'gone',
      sentence:
        facts.gone === true
          ? `${where} answers ${facts.httpStatus ?? 404}: there is no page there any more.`
          : `${where} says "not found".`,
    }
  }
  if (leadsTo !== null) return { state: 'redirects', sentence: `This address leads on to ${leadsTo}.` }
  if (facts.noindex === true)
    return { state: 'noindex', sentence: 'This page asks search engines to leave it out (noindex).' }
  if (facts.googlebotAllowed === false)
    return { state: 'noindex', sentence: "Your robots.txt keeps Google's crawler away from this page." }
  const isUnread = facts.noindex === null && before === 'noindex'
  return isUnread
    ? { state: 'noindex', sentence: 'This page asked search engines to leave it out (noindex).' }
    : { state: 'fine', sentence: 'The page is there, and search engines may keep it.' }
}

function wallWords({ forbiddenByRobots }: Facts): string {
  return forbiddenByRobots
    ? 'Your robots.txt asks programs like ours to stay away, so Rapport cannot watch this page.'
    : 'Your site turns programs like ours away, so Rapport cannot watch this page. People may well see it.'
}

function failureWords({ failure, httpStatus, instead }: Facts): string {
  if (instead === 'maintenance') return 'it says that it is being worked on'
  if (instead === 'suspended' || instead === 'parked')
    return 'somebody else speaks in its place (parked or suspended)'
  if (failure === 'dns') return 'its name leads nowhere'
  if (failure === 'tls') return 'its certificate is not in order'
  if (failure === 'timeout') return 'it took too long'
  if (failure === 'redirect-loop' || failure === 'too-many-redirects') return 'it leads round in circles'
  if (httpStatus !== null) return `it answered ${httpStatus}`
  return 'nobody answered'
}
