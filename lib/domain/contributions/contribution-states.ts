import type { ContributionKind } from './contribution-kinds.ts'

export const CONTRIBUTION_STATES = [
  'planned',
  'pitched',
  'agreed',
  'handed-in',
  'recorded',
  'published',
  'not-used',
  'withdrawn',
] as const
export type ContributionState = (typeof CONTRIBUTION_STATES)[number]

export type ContributionMove = { to: ContributionState; words: string }

type State = {
  label: string
  meaning: string
  tone: 'good' | 'careful' | 'neutral' | 'unknown'
  /** Something may still come of it. */
  isOpen: boolean
  moves: readonly ContributionMove[]
}

const NOT_USED: ContributionMove = { to: 'not-used', words: 'They did not use it' }
const WITHDRAWN: ContributionMove = { to: 'withdrawn', words: 'We let it go' }
const PUBLISHED: ContributionMove = { to: 'published', words: 'It is out' }
const HANDED_IN: ContributionMove = { to: 'handed-in', words: 'Handed in' }
const RECORDED: ContributionMove = { to: 'recorded', words: 'Recorded' }

/** What people read for each state, and where a piece of work may go from it. Which of these a kind knows, says movesOf. */
export const CONTRIBUTION_STATE_TABLE: Readonly<Record<ContributionState, State>> = {
  planned: {
    label: 'Planned',
    meaning: 'You would like to. Nobody has been asked.',
    tone: 'unknown',
    isOpen: true,
    moves: [
      { to: 'pitched', words: 'We have asked' },
      { to: 'agreed', words: 'They said yes' },
      HANDED_IN,
      PUBLISHED,
      WITHDRAWN,
    ],
  },
  pitched: {
    label: 'Asked',
    meaning: 'They have your letter. It is their turn.',
    tone: 'unknown',
    isOpen: true,
    moves: [{ to: 'agreed', words: 'They said yes' }, HANDED_IN, PUBLISHED, NOT_USED, WITHDRAWN],
  },
  agreed: {
    label: 'Agreed',
    meaning: 'They want it. Now it is yours to do.',
    tone: 'good',
    isOpen: true,
    moves: [RECORDED, HANDED_IN, PUBLISHED, NOT_USED, WITHDRAWN],
  },
  'handed-in': {
    label: 'Handed in',
    meaning: 'They have your words. When it comes out is up to them.',
    tone: 'unknown',
    isOpen: true,
    moves: [PUBLISHED, { to: 'agreed', words: 'Not handed in after all' }, NOT_USED, WITHDRAWN],
  },
  recorded: {
    label: 'Recorded',
    meaning: 'It is said. When it comes out is up to them.',
    tone: 'unknown',
    isOpen: true,
    moves: [PUBLISHED, { to: 'agreed', words: 'Not recorded after all' }, NOT_USED, WITHDRAWN],
  },
  published: {
    label: 'Out',
    meaning: 'It is out. Whether it links to you is known from looking.',
    tone: 'good',
    isOpen: false,
    moves: [{ to: 'agreed', words: 'That was not it' }],
  },
  'not-used': {
    label: 'Not used',
    meaning: 'They did not use it. That happens, and is out of your hands.',
    tone: 'neutral',
    isOpen: false,
    moves: [{ to: 'agreed', words: 'They want it after all' }, PUBLISHED],
  },
  withdrawn: {
    label: 'Let go',
    meaning: 'You decided against it.',
    tone: 'neutral',
    isOpen: false,
    moves: [{ to: 'planned', words: 'Take it up again' }],
  },
}

/** States in which something may still come of it. */
export const OPEN_STATES: readonly ContributionState[] = CONTRIBUTION_STATES.filter(
  (state) => CONTRIBUTION_STATE_TABLE[state].isOpen,
)

/** A recording is for what is spoken; a podcast hands nothing in; only a listing is handed in without an agreement. */
export function movesOf(kind: ContributionKind, state: ContributionState): readonly ContributionMove[] {
  return CONTRIBUTION_STATE_TABLE[state].moves.flatMap((move) => {
    if (move.to === 'recorded' && !(kind === 'podcast' || kind === 'interview')) return []
    if (move.to === 'handed-in') {
      if (kind === 'podcast') return []
      if (kind === 'directory') return [{ ...move, words: 'We sent it in' }]
      if (state !== 'agreed') return []
    }
    if (kind === 'directory' && move.to === 'not-used') return [{ ...move, words: 'They did not list us' }]
    return [move]
  })
}

export function mayMove(kind: ContributionKind, from: ContributionState, to: ContributionState): boolean {
  return movesOf(kind, from).some((move) => move.to === to)
}
