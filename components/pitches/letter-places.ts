/** Element ids of the two parts of a letter on show: words are selected in them. Nothing else may stand inside. */
export const LETTER_PLACES = { subject: 'letter-subject', body: 'letter-body' } as const

export type LetterPart = keyof typeof LETTER_PLACES
