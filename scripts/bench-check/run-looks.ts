import type { LinkFacts } from '#lib/domain/link-check/link-facts.ts'
import { lookAtLink, startLookRun } from '#lib/server/fetching/look-at-link.ts'
import type { ReadIn } from '#lib/server/fetching/page-reader.ts'
import { postUrl } from './bench-pages.ts'
import { answerRounds } from './rounds.ts'

const QUESTION = {
  targets: [{ domain: 'acme.test', includeSubdomains: true }],
  targetUrl: 'http://www.acme.test/kit',
  brands: ['Acme'],
}

/** Our own check: every fact judged, robots.txt and the page of ours asked for once, nothing stored. */
export function runLooks(port: number, readIn: ReadIn): void {
  const options = { readIn, resolve: async () => [{ address: '127.0.0.1', port, exempt: true }] }
  const run = startLookRun(options)
  answerRounds(async (number) => {
    const url = postUrl('http://blog.test', number)
    const { facts } = await lookAtLink({ ...QUESTION, url }, { ...options, run })
    if (!isJudged(facts)) throw new Error(`Page ${number} was not judged: ${JSON.stringify(facts)}`)
  })
}

function isJudged({ linked, mentioned, indexable, canonicalElsewhere, targetStatus }: LinkFacts): boolean {
  const isSeen = [linked, mentioned, indexable].every((fact) => fact !== null)
  return isSeen && canonicalElsewhere !== null && (linked !== true || targetStatus === 200)
}
