/** Why nothing whole came back. Plain values, because the world failing is data. */
export const FAILURES = [
  'dns',
  'refused',
  'reset',
  'timeout',
  'tls',
  'too-large',
  'protocol',
  'redirect-loop',
  'too-many-redirects',
  'blocked-address',
  'blocked-port',
  'bad-scheme',
] as const
export type Failure = (typeof FAILURES)[number]

export type Redirect = { url: string; status: number }

/** What one look brought back: bytes and headers, no judgement. */
export type PageObservation = {
  requestedUrl: string
  /** ISO 8601. "Now" for whoever judges this look. */
  fetchedAt: string
  failure: Failure | null
  /** The machine's word for the failure, such as ECONNREFUSED. For experts and logs. */
  failureDetail: string | null
  /** Status of the last answer; null when there was none. */
  status: number | null
  /** Address of the last answer, without fragment; null when there was none. */
  finalUrl: string | null
  /** The hops before the last answer. */
  redirects: Redirect[]
  /** Headers of the last answer as they came: names in lower case, repeated ones repeated. */
  headers: [name: string, value: string][]
  /** The body after decompression, as far as it came. */
  body: Uint8Array
  /** The body was cut: too large, broken off, stalled. */
  cut: boolean
  /** robots.txt forbids our own agent, and this look had to obey it: the page was not fetched. */
  forbiddenByRobots: boolean
  /**
   * robots.txt could not be read (no answer, 429, 5xx), and this look had to obey it: the page was not fetched. That
   * passes by itself and is not a no. `failureDetail` may say what kept the file from coming ("robots.txt 503").
   */
  robotsUnavailable?: boolean
}

/** All values of a header, in order. */
export function headerValues(observation: Pick<PageObservation, 'headers'>, name: string): string[] {
  return observation.headers.filter(([key]) => key === name).map(([, value]) => value)
}
