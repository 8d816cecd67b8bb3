import type { Failure } from '../link-check/page-observation.ts'

/** Why a try did not work: nothing came, or what came was no yes. */
export type DeliveryFailure = Failure | 'redirect' | 'no-yes' | 'gone' | 'secret-closed'

const WORDS: Readonly<Record<DeliveryFailure, string>> = {
  dns: 'There is no server by that name.',
  refused: 'Nobody listens there.',
  reset: 'They hung up before they answered.',
  timeout: 'No answer within ten seconds.',
  tls: 'Their certificate is not valid.',
  'too-large': 'The answer was too long to read.',
  protocol: 'What came back was no proper answer.',
  'redirect-loop': 'They sent us elsewhere, which we do not follow.',
  'too-many-redirects': 'They sent us elsewhere, which we do not follow.',
  'blocked-address': 'The name leads to a private address. Rapport does not go there.',
  'blocked-port': 'That port is not for web addresses. Rapport does not go there.',
  'bad-scheme': 'That is no web address.',
  redirect: 'They sent us elsewhere, which we do not follow. Put in the final address.',
  'no-yes': 'They answered, and not with a yes.',
  gone: 'They said that this address is gone.',
  'secret-closed': 'The secret cannot be opened with the keys of this server. Make a new one.',
}

/** What an answer comes to; null is a yes: any 2xx. */
export function failureOfAnswer(status: number): DeliveryFailure | null {
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400) return 'redirect'
  return status === 410 ? 'gone' : 'no-yes'
}

export function failureWords(failure: string | null): string {
  if (failure === null) return ''
  return Object.hasOwn(WORDS, failure) ? WORDS[failure as DeliveryFailure] : failure
}

const FIRST_WORDS_CHARACTERS = 200

/** The first words of an answer, for people to read: one line, without control characters. */
export function firstWords(body: Uint8Array): string {
  const text = new TextDecoder().decode(body.subarray(0, FIRST_WORDS_CHARACTERS * 4))
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return [...line].slice(0, FIRST_WORDS_CHARACTERS).join('')
}
