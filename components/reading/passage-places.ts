/** Element ids of the passages in the post that the note speaks of, and of the two halves of the desk. */
export const PLACES = { post: 'the-post', note: 'the-note', quote: 'the-quote', gap: 'the-gap' } as const
