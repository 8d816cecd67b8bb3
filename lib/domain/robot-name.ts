/** What our fetcher calls itself in its User-Agent, and the name a robots.txt may refuse it by. */
export const ROBOT_NAME = 'RapportLinkCheck'
