import { NO_HISTORY } from './pitch-gate/pitch-facts.ts'
import type { PitchProblem, PitchRule } from './pitch-gate/pitch-rules.ts'
import { reviewPitch } from './pitch-gate/review-pitch.ts'

/** Of all that a letter is asked, what concerns a few words of thanks: that they are meant for this person, and ask nothing. */
const ASKED: readonly PitchRule[] = ['placeholder', 'wrong-name', 'condition', 'sells-or-buys']

type Thanks = { body: string; name: string; senderName: string; now: Date }

/** What is wrong with words of thanks. Whether one may write to them at all is asked elsewhere. */
export function reviewThanks({ body, name, senderName, now }: Thanks): PitchProblem[] {
  const problems = reviewPitch({
    ...{ now, route: 'service', purpose: 'thanks', subject: '', body, signature: '' },
    contact: { name, country: null, address: null },
    ...{ origin: null, guidelines: null, reading: null, others: [], history: NO_HISTORY, settings: {} },
    sender: { name: senderName, company: '', postalAddress: null },
  })
  return problems.filter(({ rule, severity }) => ASKED.includes(rule) && severity !== 'warning')
}
