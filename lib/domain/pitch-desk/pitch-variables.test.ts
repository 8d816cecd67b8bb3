import { describe, expect, it } from 'vitest'
import { examplePitch } from '../pitch-gate/example-pitch.ts'
import { reviewPlaceholders } from '../pitch-gate/placeholder-rule.ts'
import {
  fillVariables,
  firstNameOf,
  markVariables,
  PITCH_VARIABLES,
  textOfPieces,
  unknownVariables,
  type VariableValues,
} from './pitch-variables.ts'

const values: VariableValues = {
  'first name': 'Anna',
  'full name': 'Anna Berg',
  'their site': 'Fjell & Telt',
  'post title': null,
  'my name': 'Mara Lind',
  'site name': 'Trailhead',
  'site owner': 'Trailhead Gear AS',
  'postal address': '1 Quay\n0150 Oslo',
}

const fill = (text: string) => textOfPieces(fillVariables(text, values))

describe('variables', () => {
  it.each([
    ['Hi {first name},', 'Hi Anna,'],
    ['Hi {First Name},', 'Hi Anna,'],
    ['Hi {first_name} and {{full-name}}', 'Hi Anna and Anna Berg'],
    ['{ my  name }, {site name}\n{postal address}', 'Mara Lind, Trailhead\n1 Quay\n0150 Oslo'],
    ['no variable, and {1, 2} is a set', 'no variable, and {1, 2} is a set'],
    ['{first name', '{first name'],
    ['', ''],
  ])('in %j are filled in: %j', (text, filled) => {
    expect(fill(text)).toBe(filled)
  })

  it('that nothing is known of stay open, and the gate does not let them out', () => {
    expect(fill('About {post title}: well.')).toBe('About {post title}: well.')
    for (const variable of PITCH_VARIABLES) {
      const body = `Hi Maria,\n\nabout {${variable}}.`
      expect(reviewPlaceholders(examplePitch({ body }))).toHaveLength(1)
    }
  })

  it('are told apart from what somebody wrote', () => {
    expect(fillVariables('Hi {first name}, on {post title}', values)).toEqual([
      { text: 'Hi ', variable: null, kind: 'words' },
      { text: 'Anna', variable: 'first name', kind: 'filled' },
      { text: ', on ', variable: null, kind: 'words' },
      { text: '{post title}', variable: 'post title', kind: 'open' },
    ])
  })

  it('are filled once: a value that looks like a variable is words', () => {
    const odd = { ...values, 'post title': 'How to use {first name}' }
    expect(textOfPieces(fillVariables('{post title}', odd))).toBe('How to use {first name}')
  })

  it('that we do not have are named as they were written', () => {
    expect(unknownVariables('{first name} {colour} {{ Price }} {colour}')).toEqual([
      '{colour}',
      '{{ Price }}',
    ])
  })
})

describe('a letter', () => {
  it('shows what stands in it for this person, whoever wrote it, the longest name first', () => {
    const marked = markVariables('Hi Anna, I am Mara Lind. To Anna Berg of Annaberg, {post title}', values)
    expect(marked.filter(({ kind }) => kind !== 'words').map(({ text, kind }) => [text, kind])).toEqual([
      ['Anna', 'filled'],
      ['Mara Lind', 'filled'],
      ['Anna Berg', 'filled'],
      ['{post title}', 'open'],
    ])
    expect(textOfPieces(marked)).toBe('Hi Anna, I am Mara Lind. To Anna Berg of Annaberg, {post title}')
  })

  it('of twenty thousand characters is marked at once', () => {
    const before = performance.now()
    markVariables('Anna Anne An '.repeat(1_600), values)
    expect(performance.now() - before).toBeLessThan(500)
  })
})

describe('the first name', () => {
  it.each([
    ['Anna Berg', 'Anna'],
    ['Anna', 'Anna'],
    ['Dr. Anna Berg', 'Anna'],
    ['Jean-Luc Moreau', 'Jean-Luc'],
    ['The editors', null],
    ['Editorial team', null],
    ['', null],
  ])('of %j is %j', (name, first) => {
    expect(firstNameOf(name)).toBe(first)
  })
})
