import { OVERDUE_REMEDY } from '../promises.ts'
import type { PitchFacts, ShownFact } from './pitch-facts.ts'
import { type PitchProblem, problem } from './pitch-rules.ts'
import { settingsThatHold } from './pitch-settings.ts'

const MS_PER_DAY = 86_400_000

/** When a new first pitch to somebody may go, after our last message to them. */
export function coolingOffUntil(lastMessageAt: Date, coolingOffDays: number): Date {
  return new Date(lastMessageAt.getTime() + coolingOffDays * MS_PER_DAY)
}

/** What happened before with this person and this outlet. Nobody can overrule most of it. */
export function reviewHistory(facts: PitchFacts): PitchProblem[] {
  return [
    ...reviewStops(facts),
    ...reviewFollowUp(facts),
    ...reviewFirstPitch(facts),
    ...reviewDebts(facts),
    ...reviewCoverage(facts),
  ]
}

function reviewStops({ history }: PitchFacts): PitchProblem[] {
  const problems: PitchProblem[] = []
  if (history.suppressed) {
    problems.push(
      problem('suppressed', {
        message: `They are on your list of people never to write to again${shown(history.suppressed)}.`,
        remedy: 'Leave them in peace. Only a manager can lift this, with a reason, if it was a mistake.',
      }),
    )
  }
  if (history.hardBounce) {
    problems.push(
      problem('bounced', {
        message: `Mail to this address came back for good${shown(history.hardBounce)}.`,
        remedy: 'Look for another address of theirs, or another way to reach them.',
      }),
    )
  }
  return problems
}

function reviewFollowUp({ history, settings }: PitchFacts): PitchProblem[] {
  const problems: PitchProblem[] = []
  if (history.answeredAt || history.hardBounce || history.suppressed) {
    const what = history.answeredAt
      ? 'They have answered'
      : history.hardBounce
        ? 'The mail came back'
        : 'They asked to stop'
    problems.push(
      problem('replied', {
        message: `${what}, so there is nothing to follow up.`,
        remedy: history.answeredAt
          ? 'Read their answer and reply to it, or close the pitch.'
          : 'Close the pitch.',
      }),
    )
  }
  const { maxFollowUps } = settingsThatHold(settings)
  if (history.followUpsSent >= maxFollowUps) {
    const had = history.followUpsSent === 1 ? 'one follow-up' : `${history.followUpsSent} follow-ups`
    problems.push(
      problem('follow-ups-spent', {
        message:
          maxFollowUps === 0
            ? 'Your workspace sends no follow-ups.'
            : `They have had ${had}; that is the limit.`,
        remedy: 'Let it rest. Silence is an answer too, and it is out of your hands.',
      }),
    )
  }
  return problems
}

function reviewFirstPitch({ history, now, settings }: PitchFacts): PitchProblem[] {
  const problems: PitchProblem[] = []
  const { coolingOffDays, dailyCap } = settingsThatHold(settings)
  if (history.openPitchWithProspect) {
    problems.push(
      problem('open-conversation', {
        message: `Another pitch to this outlet is still open${shown(history.openPitchWithProspect)}.`,
        remedy: 'Wait until that one is closed, or carry on there.',
      }),
    )
  }
  if (history.lastMessageAt && now < coolingOffUntil(history.lastMessageAt, coolingOffDays)) {
    const until = coolingOffUntil(history.lastMessageAt, coolingOffDays).toISOString().slice(0, 10)
    problems.push(
      problem('cooling-off', {
        message: `Your last message to them was on ${history.lastMessageAt.toISOString().slice(0, 10)}. A new pitch waits ${coolingOffDays} days.`,
        remedy: `Keep it until ${until}. Comment on their work or share it in the meantime, if you like it.`,
      }),
    )
  }
  if (history.sentToday >= dailyCap) {
    problems.push(
      problem('daily-cap', {
        message: `You have sent ${history.sentToday} first pitches today; the limit is ${dailyCap}.`,
        remedy: 'Send it tomorrow. Nobody reads and writes well more often than that.',
      }),
    )
  }
  if (history.unread) {
    problems.push(problem('unread', { message: history.unread, remedy: 'Ask for a second pair of eyes.' }))
  }
  return problems
}

function reviewDebts({ history }: PitchFacts): PitchProblem[] {
  const problems = reviewPromises(history)
  if (history.sampleOfferedBefore) {
    problems.push(
      problem('sample-twice', {
        message: `This sample was offered to them before${shown(history.sampleOfferedBefore)}.`,
        remedy: 'Offer something else, or write without an offer.',
      }),
    )
  }
  return problems
}

/** What is owed comes before anything new is asked. Follow-ups ask this one by themselves: the gate's list for them is settled. */
export function reviewPromises(history: Pick<PitchFacts['history'], 'promiseOverdue'>): PitchProblem[] {
  if (!history.promiseOverdue) return []
  return [
    problem('promise-owed', {
      message: `You owe this person something, and it is overdue${shown(history.promiseOverdue)}.`,
      remedy: OVERDUE_REMEDY,
    }),
  ]
}

function reviewCoverage({ history }: PitchFacts): PitchProblem[] {
  if (!history.alreadyLinks) return []
  return [
    problem('already-covered', {
      message: `They link to you or mention you already${shown(history.alreadyLinks)}.`,
      remedy: 'Thank them for it, or say what is new since then.',
    }),
  ]
}

function shown(fact: ShownFact): string {
  return typeof fact === 'string' ? `: ${fact.slice(0, 200)}` : ''
}
