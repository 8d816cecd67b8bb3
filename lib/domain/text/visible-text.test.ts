import { describe, expect, it } from 'vitest'
import { findGap } from './gap-search.ts'
import { findQuote } from './quote-search.ts'
import { visibleText } from './visible-text.ts'

describe('visibleText', () => {
  it.each([
    'No tags at all: 5 < 6 and 7 > 3, <name> and <3.',
    '<p>One <em>bag</em>.</p>',
    '<img src="x.jpg" alt="a green bag" title=\'on a boat\'>',
    '<script>if (a < b) run("<p>")</script>text',
    '<img alt="">',
    '<p',
    '<style>p { color: red }',
  ])('keeps the length of %s', (text) => {
    expect(visibleText(text)).toHaveLength(text.length)
  })

  it('leaves text without tags alone', () => {
    const text = '5 < 6, <name>, a <b and I <3 it.'
    expect(visibleText(text)).toBe(text)
  })

  it.each([
    [
      'within a sentence',
      '<p>The <em>bag</em> de<b>cides</b> how the day goes.</p>',
      'The bag decides how the day goes',
    ],
    [
      'around a reference',
      '<p>It&rsquo;s the <a href="/x">bag that counts</a> most</p>',
      "It's the bag that counts",
    ],
  ])('lets a quote be found over tags %s', (_, page, quote) => {
    expect(findQuote(page, quote).kind).toBe('found')
  })

  it('marks the place in the page as given', () => {
    const page = '<h1>Bags</h1><p>The <em>bag</em> decides how.</p>'
    const found = findQuote(page, 'the bag decides how')
    expect(found.kind === 'found' && page.slice(found.start, found.end)).toBe('The <em>bag</em> decides how')
  })

  it.each([
    ['in a heading', '<h2>Recycled options</h2><p>None.</p>', 'present'],
    ['in an alt text', '<p>Look<img src="x" alt="a recycled option"></p>', 'present'],
    ['in a link', '<p>A <a href="/">recycled <b>option</b></a> here</p>', 'present'],
    ['over two list items', '<ul><li>recycled bag</li><li>option two</li></ul>', 'absent'],
    ['over heading and text', '<h2>Recycled</h2><p>Option</p>', 'absent'],
    ['in a script only', '<script>var x = "recycled option"</script><p>Hello</p>', 'absent'],
    ['in the address of a link only', '<p><a href="/recycled-option">Here</a></p>', 'absent'],
  ])('shows a gap %s', (_, page, kind) => {
    expect(findGap(page, 'no recycled option').kind).toBe(kind)
  })

  it.each([
    ['open tags', '<p '.repeat(170_000)],
    ['tags', '<p>'.repeat(170_000)],
    ['attributes', `<img ${'alt="'.repeat(100_000)}>`],
    ['many attributes', `<img ${'alt="a" '.repeat(450)}>`.repeat(140)],
  ])('takes half a megabyte of %s in its stride', (_, text) => {
    const before = performance.now()
    visibleText(text)
    expect(performance.now() - before).toBeLessThan(8_000)
  })
})
