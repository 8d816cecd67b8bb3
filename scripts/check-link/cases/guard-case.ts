export type GuardDecision = 'allow' | 'refuse'

/** One question to the address guard, and what the standards settle about its answer. */
export type GuardCase = {
  name: string
  /** The registry, RFC or standard the expectation rests on. */
  source: string
  url: string
  /** What each look-up answers: the next entry at a time, the last repeats. One flat list is one look-up. */
  dns?: string[] | string[][]
  decision: GuardDecision
  reason?: string
  ip?: string
}

/** An address, what becomes of it, and the row or RFC that says so. Asked as a literal and as a look-up's answer. */
export type AddressRow = readonly [address: string, decision: GuardDecision, source: string]
