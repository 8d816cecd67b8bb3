import type { RobotsAnswer } from '#lib/domain/link-check/robots-answer.ts'
import { robotsAllow } from '#lib/domain/link-check/robots-answer.ts'
import { PRODUCT } from './exchange.ts'
import { type FetchPageOptions, fetchRedirected } from './fetch-page.ts'
import { FetchFailure } from './resolve-host.ts'

const ROBOTS_MAX_BYTES = 500 * 1024
const ROBOTS_TIMEOUT_MS = 5_000
/** As many as Google follows; a file behind more counts as none. */
const ROBOTS_REDIRECTS_MAX = 5

/** The robots.txt files of a run, each asked for once. */
export class RobotsFiles {
  readonly #options: FetchPageOptions
  readonly #files = new Map<string, Promise<RobotsAnswer | FetchFailure>>()

  constructor(options: FetchPageOptions) {
    this.#options = options
  }

  /** Null when the file could not be asked for. */
  async answerFor(url: string): Promise<RobotsAnswer | null> {
    const answer = await this.#fileFor(new URL(url))
    return answer instanceof FetchFailure ? null : answer
  }

  /** Whether our own agent may open a page. A host whose robots.txt cannot be reached is not opened (RFC 9309). */
  async mayWeOpen(url: URL): Promise<'yes' | 'forbidden' | FetchFailure> {
    const answer = await this.#fileFor(url)
    if (answer instanceof FetchFailure) return answer
    return robotsAllow(answer, PRODUCT, url.href) === false ? 'forbidden' : 'yes'
  }

  #fileFor(url: URL): Promise<RobotsAnswer | FetchFailure> {
    const known = this.#files.get(url.origin)
    if (known) return known
    const file = fetchRobots(`${url.origin}/robots.txt`, this.#options)
    this.#files.set(url.origin, file)
    return file
  }
}

async function fetchRobots(url: string, options: FetchPageOptions): Promise<RobotsAnswer | FetchFailure> {
  const timeoutMs = Math.min(ROBOTS_TIMEOUT_MS, options.timeoutMs ?? ROBOTS_TIMEOUT_MS)
  const { status, failure, failureDetail, body } = await fetchRedirected(url, {
    ...options,
    timeoutMs,
    maxBytes: ROBOTS_MAX_BYTES,
    maxRedirects: ROBOTS_REDIRECTS_MAX,
    mayFetch: undefined,
  })
  // What stands beyond the limit is not read; what came before it counts.
  if (status !== null && (failure === null || failure === 'too-large'))
    return { status, text: new TextDecoder().decode(body) }
  if (failure === 'too-many-redirects' || failure === 'redirect-loop') return { status: 404, text: '' }
  return new FetchFailure(failure ?? 'protocol', failureDetail ?? '')
}
