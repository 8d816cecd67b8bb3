import { describe, expect, it } from 'vitest'
import { facts } from './cases/link-facts-of.ts'

describe('what is a link to us', () => {
  it.each([
    ['a plain link', '<a href="https://acme.test/kit">kit</a>', 'https://acme.test/kit'],
    ['a subdomain', '<a href="https://shop.acme.test/">kit</a>', 'https://shop.acme.test/'],
    ['no scheme', '<a href="//acme.test/kit">kit</a>', 'https://acme.test/kit'],
    [
      'white space and line ends inside the address',
      '<a href=" \n https://ac\nme.test/k\tit ">kit</a>',
      'https://acme.test/kit',
    ],
    ['capital letters', '<A HREF="HTTPS://ACME.TEST/Kit">kit</A>', 'https://acme.test/Kit'],
    [
      'character references',
      '<a href="https&colon;//acme.test/?a=1&amp;b=2">kit</a>',
      'https://acme.test/?a=1&b=2',
    ],
    [
      'userinfo before our host',
      '<a href="https://user:pass@acme.test/">kit</a>',
      'https://user:pass@acme.test/',
    ],
    ['a port', '<a href="https://acme.test:8443/">kit</a>', 'https://acme.test:8443/'],
    ['backslashes', '<a href="https:\\\\acme.test\\kit">kit</a>', 'https://acme.test/kit'],
    ['a root dot', '<a href="https://acme.test./">kit</a>', 'https://acme.test./'],
    ['no quotes', '<a href=https://acme.test/kit>kit</a>', 'https://acme.test/kit'],
    [
      'relative to a base',
      '<base href="https://acme.test/shop/"><a href="kit">kit</a>',
      'https://acme.test/shop/kit',
    ],
    [
      'a base that comes after it',
      '<a href="/kit">kit</a><base href="//acme.test">',
      'https://acme.test/kit',
    ],
    [
      'a link around a block',
      '<a href="https://acme.test/"><div><h3>kit</h3></div></a>',
      'https://acme.test/',
    ],
    ['a link never closed', '<p><a href="https://acme.test/">kit', 'https://acme.test/'],
    [
      'a link after a comment that ends in --!>',
      '<!-- x --!><a href="https://acme.test/">kit</a>',
      'https://acme.test/',
    ],
    [
      'a link after an abruptly closed comment',
      '<!--><a href="https://acme.test/">kit</a>',
      'https://acme.test/',
    ],
    [
      'a link inside a table that throws it out',
      '<table><a href="https://acme.test/">kit</a><tr><td>x</table>',
      'https://acme.test/',
    ],
    ['a link on a button', '<a href="https://acme.test/"><button>kit</button></a>', 'https://acme.test/'],
    [
      'a link in a list to choose from, as the standard has it since 2025',
      '<select><option><a href="https://acme.test/">kit</a></select>',
      'https://acme.test/',
    ],
    [
      'a link in such a list in a table',
      '<table><tr><td><select><div><a href="https://acme.test/">kit</a></div></select></table>',
      'https://acme.test/',
    ],
  ])('%s', (_, html, url) => {
    expect(facts(html)).toMatchObject({
      linked: true,
      linkedDirectly: true,
      resolvedUrl: url,
      element: 'a',
      crawlable: true,
      followed: true,
    })
  })

  it.each([
    ['our domain at the front of another', '<a href="https://acme.test.evil.test/">kit</a>'],
    ['our domain at the end of another', '<a href="https://notacme.test/">kit</a>'],
    ['our domain as the user', '<a href="https://acme.test@evil.test/">kit</a>'],
    ['our domain in path and query', '<a href="https://evil.test/acme.test?u=https://acme.test/">kit</a>'],
    ['a mail address', '<a href="mailto:hello@acme.test">kit</a>'],
    ['a script address', `<a href="javascript:location='https://acme.test/'">kit</a>`],
    ['another scheme', '<a href="ftp://acme.test/">kit</a>'],
    ['the source of a frame', '<iframe src="https://acme.test/"></iframe>'],
    [
      'the document inside a frame',
      '<iframe srcdoc="<a href=&quot;https://acme.test/&quot;>kit</a>"></iframe>',
    ],
    ['the document of an object', '<object data="https://acme.test/"></object>'],
    [
      'a second shadow root of one element',
      '<div><template shadowrootmode="open">x</template><template shadowrootmode="open"><a href="https://acme.test/">kit</a></template></div>',
    ],
    [
      'a shadow root on what can have none',
      '<ul><template shadowrootmode="open"><a href="https://acme.test/">kit</a></template></ul>',
    ],
    [
      'a shadow root of an unknown kind',
      '<div><template shadowrootmode="ajar"><a href="https://acme.test/">kit</a></template></div>',
    ],
    [
      'a template inside a shadow root',
      '<div><template shadowrootmode="open"><template><a href="https://acme.test/">kit</a></template></template></div>',
    ],
    ['no href', '<a data-href="https://acme.test/">kit</a>'],
    ['a span with href', '<span href="https://acme.test/">kit</span>'],
    ['a comment', '<!-- <a href="https://acme.test/">kit</a> -->'],
    ['a template without a shadow root', '<template><a href="https://acme.test/">kit</a></template>'],
    ['text that only looks like a link', '&lt;a href="https://acme.test/"&gt;kit&lt;/a&gt;'],
    ['a text area', '<textarea><a href="https://acme.test/">kit</a></textarea>'],
    ['a title', '<svg><title>x</title></svg><title><a href="https://acme.test/">kit</a></title>'],
    ['a frame that stands in', '<iframe><a href="https://acme.test/">kit</a></iframe>'],
    ['a style sheet link', '<link rel="stylesheet" href="https://acme.test/x.css">'],
    ['a picture', '<img src="https://acme.test/x.png">'],
    ['structured data', '<script type="application/ld+json">{"url":"https://acme.test/"}</script>'],
    ['an attribute that swallows it', '<p title="<a href=https://acme.test/>">x</p>'],
    [
      'a double-escaped script',
      '<script><!--<script></script><a href="https://acme.test/">kit</a>--></script>',
    ],
    ['a base of SVG', '<svg><base href="https://acme.test/"></svg><a href="/kit">kit</a>'],
    [
      'the second base',
      '<base href="https://blog.test/"><base href="https://acme.test/"><a href="/kit">kit</a>',
    ],
    ['a form', '<form action="https://acme.test/"><button>go</button></form>'],
    ['an address no URL parser reads', '<a href="https://acme.test:99999/">kit</a>'],
  ])('%s is none', (_, html) => {
    expect(facts(html)).toMatchObject({ linked: false, linkedDirectly: false, followed: false, linkCount: 0 })
  })

  it.each(['button', 'a', 'div role="link"'])('a click handler on %s is no link', (tag) => {
    const html = `<${tag} onclick="location='https://acme.test/'">kit</${tag}>`
    expect(facts(html)).toMatchObject({ linked: false, followed: false, matchedHref: null, element: null })
  })

  it('finds none in a frameset, whose pages are others', () => {
    expect(
      facts('', {}, { html: '<frameset cols="1,2"><frame src="https://acme.test/"></frameset>' }),
    ).toMatchObject({ linked: false, mentioned: false, scriptRendered: false })
  })

  it('leaves subdomains out where they are not wanted', () => {
    const targets = [{ domain: 'acme.test', includeSubdomains: false }]
    expect(facts('<a href="https://www.acme.test/">kit</a>', { targets }).linked).toBe(false)
    expect(facts('<a href="https://acme.test/">kit</a>', { targets }).linked).toBe(true)
  })

  it('knows an international domain in either form', () => {
    for (const domain of ['müller.test', 'xn--mller-kva.test', 'MÜLLER.test']) {
      const targets = [{ domain, includeSubdomains: false }]
      expect(facts('<a href="https://xn--mller-kva.test/">x</a>', { targets }).linked).toBe(true)
      expect(facts('<a href="https://Müller.test/">x</a>', { targets }).linked).toBe(true)
    }
  })
})
