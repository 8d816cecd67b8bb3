import type { VerdictKind } from '../link-verdict.ts'
import { mentionOutcome, type PastLook } from '../mention-outcome.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 5, 9)
/** So many hours after the mention was added. */
export const at = (hours: number) => new Date(START + hours * HOUR)

export function look(hours: number, kind: VerdictKind, more: Partial<PastLook> = {}): PastLook {
  return {
    at: at(hours),
    kind,
    linked: kind.startsWith('linked') ? true : kind === 'could-not-check' ? null : false,
    ...more,
  }
}

export function outcome(looks: PastLook[], jitter = 0) {
  return mentionOutcome({ looks, addedAt: at(0), now: at(1_000), jitter })
}
