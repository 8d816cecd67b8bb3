import { describe, expect, it } from 'vitest'
import { episodeMatch } from './episode-match.ts'

const work = {
  title: 'The ferry people',
  airsOn: '2026-03-10',
  isSpoken: true,
  domains: ['inesmoreau.test'],
  names: ['Ines Moreau'],
}
const post = {
  title: 'Something else',
  summary: '',
  text: '',
  url: 'https://show.test/41',
  date: '2026-05-01',
  isEpisode: true,
}

describe('a post of their feed', () => {
  it.each([
    ['names our person in the notes', { text: 'With Ines Moreau, who walks.' }, ['It names Ines Moreau.']],
    ['names our domain in the summary', { summary: 'See inesmoreau.test' }, ['It names inesmoreau.test.']],
    [
      'has the words of our title',
      { title: 'Ep. 41: Ferry people!' },
      ['Its title has your words: ferry, people.'],
    ],
    ['came out on the day they named', { date: '2026-03-11' }, ['It came out on the day they named.']],
  ])('that %s is offered', (_, change, reasons) => {
    expect(episodeMatch({ ...post, ...change }, work)?.reasons).toEqual(reasons)
  })

  it.each([
    ['is about something else', {}],
    ['has one word of ours in common', { title: 'Boat people' }],
    ['names somebody whose name begins like ours', { text: 'With Ines Moreausson.' }],
    ['came out two days later', { date: '2026-03-12' }],
    ['came out that day and is no episode', { date: '2026-03-10', isEpisode: false }],
  ])('that %s is not', (_, change) => {
    expect(episodeMatch({ ...post, ...change }, work)).toBeNull()
  })

  it('tells whether it names us', () => {
    expect(episodeMatch({ ...post, title: 'The ferry people' }, work)?.namesUs).toBe(false)
    expect(episodeMatch({ ...post, text: 'Ines Moreau' }, work)?.namesUs).toBe(true)
  })

  it('is not offered for words every title has', () => {
    const plain = { ...work, title: 'Interview about this year' }
    expect(episodeMatch({ ...post, title: 'Another interview about this year' }, plain)).toBeNull()
  })

  it('is not the day’s where the work is written', () => {
    expect(episodeMatch({ ...post, date: '2026-03-10' }, { ...work, isSpoken: false })).toBeNull()
  })
})
