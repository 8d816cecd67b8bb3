import { isAllowedByRobotsTxt } from './robots-txt.ts'

export const GOOGLEBOT = 'Googlebot'

/** What asking for a robots.txt gave: the last status after redirects, and the text of a 2xx. */
export type RobotsAnswer = { status: number; text: string }

/**
 * Whether a host's robots.txt lets an agent read a page, by Google's rules for statuses: 429 and 5xx forbid everything,
 * other 4xx and redirects that lead nowhere forbid nothing. Null when the file could not be asked for.
 */
export function robotsAllow(answer: RobotsAnswer | null, agent: string, url: string): boolean | null {
  if (answer === null) return null
  const { status, text } = answer
  if (status === 429 || status >= 500) return false
  if (status < 200 || status >= 300) return true
  // Crawlers compare addresses with their escapes in one form.
  const escaped = url.replace(/%[0-9a-f]{2}/gi, (triplet) => triplet.toUpperCase())
  return isAllowedByRobotsTxt(text, agent, escaped)
}
