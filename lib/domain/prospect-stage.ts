import type { PitchState } from './pitch-states.ts'

export const PROSPECT_STAGES = [
  'to-read',
  'read',
  'pitched',
  'talking',
  'covered',
  'resting',
  'not-for-us',
] as const
export type ProspectStage = (typeof PROSPECT_STAGES)[number]

export const PROSPECT_STAGE_TABLE: Readonly<Record<ProspectStage, { label: string; meaning: string }>> = {
  'to-read': { label: 'To read', meaning: 'Nobody has written down yet what they read here.' },
  read: { label: 'Read', meaning: 'Somebody read their work; nothing has been sent.' },
  pitched: { label: 'Pitched', meaning: 'A pitch is with them and no answer has come.' },
  talking: { label: 'Talking', meaning: 'They answered and the conversation is open.' },
  covered: { label: 'Covered', meaning: 'They have mentioned us at least once.' },
  resting: { label: 'Resting', meaning: 'Every pitch to them is closed. Give it time.' },
  'not-for-us': { label: 'Not for us', meaning: 'Set aside by hand. Nobody writes to them.' },
}

export type ProspectStageFacts = {
  /** When a person set it aside; null when nobody did. */
  setAsideAt: Date | null
  readingNoteCount: number
  mentionCount: number
  pitches: readonly { state: PitchState; sentAt: Date | null }[]
}

/** Where things stand with a prospect, from what happened. Only "not for us" is ever set by hand. */
export function stageOf(facts: ProspectStageFacts): ProspectStage {
  const sent = facts.pitches.filter((pitch) => pitch.sentAt !== null)
  if (facts.setAsideAt !== null) return 'not-for-us'
  if (facts.mentionCount > 0) return 'covered'
  if (sent.some((pitch) => pitch.state === 'answered')) return 'talking'
  if (sent.some((pitch) => pitch.state !== 'closed')) return 'pitched'
  if (sent.length > 0) return 'resting'
  return facts.readingNoteCount > 0 ? 'read' : 'to-read'
}
