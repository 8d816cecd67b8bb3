import { describe, expect, it } from 'vitest'
import { citationIn } from './citation.ts'

const insight = {
  url: 'https://ours.test/lost-luggage-2026',
  title: 'Where lost luggage goes',
  citedAs: ['Fernway luggage count'],
}

describe('a page cites an insight', () => {
  it.each([
    ['by a link', ['https://x.test/', 'http://www.ours.test/lost-luggage-2026/?utm_source=a#b'], '', 'link'],
    ['by its title, in any case', [], 'As WHERE LOST LUGGAGE GOES says', 'words'],
    ['by other words it goes by', [null], 'according to the Fernway luggage count.', 'words'],
  ])('%s', (_, links, text, how) => {
    expect(citationIn({ links, text }, insight)?.how).toBe(how)
  })

  it.each([
    ['by a link to another page of ours', ['https://ours.test/'], ''],
    ['by some of its words', [], 'nobody knows where luggage goes'],
  ])('not %s', (_, links, text) => {
    expect(citationIn({ links, text }, insight)).toBeNull()
  })

  it('not by a title of two words: others say them too', () => {
    const short = { ...insight, title: 'Lost luggage', citedAs: [] }
    expect(citationIn({ links: [], text: 'Lost luggage is a pity' }, short)).toBeNull()
  })

  it('by a link first, where it does both', () => {
    expect(citationIn({ links: [insight.url], text: insight.title }, insight)).toEqual({
      how: 'link',
      found: insight.url,
    })
  })
})
