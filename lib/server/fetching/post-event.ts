import type { DeliveryFailure } from '#lib/domain/webhooks/delivery-failures.ts'
import { failureOfAnswer, firstWords } from '#lib/domain/webhooks/delivery-failures.ts'
import { refusedAddress } from './address-guard.ts'
import type { ConnectOptions } from './connections.ts'
import { Deadline } from './deadline.ts'
import { exchange } from './exchange.ts'

/** Name look-up, connection and answer together. A receiver that has more to do does it after its answer. */
const TIMEOUT_MS = 10_000
const ANSWER_MAX_BYTES = 16_384

export type PostOptions = ConnectOptions & { aboutUrl?: string }
export type Posted = { status: number | null; failure: DeliveryFailure | null; answer: string }

/**
 * Sends a body to an address somebody typed, by the same guard as every page that is looked at: the name is resolved anew, each
 * answer is judged, and the connection goes to a judged address. Redirects are not followed. Never throws.
 */
export async function postEvent(
  address: string,
  body: string,
  headers: Record<string, string>,
  options: PostOptions,
): Promise<Posted> {
  const url = URL.parse(address)
  const refused = url === null ? 'bad-scheme' : refusedAddress(url)
  if (url === null || refused !== null) return { status: null, failure: refused ?? 'bad-scheme', answer: '' }
  const deadline = new Deadline(TIMEOUT_MS)
  try {
    const {
      status,
      failure,
      body: answer,
    } = await exchange(
      url,
      'POST',
      { ...options, maxBytes: ANSWER_MAX_BYTES, maxWireBytes: ANSWER_MAX_BYTES },
      deadline,
      { ...headers, 'content-type': 'application/json', accept: '*/*' },
      body,
    )
    // A yes stands in the status; whether all the words after it came does not matter.
    if (status === null) return { status, failure: failure ?? 'protocol', answer: '' }
    return { status, failure: failureOfAnswer(status), answer: firstWords(answer) }
  } finally {
    deadline.end()
  }
}
