import { describe, expect, it } from 'vitest'
import { parseTags, TAG_MAX_CHARACTERS, TAGS_MAX, tagKeyOf } from './tags.ts'

describe('tags', () => {
  it.each([
    ['parted by commas', 'gear, hiking', ['gear', 'hiking']],
    ['parted by semicolons or lines', 'gear;hiking\r\nslow travel', ['gear', 'hiking', 'slow travel']],
    ['written with a hash', '#gear, ##hiking', ['gear', 'hiking']],
    ['in two spellings are one, the first stays', 'Slow Travel, slow  travel', ['Slow Travel']],
    ['of no letters are none', ' , ;, #', []],
    ['in other scripts', 'путешествия, 旅行', ['путешествия', '旅行']],
  ])('%s', (_, text, tags) => {
    expect(parseTags(text)).toEqual(tags)
  })

  it('too long are cut by whole characters', () => {
    expect(parseTags('🏔'.repeat(100))).toEqual(['🏔'.repeat(TAG_MAX_CHARACTERS)])
  })

  it('too many are left out', () => {
    expect(parseTags(Array.from({ length: 100 }, (_, index) => `tag ${index}`).join(','))).toHaveLength(
      TAGS_MAX,
    )
  })

  it('differ by their accents', () => {
    expect(tagKeyOf('Resume')).not.toBe(tagKeyOf('Résumé'))
  })
})
