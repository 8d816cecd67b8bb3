import { describe, expect, it } from 'vitest'
import { MENTION_PROVENANCE_TABLE, MENTION_PROVENANCES } from './mention-provenance.ts'

describe('mention provenance', () => {
  it('expects a marking only where something was given for the link', () => {
    const marked = MENTION_PROVENANCES.filter(
      (provenance) => MENTION_PROVENANCE_TABLE[provenance].expectedRel === 'sponsored-or-nofollow',
    )
    expect(marked).toEqual(['sample', 'paid-elsewhere'])
  })
})
