export const PITCH_STATES = ['draft', 'in-review', 'ready', 'sent', 'answered', 'closed'] as const
export type PitchState = (typeof PITCH_STATES)[number]

export const CLOSING_REASONS = ['declined', 'no-answer', 'bounced', 'stopped', 'withdrawn'] as const
export type ClosingReason = (typeof CLOSING_REASONS)[number]

export type PitchMove = { to: PitchState; words: string }

/** What people read for each state, and where a pitch may go from it. */
export const PITCH_STATE_TABLE: Readonly<
  Record<
    PitchState,
    { label: string; meaning: string; moves: readonly PitchMove[]; closes: readonly ClosingReason[] }
  >
> = {
  draft: {
    label: 'Draft',
    meaning: 'Being written.',
    moves: [
      { to: 'in-review', words: 'Ask for a second pair of eyes' },
      { to: 'ready', words: 'Mark as ready' },
      { to: 'closed', words: 'Put it away' },
    ],
    closes: ['withdrawn', 'stopped'],
  },
  'in-review': {
    label: 'In review',
    meaning: 'Somebody else reads it before it goes out.',
    moves: [
      { to: 'draft', words: 'Back to the writer' },
      { to: 'ready', words: 'Looks right, mark as ready' },
      { to: 'closed', words: 'Put it away' },
    ],
    closes: ['withdrawn', 'stopped'],
  },
  ready: {
    label: 'Ready',
    meaning: 'May be sent by a person.',
    moves: [
      { to: 'draft', words: 'Change it' },
      { to: 'in-review', words: 'Ask for a second pair of eyes' },
      { to: 'sent', words: 'Send' },
      { to: 'closed', words: 'Put it away' },
    ],
    closes: ['withdrawn', 'stopped'],
  },
  sent: {
    label: 'Sent',
    meaning: 'It went out. Waiting for an answer.',
    moves: [
      { to: 'answered', words: 'They answered' },
      { to: 'closed', words: 'Close' },
    ],
    closes: ['declined', 'no-answer', 'bounced', 'stopped', 'withdrawn'],
  },
  answered: {
    label: 'Answered',
    meaning: 'They wrote back. You are talking.',
    moves: [
      { to: 'sent', words: 'That was no answer' },
      { to: 'closed', words: 'Close' },
    ],
    closes: ['declined', 'no-answer', 'bounced', 'stopped', 'withdrawn'],
  },
  closed: {
    label: 'Closed',
    meaning: 'Finished, for now or for good.',
    moves: [
      { to: 'draft', words: 'Take up the draft again' },
      { to: 'sent', words: 'Open again and wait' },
      { to: 'answered', words: 'They answered after all' },
    ],
    closes: [],
  },
}

export const CLOSING_REASON_TABLE: Readonly<Record<ClosingReason, { label: string; meaning: string }>> = {
  declined: { label: 'They said no', meaning: 'Thank them and leave it there.' },
  'no-answer': { label: 'No answer', meaning: 'Silence is an answer too. It is out of your hands.' },
  bounced: { label: 'Came back', meaning: 'The address does not work. They never saw it.' },
  stopped: { label: 'Asked to stop', meaning: 'They are not written to again, anywhere.' },
  withdrawn: { label: 'Taken back', meaning: 'You decided to leave it.' },
}

/**
 * Whether a pitch may go from one state to another. A closed pitch goes back to where it was: to draft only if it was
 * never sent, to sent or answered only if it was, and nowhere once the person asked us to stop.
 */
export function canMove(
  from: { state: PitchState; wasSent: boolean; closedBecause: ClosingReason | null },
  to: PitchState,
): boolean {
  if (!PITCH_STATE_TABLE[from.state].moves.some((move) => move.to === to)) return false
  if (from.state !== 'closed') return true
  if (from.closedBecause === 'stopped') return false
  return to === 'draft' ? !from.wasSent : from.wasSent
}

export function canClose(state: PitchState, reason: ClosingReason): boolean {
  return PITCH_STATE_TABLE[state].closes.includes(reason)
}

/** A conversation somebody is waiting on: it keeps other first pitches to the same prospect back. */
export function isOpenConversation(state: PitchState): boolean {
  return state === 'sent' || state === 'answered'
}
