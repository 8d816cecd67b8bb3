import { refusedAddress } from './address-guard.ts'
import { exchange } from './exchange.ts'
import { type FetchPageOptions, fetchRedirected } from './fetch-page.ts'

const TARGET_TIMEOUT_MS = 5_000

/** The pages of ours that links lead to, each looked at once a run: a link to a page that is gone is the owner's to mend. */
export class TargetPages {
  readonly #options: FetchPageOptions
  readonly #statuses = new Map<string, Promise<number | null>>()

  constructor(options: FetchPageOptions) {
    this.#options = options
  }

  /** The status after redirects; null when there was no answer. */
  statusOf(address: string): Promise<number | null> {
    const url = new URL(address)
    url.hash = ''
    const known = this.#statuses.get(url.href)
    if (known) return known
    const status = this.#look(url)
    this.#statuses.set(url.href, status)
    return status
  }

  async #look(url: URL): Promise<number | null> {
    if (refusedAddress(url) !== null) return null
    const timeoutMs = Math.min(TARGET_TIMEOUT_MS, this.#options.timeoutMs ?? TARGET_TIMEOUT_MS)
    const options = { ...this.#options, timeoutMs, mayFetch: undefined }
    const head = await exchange(url, 'HEAD', options, AbortSignal.timeout(timeoutMs))
    if (head.status === null) return null
    if (head.status >= 200 && head.status < 300) return head.status
    // Some servers answer HEAD with what they would never answer a reader.
    return (await fetchRedirected(url.href, options)).status
  }
}
