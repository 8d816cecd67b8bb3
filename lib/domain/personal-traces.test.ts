import { describe, expect, it } from 'vitest'
import { carriesTrace, tracesOf, withoutTraces } from './personal-traces.ts'

const ana = tracesOf({ names: ['Ana Moss'], addresses: ['ana@moss.example'], handles: ['@anamoss'] })
const pattern = ana.search?.pattern ?? /never/

describe('the traces of a person', () => {
  it.each([
    ['Met Ana Moss.', 'Met [erased].'],
    ['ANA   MOSS’s letter', '[erased]’s letter'],
    ['Ana\nMoss and Ana\u00a0Moss', '[erased] and [erased]'],
    ['Write to ANA@moss.example, please', 'Write to [erased], please'],
    ['<ana@moss.example>', '<[erased]>'],
    ['Ana Moss <ana@moss.example> or @AnaMoss', '[erased] <[erased]> or [erased]'],
  ])('are found in %j', (text, clean) => {
    expect(withoutTraces(text, pattern)).toBe(clean)
    expect(carriesTrace(text, pattern)).toBe(true)
  })

  it.each([
    'Ana said',
    'Diana Mossman',
    'Ana Mosser',
    'hana@moss.example',
    'ana@moss.example.org',
    'x.ana@moss.example',
    'the anamoss of old',
    '',
  ])('are not found in %j', (text) => {
    expect(withoutTraces(text, pattern)).toBe(text)
  })

  it('are found in scripts without gaps between words', () => {
    const { search } = tracesOf({ names: ['山田花子'], addresses: [], handles: [] })
    expect(withoutTraces('昨日山田花子さんに会った', search?.pattern ?? /never/)).toBe(
      '昨日[erased]さんに会った',
    )
  })

  it('are found when letters and accents are stored apart', () => {
    const { search } = tracesOf({ names: ['Zoë Müller'], addresses: [], handles: [] })
    expect(withoutTraces('Zoe\u0308 Mu\u0308ller came', search?.pattern ?? /never/)).toBe('[erased] came')
  })

  it('leave the shape of JSON alone', () => {
    const value = { 'Ana Moss': [1, null, true, { by: 'ANA MOSS', at: '2026' }], other: 'Ana' }
    expect(withoutTraces(value, pattern)).toEqual({
      '[erased]': [1, null, true, { by: '[erased]', at: '2026' }],
      other: 'Ana',
    })
  })

  it('do not look for what is everybody’s: a name of two letters, a plain word for a handle', () => {
    expect(tracesOf({ names: ['Jo'], addresses: [], handles: ['ana'] })).toEqual({
      terms: [],

      search: null,
    })
  })

  it.each(['a.b*c', '(x) [y] {z}', '^start$', 'one|two', 'back\\slash', 'a/b'])(
    'take %j as it stands',
    (name) => {
      const { search } = tracesOf({ names: [name], addresses: [], handles: [] })
      expect(withoutTraces(`so ${name} said`, search?.pattern ?? /never/)).toBe('so [erased] said')
      expect(withoutTraces('abbc x y z start one', search?.pattern ?? /never/)).toBe('abbc x y z start one')
    },
  )
})
