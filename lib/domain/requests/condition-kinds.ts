/** What a journalist asks for, by what it takes to meet it. */
export const CONDITION_KINDS = [
  ...[
    'place',
    'role',
    'credential',
    'first-hand',
    'no-ai',
    'no-pitch',
    'photo',
    'length',
    'named',
    'call',
    'exclusive',
  ],
  'other',
] as const
export type ConditionKind = (typeof CONDITION_KINDS)[number]

type KindWords = {
  label: string
  /** Whether what somebody is or has meets it, or what the answer looks like. */
  metBy: 'evidence' | 'answer'
  /** What to look for. */
  remedy: string
}

export const CONDITION_KIND_TABLE: Readonly<Record<ConditionKind, KindWords>> = {
  place: {
    label: 'From a place',
    metBy: 'evidence',
    remedy: 'Somebody who lives or works there has to speak.',
  },
  role: { label: 'Who may answer', metBy: 'evidence', remedy: 'Somebody who is that has to speak.' },
  credential: {
    label: 'Qualified',
    metBy: 'evidence',
    remedy: 'Name the qualification, and where one can check it.',
  },
  'first-hand': {
    label: 'From experience',
    metBy: 'evidence',
    remedy: 'Somebody it happened to has to speak.',
  },
  'no-ai': { label: 'No AI', metBy: 'answer', remedy: 'Write every word of it yourself.' },
  'no-pitch': {
    label: 'No product pitches',
    metBy: 'answer',
    remedy: 'Answer the question and leave the product out.',
  },
  photo: { label: 'A picture', metBy: 'answer', remedy: 'Say where the picture lies, or attach it.' },
  length: { label: 'Length', metBy: 'answer', remedy: 'Keep to what they ask for.' },
  named: {
    label: 'By name',
    metBy: 'answer',
    remedy: 'Give the full name, the title and a page to link to.',
  },
  call: { label: 'A conversation', metBy: 'answer', remedy: 'Say when one can reach you.' },
  exclusive: { label: 'Only for them', metBy: 'answer', remedy: 'Give the answer to nobody else.' },
  other: { label: 'As they say', metBy: 'evidence', remedy: 'Read it again and say whether it is met.' },
}

/** One thing asked for, with the words it came from. */
export type Condition = { kind: ConditionKind; words: string }

/** Conditions have no numbers of their own: their words tell them apart, whatever the spacing. */
export function conditionKey({ kind, words }: Condition): string {
  return `${kind}:${words.toLowerCase().replace(/\s+/g, ' ').trim()}`.slice(0, 400)
}

/** "at most 150 words": how many; null where no number of words is said. */
export function mostWordsAsked(words: string): number | null {
  const match =
    /\b(?:under|max(?:imum)?|at most|up to|no more than|less than|fewer than|limit(?:ed)? (?:of|to)|within|keep (?:it|them|answers|responses) (?:to|under))(?: of)? (\d{2,4})(?:[ -](?:to |and )?(\d{2,4}))? words?\b|\b(\d{2,4})(?:\s?[-\u2013]\s?(\d{2,4})| to (\d{2,4}))? words?\b/i.exec(
      words,
    )
  if (!match) return null
  const numbers = match.slice(1).filter(Boolean).map(Number)
  return numbers.length === 0 ? null : Math.max(...numbers)
}
