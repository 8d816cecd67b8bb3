import { headerValues } from '#lib/domain/link-check/page-observation.ts'
import type { RobotsAnswer } from '#lib/domain/link-check/robots-answer.ts'
import { robotsAllow } from '#lib/domain/link-check/robots-answer.ts'
import { Deadline } from './deadline.ts'
import { PRODUCT } from './exchange.ts'
import { type FetchPageOptions, fetchRedirected, type Permission } from './fetch-page.ts'
import type { HostPace } from './host-pace.ts'
import { FetchFailure } from './resolve-host.ts'

const ROBOTS_MAX_BYTES = 500 * 1024
const ROBOTS_TIMEOUT_MS = 5_000
/** As many as Google follows; a file behind more counts as none. */
const ROBOTS_REDIRECTS_MAX = 5
/** What a long run remembers; the oldest files are asked for again. */
const REMEMBERED_FILES_MAX = 2_000
const REMEMBERED_CHARACTERS_MAX = 8_000_000
/** The host itself is not there, or closed to us: then neither is the page, and there is no robots.txt to speak of. */
const NO_HOST = new Set(['dns', 'refused', 'tls', 'blocked-address', 'blocked-port', 'bad-scheme'])

type Asked = (RobotsAnswer & { retryAfter?: string }) | FetchFailure
type File = Promise<Asked>

/** Within whose time, and in whose turn, a file is asked for. */
export type Asking = { deadline?: Deadline; pace?: HostPace }

/** The robots.txt files of a run, each asked for once. */
export class RobotsFiles {
  readonly #options: FetchPageOptions
  readonly #files = new Map<string, File>()
  #characters = 0

  constructor(options: FetchPageOptions) {
    this.#options = options
  }

  /** Null when the file could not be asked for in time. */
  async answerFor(url: string, asking: Asking = {}): Promise<RobotsAnswer | null> {
    const answer = await this.#fileFor(new URL(url).origin, asking)
    return answer instanceof FetchFailure ? null : answer
  }

  /** Whether our own agent may open a page. A host whose robots.txt cannot be read is not opened for now (RFC 9309). */
  async mayWeOpen(url: URL, asking: Asking = {}): Promise<Permission> {
    const answer = await this.#fileFor(url.origin, asking)
    if (answer instanceof FetchFailure)
      return NO_HOST.has(answer.failure) ? answer : { unavailable: `robots.txt ${answer.failure}` }
    const { status, retryAfter } = answer
    if (status === 429 || status >= 500) return { unavailable: `robots.txt ${status}`, retryAfter }
    return robotsAllow(answer, PRODUCT, url.href) === false ? 'forbidden' : 'yes'
  }

  async #fileFor(origin: string, asking: Asking): Promise<Asked> {
    const deadline = asking.deadline ?? new Deadline(ROBOTS_TIMEOUT_MS)
    try {
      while (!deadline.isOver) {
        const known = this.#files.get(origin)
        const file = known ?? this.#ask(origin, deadline, asking.pace)
        const answer = await deadline.wait(file)
        // It was asked for by a look that had too little time left, and is forgotten: there may be enough for us.
        if (known && this.#files.get(origin) !== known) continue
        if (answer !== null) return answer
      }
      return new FetchFailure('timeout', 'overall')
    } finally {
      if (!asking.deadline) deadline.end()
    }
  }

  #ask(origin: string, deadline: Deadline, pace: HostPace | undefined): File {
    const timeoutMs = Math.min(ROBOTS_TIMEOUT_MS, deadline.leftMs)
    const file = fetchRobots(`${origin}/robots.txt`, { ...this.#options, timeoutMs, pace })
    this.#files.set(origin, file)
    const hadItsTime = timeoutMs === ROBOTS_TIMEOUT_MS
    void file.then((answer) => this.#remember(origin, answer, hadItsTime))
    return file
  }

  #remember(origin: string, answer: Asked, hadItsTime: boolean) {
    if (!(answer instanceof FetchFailure)) this.#characters += answer.text.length
    else if (answer.failure === 'timeout' && !hadItsTime) this.#files.delete(origin)
    if (this.#files.size <= REMEMBERED_FILES_MAX && this.#characters <= REMEMBERED_CHARACTERS_MAX) return
    this.#files.clear()
    this.#characters = 0
  }
}

async function fetchRobots(url: string, options: FetchPageOptions): Promise<Asked> {
  const { status, failure, failureDetail, headers, body } = await fetchRedirected(url, {
    ...options,
    deadline: undefined,
    validators: undefined,
    maxBytes: ROBOTS_MAX_BYTES,
    maxRedirects: ROBOTS_REDIRECTS_MAX,
    mayFetch: undefined,
  })
  // What stands beyond the limit is not read; what came before it counts.
  if (status !== null && (failure === null || failure === 'too-large'))
    return {
      status,
      text: new TextDecoder().decode(body),
      retryAfter: headerValues({ headers }, 'retry-after')[0],
    }
  if (failure === 'too-many-redirects' || failure === 'redirect-loop') return { status: 404, text: '' }
  return new FetchFailure(failure ?? 'protocol', failureDetail ?? '')
}
