import fc from 'fast-check'
import { parse, parseFragment, serialize } from 'parse5'
import { describe, expect, it } from 'vitest'
import { hostilePage } from './cases/hostile-pages.ts'
import { TooManyNodes } from './page-parser.ts'
import { parsePage, readNoscript, readTree } from './page-tree.ts'

const plenty = () => ({ left: 300_000 })
const bodyOf = (html: string) =>
  /<body>([\s\S]*)<\/body>/.exec(serialize(parsePage(`<!doctype html>${html}`, plenty())))?.[1]
/** What is read otherwise on purpose. */
const withoutOurs = (page: string) => page.replace(/select/gi, 'section').replaceAll('<![CDATA[', '<!--')

/** Raise RUNS to try more pages; change SEED to try others. */
const SEED = 20260302
const RUNS = 1_500

describe('the parser', () => {
  it('makes the same of a page as parse5 does, lists to choose from and CDATA aside', () => {
    fc.assert(
      fc.property(hostilePage, (page) => {
        const html = withoutOurs(page)
        expect(serialize(parsePage(html, plenty()))).toBe(serialize(parse(html)))
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it('and of what readers without scripts see', () => {
    fc.assert(
      fc.property(hostilePage, (page) => {
        const html = withoutOurs(page)
        const { nodes } = readNoscript(html, plenty())
        expect(nodes.map((node) => node.nodeName)).toEqual(
          parseFragment(html, { scriptingEnabled: false }).childNodes.map((node) => node.nodeName),
        )
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it('and of any run of characters', () => {
    const pieces = fc.constantFrom(
      ...[
        'a',
        'b c',
        ' ',
        '\n',
        '\r',
        '\r\n',
        '\t\f',
        '\v',
        '\u0000',
        '\u0001',
        '&amp;',
        '&notit;',
        '&',
        '<',
        '<p>',
        '</p>',
      ],
      ...[
        '<b>',
        '<pre>',
        '<table>',
        '<td>',
        '<svg>',
        '\u{1f600}',
        '\ud800',
        '\udc00 x',
        '\u00a0',
        '\ufeff',
        '<!--x-->',
        '<?x>',
      ],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const page = parts.join('')
        expect(serialize(parsePage(page, plenty()))).toBe(serialize(parse(page)))
      }),
      { seed: SEED, numRuns: 4 * RUNS },
    )
  })

  it.each([
    ['words and spaces', '<p>One  two &amp; three\n<b>four</b> </p>'],
    ['a line end that does not count', '<pre>\n\nx y</pre><textarea>\n x</textarea>'],
    ['zeros', '<p>a \u0000b</p><svg>a \u0000b</svg>'],
    ['text in a table', '<table> x <tr> y <td> z </td></tr></table>'],
    ['text before the page begins', ' \n x y'],
    ['text behind it', '<body>x</body> </html> y z'],
    ['code', '<script> if (a < b) c = " " </script><style> p { } </style>'],
  ])('puts text where parse5 puts it: %s', (_, html) => {
    expect(serialize(parsePage(html, plenty()))).toBe(serialize(parse(html)))
  })

  it.each([
    ['<select><a href=x>y</a></select>z', '<select><a href="x">y</a></select>z'],
    ['<select><div>a<p>b</select>c', '<select><div>a<p>b</p></div></select>c'],
    ['<select><option>a<option>b</select>', '<select><option>a</option><option>b</option></select>'],
    [
      '<select><option>a<optgroup><option>b',
      '<select><option>a</option><optgroup><option>b</option></optgroup></select>',
    ],
    ['<select><optgroup><option>a<hr>b', '<select><optgroup><option>a</option></optgroup><hr>b</select>'],
    ['<select>a<select>b', '<select>a</select>b'],
    ['<select>a<input>b', '<select>a</select><input>b'],
    ['<select><option><b>a</select>b', '<select><option><b>a</b></option></select><b>b</b>'],
    [
      '<table><tr><td><select><b>a</b></select>c<td>d</table>',
      '<table><tbody><tr><td><select><b>a</b></select>c</td><td>d</td></tr></tbody></table>',
    ],
    [
      '<select><table><tr><td>a</table>b</select>c',
      '<select><table><tbody><tr><td>a</td></tr></tbody></table>b</select>c',
    ],
    ['<select><script>a</script>b', '<select><script>a</script>b</select>'],
    ['<svg><select><a>x</a></select></svg>y', '<svg><select><a>x</a></select></svg>y'],
  ])('keeps what stands in a list to choose from, as the standard does: %s', (html, body) => {
    expect(bodyOf(html)).toBe(body)
  })

  it('reads CDATA in every element that is not HTML, as the standard does', () => {
    expect(bodyOf('<svg><title><![CDATA[<a>x]]></title></svg>y')).toBe(
      '<svg><title>&lt;a&gt;x</title></svg>y',
    )
    expect(bodyOf('<p><![CDATA[<a>x]]></p>')).toBe('<p><!--[CDATA[<a-->x]]&gt;</p>')
  })

  it('stops where there are more nodes than are allowed, comments among them', () => {
    expect(() => parsePage('<p>'.repeat(50), { left: 40 })).toThrow(TooManyNodes)
    expect(() => parsePage('<!-- x -->'.repeat(50), { left: 40 })).toThrow(TooManyNodes)
    expect(() => readNoscript('<p>'.repeat(50), { left: 40 })).toThrow(TooManyNodes)
  })

  it('tells whether a frameset could still take the place of what is there', () => {
    expect(readTree('<title>x</title><a href=y></a> ', plenty()).bodyMayGo).toBe(true)
    expect(readTree('<title>x</title><a href=y></a>x', plenty()).bodyMayGo).toBe(false)
  })
})
