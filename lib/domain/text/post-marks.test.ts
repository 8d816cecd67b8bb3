import { describe, expect, it } from 'vitest'
import { withPostMarks } from './post-marks.ts'

describe('the marks of a post', () => {
  it('stand before headings and list items, whatever stands inside them', () => {
    const html =
      '<h1>Ten <em>tents</em>\n for&nbsp;rain</h1><p>We slept.</p><ul><li>The <b>Akto</b></li><li><p>The Soulo</p></li></ul><h3>After</h3>'
    expect(withPostMarks('Ten tents for rain\n\nWe slept.\n\nThe Akto\n\nThe Soulo\n\nAfter', html)).toBe(
      '## Ten tents for rain\n\nWe slept.\n\n- The Akto\n\n- The Soulo\n\n## After',
    )
  })

  it('take a heading in a list item for a heading', () => {
    expect(withPostMarks('The Akto\n\nIt held.', '<li><h3>The Akto</h3><p>It held.</p></li>')).toBe(
      '## The Akto\n\nIt held.',
    )
  })

  it('leave a text alone that has none, or whose HTML never closes anything', () => {
    expect(withPostMarks('We slept.', '<p>We slept.')).toBe('We slept.')
    expect(withPostMarks('We slept.', '<li><h1>'.repeat(50_000))).toBe('We slept.')
  })

  it('are found in a page of many megabytes in a moment', () => {
    const html = `${'<li>one '.repeat(400_000)}<h2>The end</h2>`
    expect(withPostMarks('The end', html)).toBe('## The end')
  })
})
