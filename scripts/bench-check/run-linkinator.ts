import { LinkChecker } from 'linkinator'
import { POST_PATH, postUrl } from './bench-pages.ts'
import { answerRoundsWhole } from './rounds.ts'

/** linkinator reads the pages and their links; the links themselves are not asked for. */
export function runLinkinator(port: number): void {
  answerRoundsWhole(async (first, looks) => {
    const path = Array.from({ length: looks }, (_, at) => postUrl(`http://127.0.0.1:${port}`, first + at))
    const { links } = await new LinkChecker().check({
      path,
      concurrency: 20,
      linksToSkip: async (link) => !link.startsWith(`http://127.0.0.1:${port}${POST_PATH}`),
    })
    if (links.filter(({ state }) => state === 'OK').length < looks) throw new Error('Pages were not read')
  })
}
