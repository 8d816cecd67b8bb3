import { describe, expect, it } from 'vitest'
import { RETENTION_TABLE, retentionCutoff, retentionOf } from './retention.ts'

const BY_ITSELF = { importFiles: 90, feedPosts: 180, closedPitches: null, quietContacts: null }

describe('retention', () => {
  it.each<[string, unknown, object]>([
    ['nothing set', {}, BY_ITSELF],
    ['no object', null, BY_ITSELF],
    ['words', 'soon', BY_ITSELF],
    ['one rule set', { closedPitches: 730 }, { ...BY_ITSELF, closedPitches: 730 }],
    ['one switched off', { importFiles: null }, { ...BY_ITSELF, importFiles: null }],
    ['too few days', { importFiles: 1, quietContacts: 29 }, BY_ITSELF],
    ['no whole days', { feedPosts: 40.5, quietContacts: '90' }, BY_ITSELF],
    ['too many days', { quietContacts: 1e9 }, BY_ITSELF],
  ])('with %s is what it says, or as it is by itself', (_, stored, expected) => {
    expect(retentionOf(stored)).toEqual(expected)
  })

  it('counts whole days back from now', () => {
    expect(retentionCutoff(90, new Date('2026-04-01T12:00:00Z'))).toEqual(new Date('2026-01-01T12:00:00Z'))
  })

  it('says one and many', () => {
    expect(RETENTION_TABLE.quietContacts.counted(1)).toBe('1 contact')
    expect(RETENTION_TABLE.importFiles.counted(1200)).toBe('1,200 imports')
  })
})
