import type { RobotsAnswer } from './robots-answer.ts'
import type { TargetTrouble } from './target-trouble.ts'

/** Where one link elsewhere led when it was followed. `unknown`: it could not be followed to its end. */
export type HopResult = {
  order: number
  outcome: 'target' | 'elsewhere' | 'unknown'
  /** The address on a target, for `target`. */
  redirectTo: string | null
  /** Whether Googlebot may follow every hop on the way. */
  googlebotAllowed: boolean | null
}

/** What was learned beside the page itself. Null: not asked, or no answer. */
export type Surroundings = {
  robots: RobotsAnswer | null
  hops: HopResult[]
  /** Hops that look like redirectors were left out, because there were too many. */
  hopsLeftOut: boolean
  targetStatus: number | null
  /** What is certainly wrong with that page; left out, its status decides. */
  targetTrouble?: TargetTrouble | null
}

export const NO_SURROUNDINGS: Surroundings = {
  robots: null,
  hops: [],
  hopsLeftOut: false,
  targetStatus: null,
}
