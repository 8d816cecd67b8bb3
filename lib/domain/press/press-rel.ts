import { MENTION_PROVENANCE_TABLE, type MentionProvenance } from '../mention-provenance.ts'

/**
 * What a link from the Site's press to such a page should carry. Who was sent a product was given something: a link back is
 * marked, so that the two are no exchange of links (FACTS.md, sections 1 and 3). All others are plain: the Site stands by them.
 */
export function relTo(provenance: string): '' | 'nofollow' {
  const { expectedRel } = MENTION_PROVENANCE_TABLE[provenance as MentionProvenance] ?? {}
  return expectedRel === 'sponsored-or-nofollow' ? 'nofollow' : ''
}
