import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { type TargetTrouble, targetTroubleOf } from '#lib/domain/link-check/target-trouble.ts'
import { Deadline } from './deadline.ts'
import { type FetchPageOptions, fetchPage } from './fetch-page.ts'
import type { HostPace } from './host-pace.ts'
import { examOf } from './page-reader.ts'

const TARGET_TIMEOUT_MS = 5_000
const TARGET_MAX_BYTES = 900_000
const REMEMBERED_MAX = 2_000

/** What became of a page of ours: its last status, and what is certainly wrong with it. */
export type TargetLook = { status: number | null; trouble: TargetTrouble | null }
const NOT_SEEN: TargetLook = { status: null, trouble: null }

/** The pages of ours that links lead to, each looked at once a run: a link to a page that is gone is the owner's to mend. */
export class TargetPages {
  readonly #options: FetchPageOptions
  readonly #looks = new Map<string, Promise<TargetLook | null>>()

  constructor(options: FetchPageOptions) {
    this.#options = options
  }

  /** Nothing is known of a page that was not reached in time. */
  async lookAt(
    address: string,
    asking: { deadline: Deadline; pace: HostPace; mayFetch?: FetchPageOptions['mayFetch'] },
  ): Promise<TargetLook> {
    const url = new URL(address)
    url.hash = ''
    while (!asking.deadline.isOver) {
      const known = this.#looks.get(url.href)
      const look = known ?? this.#look(url, asking)
      const seen = await asking.deadline.wait(look)
      if (seen !== null) return seen
      if (!known) break
    }
    return NOT_SEEN
  }

  #look(url: URL, asking: Parameters<TargetPages['lookAt']>[1]): Promise<TargetLook | null> {
    const timeoutMs = Math.min(TARGET_TIMEOUT_MS, asking.deadline.leftMs)
    const look = lookAtTarget(url, { ...this.#options, ...asking, deadline: undefined, timeoutMs })
    if (this.#looks.size >= REMEMBERED_MAX) this.#looks.clear()
    this.#looks.set(url.href, look)
    // One that had too little time, because its look had, is no answer for the others.
    void look.then((seen) => seen ?? this.#looks.delete(url.href))
    return look
  }
}

async function lookAtTarget(
  url: URL,
  options: FetchPageOptions & { timeoutMs: number },
): Promise<TargetLook | null> {
  const deadline = new Deadline(options.timeoutMs)
  try {
    const observation = await fetchPage(url.href, {
      ...options,
      deadline,
      validators: undefined,
      maxBytes: TARGET_MAX_BYTES,
    })
    if (observation.failure === 'timeout' && options.timeoutMs < TARGET_TIMEOUT_MS) return null
    const { status, failure } = observation
    const isWhole = failure === null && status !== null && status >= 200 && status < 300
    const exam = isWhole ? await examOf(questionAt(url.href), observation, options.readIn, deadline) : null
    return {
      status: observation.finalUrl === null ? null : status,
      trouble: isUnknownName(observation) ? null : targetTroubleOf(observation, exam?.soft404 ?? null),
    }
  } finally {
    deadline.end()
  }
}

/** Only a name server's plain no is one. */
function isUnknownName({ failure, failureDetail }: PageObservation): boolean {
  return failure === 'dns' && failureDetail !== 'ENOTFOUND' && failureDetail !== 'ENODATA'
}

function questionAt(url: string): LinkQuestion {
  return { url, targets: [], brands: [] }
}
