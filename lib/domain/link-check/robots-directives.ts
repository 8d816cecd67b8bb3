import { parseRobotsDate } from './robots-date.ts'

/**
 * Rules for Googlebot, gathered from robots metas and X-Robots-Tag headers. The strictest wins. `noindex` is null where
 * a date decides it whose time zone nobody knows, and it is that close.
 */
export type RobotsRules = { noindex: boolean | null; nofollow: boolean }

const GOOGLEBOT = 'googlebot'
/** Far above any list of rules people write; a hostile one costs no more. */
const RULES_MAX_CHARACTERS = 4_000
// Names that stand before a colon without being a user agent.
const RULES_WITH_VALUE = /^(?:max-snippet|max-image-preview|max-video-preview|unavailable_after)$/i
/** No place on earth is further from UTC. */
const WIDEST_ZONE_MS = 14 * 3_600_000
const UNAVAILABLE = /unavailable_after\s*:\s*/i
const KNOWN_RULE =
  /,\s*(?:all|none|(?:no)?index|(?:no)?follow|noarchive|nosnippet|noimageindex|notranslate|nocache|indexifembedded|noodp|max-[a-z-]+\s*:.*)\s*(?=,|$)/i

/** The rules one `<meta name="robots">` or `<meta name="googlebot">` gives; other metas give none. */
export function rulesOfMeta(name: string, content: string, now: Date): RobotsRules {
  const key = name.trim().toLowerCase()
  return key === 'robots' || key === GOOGLEBOT
    ? rulesOfList(content, now)
    : { noindex: false, nofollow: false }
}

/**
 * The rules one X-Robots-Tag header gives Googlebot. A user agent before a colon holds for what follows it, up to the
 * next one; `max-snippet:20` and `unavailable_after: date` are no user agents.
 */
export function rulesOfHeader(value: string, now: Date): RobotsRules {
  const forGooglebot: string[] = []
  let agent: string | null = null
  for (const part of splitRules(value)) {
    const colon = /^\s*([^\s:,]+)\s*:\s*(.*)$/s.exec(part)
    const isAgent = colon?.[1] !== undefined && !RULES_WITH_VALUE.test(colon[1])
    if (isAgent) agent = colon[1]?.toLowerCase() ?? null
    const rule = isAgent ? (colon[2] ?? '') : part
    if (agent === null || agent === GOOGLEBOT || agent === '*') forGooglebot.push(rule)
  }
  return strictest(forGooglebot.map((rule) => ruleOf(rule, now)))
}

export function strictest(rules: RobotsRules[]): RobotsRules {
  const noindex = rules.some((rule) => rule.noindex === true)
    ? true
    : rules.some((rule) => rule.noindex === null)
      ? null
      : false
  return { noindex, nofollow: rules.some((rule) => rule.nofollow) }
}

function rulesOfList(content: string, now: Date): RobotsRules {
  return strictest(splitRules(content).map((rule) => ruleOf(rule, now)))
}

/** Splits at commas, but keeps the date of `unavailable_after` whole: RFC 850 dates have a comma of their own. */
function splitRules(whole: string): string[] {
  const list = whole.slice(0, RULES_MAX_CHARACTERS)
  const dated = UNAVAILABLE.exec(list)
  if (!dated) return list.split(',')
  const before = list.slice(0, dated.index)
  const rest = list.slice(dated.index)
  const end = KNOWN_RULE.exec(rest)?.index ?? agentStart(rest) ?? rest.length
  return [...before.split(','), rest.slice(0, end), ...splitRules(rest.slice(end + 1))].filter(
    (part) => part.trim() !== '',
  )
}

/** Where ", otherbot: noindex" begins after a date; a clock's colons stand between digits. */
function agentStart(text: string): number | null {
  return /,\s*[a-z][a-z_*-]*\s*:/i.exec(text)?.index ?? null
}

function ruleOf(rule: string, now: Date): RobotsRules {
  const dated = UNAVAILABLE.exec(rule)
  if (dated) {
    const over = isOver(rule.slice(dated.index + dated[0].length), now)
    return strictest([ruleOf(rule.slice(0, dated.index), now), { noindex: over, nofollow: false }])
  }
  const words = rule.toLowerCase().trim().split(/\s+/)
  const none = words.includes('none')
  return { noindex: none || words.includes('noindex'), nofollow: none || words.includes('nofollow') }
}

/** Whether a date has passed. A date nobody can read counts for nothing, as Google says. */
function isOver(text: string, now: Date): boolean | null {
  const date = parseRobotsDate(text)
  if (date === null) return false
  const sinceMs = now.getTime() - date.at
  if (!date.zoneIsKnown && Math.abs(sinceMs) < WIDEST_ZONE_MS) return null
  return sinceMs >= 0
}
