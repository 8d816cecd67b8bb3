import type { PageEvidence } from '#lib/domain/link-check/judge-page.ts'
import type { LinkFacts } from '#lib/domain/link-check/link-facts.ts'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import type { Verdict } from '#lib/domain/link-check/link-verdict.ts'
import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { BodyRoom } from './body-room.ts'
import { Connections } from './connections.ts'
import { Deadline } from './deadline.ts'
import { type FetchPageOptions, fetchPage, type Validators } from './fetch-page.ts'
import type { FollowedHop } from './follow-hops.ts'
import { HostPace } from './host-pace.ts'
import { judgeLook, READING_TIME_MS } from './judge-look.ts'
import { keptHeaders } from './kept-headers.ts'
import { warmThread } from './page-threads.ts'
import { retryAfterOf } from './retry-after.ts'
import { RobotsFiles } from './robots-files.ts'
import { TargetPages } from './target-pages.ts'

/** For everything a look does: page, robots.txt, hops, the page of ours, and the reading of them. */
const LOOK_TIMEOUT_MS = 20_000
/** The network's part ends so much sooner, or the time for reading what came, whichever is less. */
const READING_SHARE = 0.1

export type LookOptions = Omit<FetchPageOptions, 'deadline' | 'validators'> & {
  /** For looks nobody clicked on: our own agent obeys robots.txt. */
  obeyRobots?: boolean
  /** Shared between the looks of one run, so that each robots.txt is asked for once and connections are used again. */
  run?: LookRun
  /**
   * Whose turn it is at a host, shared between looks that must not crowd it: for the page and all that is asked beside
   * it. Without it, what one look asks beside its page still goes to each host one after another.
   */
  pace?: HostPace
  /** The page's bytes are wanted afterwards, as evidence. */
  keepBody?: boolean
}

/** What looks at many pages share. Make a new one for each run: it remembers. */
export type LookRun = { robots: RobotsFiles; targets: TargetPages; connections: Connections; end: () => void }

export type Look = {
  facts: LinkFacts
  verdict: Verdict
  evidence: PageEvidence
  observation: PageObservation
  /** The links elsewhere that were followed, and the addresses on their way. */
  hops: FollowedHop[]
  /** What the last answer said that can have mattered. Also where validators for the next look are found. */
  headers: [name: string, value: string][]
  /** How long the site asked us to stay away, in milliseconds. */
  retryAfterMs: number | null
  /** The body after decompression, in zstd; only with `keepBody`, and null where none came. */
  body: Uint8Array | null
}

/** The page has not changed since the answer that gave the validators: what that look found holds. */
export type NotModified = Pick<Look, 'observation' | 'headers' | 'retryAfterMs'> & { notModified: true }

export function startLookRun(options: LookOptions = {}): LookRun {
  const connections = new Connections()
  const shared = { ...options, connections, room: undefined, pace: undefined }
  return {
    connections,
    robots: new RobotsFiles(shared),
    targets: new TargetPages(shared),
    end: () => connections.close(),
  }
}

/** Looks at a page once, with robots.txt and, where asked, the hops its links take, and says what is there. Never throws for the outside world. */
export async function lookAtLink(question: LinkQuestion, options: LookOptions = {}): Promise<Look> {
  return inTime(options, async (look) => judgeLook(question, await observed(question, look), look))
}

/**
 * The same, asking only for what is new. Safe only with validators of the final address of a whole look at the same
 * question: the marks of a 304 are the old ones, and neither robots.txt nor hops are asked again.
 */
export async function lookAgainAtLink(
  question: LinkQuestion,
  validators: Validators,
  options: LookOptions = {},
): Promise<Look | NotModified> {
  return inTime(options, async (look) => {
    const observation = await observed(question, look, validators)
    if (observation.status !== 304 || observation.finalUrl !== validators.url)
      return judgeLook(question, observation, look)
    return {
      notModified: true,
      observation,
      headers: keptHeaders(observation),
      retryAfterMs: retryAfterOf(observation),
    }
  })
}

function observed(
  question: LinkQuestion,
  { options, run, network, beside }: Looking,
  validators?: Validators,
): Promise<PageObservation> {
  const mayFetch = options.obeyRobots ? (url: URL) => run.robots.mayWeOpen(url, beside) : options.mayFetch
  return fetchPage(question.url, { ...options, deadline: network, validators, mayFetch })
}

/** What one look works with. */
export type Looking = {
  options: LookOptions & { connections: Connections; room: BodyRoom }
  run: LookRun
  /** For all of it. */
  whole: Deadline
  /** For all that goes over the network, and for what is asked beside the page. */
  network: Deadline
  beside: { deadline: Deadline; pace: HostPace }
}

/** Gives a look its time, and takes everything back when it is over. */
async function inTime<T>(options: LookOptions, work: (looking: Looking) => Promise<T>): Promise<T> {
  if (options.readIn !== 'here') warmThread()
  const run = options.run ?? startLookRun(options)
  const timeoutMs = options.timeoutMs ?? LOOK_TIMEOUT_MS
  const whole = new Deadline(timeoutMs)
  const network = whole.within(timeoutMs - Math.min(READING_TIME_MS, timeoutMs * READING_SHARE))
  const room = new BodyRoom()
  const beside = { deadline: network, pace: options.pace ?? new HostPace() }
  const its = { ...options, connections: run.connections, room }
  try {
    return await work({ options: its, run, whole, network, beside })
  } finally {
    whole.end()
    network.end()
    room.leave()
    if (!options.run) run.end()
  }
}
