/** From cause to effect: of what happened at the same moment, the later in this list stands higher. Only add at places that fit. */
export const TIMELINE_KINDS = [
  'added',
  'merged',
  'parted',
  'contact',
  'left',
  'read',
  'vetted',
  'drafted',
  'out',
  'touch',
  'gift',
  'request',
  'replied',
  'work',
  'published',
  'promised',
  'in',
  'mention',
  'look',
  'nudge',
  'settled',
  'closed',
  'aside',
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** What a person may narrow the story to. */
export const TIMELINE_GROUPS = {
  letters: { label: 'Letters', kinds: ['drafted', 'out', 'in', 'nudge', 'closed'] },
  reading: { label: 'Reading', kinds: ['read'] },
  touches: { label: 'Touches', kinds: ['touch'] },
  beyond: { label: 'Beyond letters', kinds: ['gift', 'request', 'replied', 'work', 'published'] },
  promises: { label: 'Promises', kinds: ['promised', 'settled'] },
  mentions: { label: 'Mentions', kinds: ['mention', 'look'] },
  book: {
    label: 'Book-keeping',
    kinds: ['added', 'contact', 'left', 'vetted', 'merged', 'parted', 'aside'],
  },
} as const satisfies Record<string, { label: string; kinds: readonly TimelineKind[] }>
export type TimelineGroup = keyof typeof TIMELINE_GROUPS

export type TimelineEvent = {
  /** Unlike any other event's. */
  key: string
  at: Date
  kind: TimelineKind
  /** What happened, in one sentence without its full stop. */
  title: string
  /** Who did it, where that is one of us. */
  by: string | null
  /** What was written or said, as it was. */
  text: string
  /** The thing itself, as a path inside the workspace. */
  path: string | null
}

/** An event of the story, with what most of them lack left empty. */
export function event(
  parts: Pick<TimelineEvent, 'key' | 'at' | 'kind' | 'title'> & Partial<TimelineEvent>,
): TimelineEvent {
  return { by: null, text: '', path: null, ...parts }
}

/** In Unicode isolates, so that a name written from right to left, or made to look so, leaves the sentence as it is. */
export function apart(name: string): string {
  return `\u2068${name}\u2069`
}
