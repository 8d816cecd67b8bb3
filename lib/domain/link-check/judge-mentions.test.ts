import { describe, expect, it } from 'vitest'
import { judgeSavedPage } from './judge-saved-page.ts'

function mentioned(html: string, brands = ['Acme'], headers: Record<string, string> = {}) {
  const question = {
    url: 'https://blog.test/',
    targets: [{ domain: 'acme.test', includeSubdomains: true }],
    brands,
  }
  return judgeSavedPage(question, { url: question.url, html, headers, robotsTxt: null }).facts
}

describe('a brand is named', () => {
  it.each([
    ['in plain text', '<p>We like Acme a lot.</p>', 'Acme'],
    ['in other case', '<p>we like ACME</p>', 'Acme'],
    ['over inline tags', '<p>We like Ac<b>m</b><i>e</i>.</p>', 'Acme'],
    ['with soft hyphens', '<p>We like Ac&shy;me.</p>', 'Acme'],
    ['with a zero-width space', '<p>We like Ac&#x200b;me.</p>', 'Acme'],
    ['with marks of direction', '<p>We like \u2066Ac\u2069m\u200ee.</p>', 'Acme'],
    ['with a joiner', '<p>We like Ac\u2060me.</p>', 'Acme'],
    ['before a sentence that begins at once', '<p>We like Acme.In summer we walk.</p>', 'Acme'],
    ['before what companies are', '<p>Made by Acme.Inc</p>', 'Acme'],
    ['by its domain in letters', '<p>See m\u00fcller.test for more</p>', 'xn--mller-kva.test'],
    ['by its domain in ASCII', '<p>See www.xn--mller-kva.test for more</p>', 'm\u00fcller.test'],
    ['with a break opportunity', '<p>We like Ac<wbr>me.</p>', 'Acme'],
    ['with a possessive', '<p>Acme’s kit</p>', 'Acme'],
    ['next to a hyphen', '<p>an Acme-made kit</p>', 'Acme'],
    ['in brackets', '<p>(Acme)</p>', 'Acme'],
    ['in a heading, a list or a table', '<h2>Acme</h2>', 'Acme'],
    ['over two lines', '<p>Acme\n   Walking&nbsp;Co</p>', 'Acme Walking Co'],
    ['over a line break', '<p>Acme<br>Walking</p>', 'Acme Walking'],
    ['composed otherwise', '<p>Cafe\u0301 Zoe\u0308</p>', 'Café Zoë'],
    ['with a sharp s in capitals', '<p>STRASSE 9</p>', 'Straße 9'],
    ['with a final sigma', '<p>ΟΔΟΣ</p>', 'οδος'],
    ['with a curly apostrophe', '<p>Levi’s</p>', "Levi's"],
    ['that ends in a sign', '<p>We use C++, and like it</p>', 'C++'],
    ['in a script without spaces', '<p>私はソニーのカメラが好きです</p>', 'ソニー'],
    ['among letters of another script', '<p>これはAcmeです</p>', 'Acme'],
    ['by its domain', '<p>Find it at www.acme.test/kit.</p>', 'acme.test'],
    ['by the name in its domain', '<p>Find it at acme.test.</p>', 'Acme'],
    ['by its mail address', '<p>Write to hello@acme.test</p>', 'acme.test'],
    ['inside details', '<details><summary>More</summary>Acme</details>', 'Acme'],
    ['in a text area', '<textarea>Acme</textarea>', 'Acme'],
  ])('%s', (_, html, brand) => {
    expect(mentioned(html, [brand])).toMatchObject({ mentioned: true, mentionedAs: brand, hidden: false })
  })

  it.each([
    ['as a part of a word', '<p>Acmeology, and Pacme</p>', 'Acme'],
    ['before a combining mark', '<p>Cafe\u0301</p>', 'Cafe'],
    ['over two blocks', '<p>Ac</p><p>me</p>', 'Acme'],
    ['over two cells', '<table><tr><td>Acme<td>Walking</table>', 'Acme Walking'],
    ['in a script', '<script>var a = "Acme"</script>', 'Acme'],
    ['in a style sheet', '<style>.Acme{}</style>', 'Acme'],
    ['in a comment', '<!-- Acme -->', 'Acme'],
    ['in a template', '<template>Acme</template>', 'Acme'],
    ['in the title only', '<title>Acme</title><p>x</p>', 'Acme'],
    ['in attributes', '<p title="Acme" data-x="Acme">x</p>', 'Acme'],
    ['in the alternative text of a picture', '<img alt="Acme">', 'Acme'],
    ['for readers without scripts', '<noscript>Acme</noscript>', 'Acme'],
    ['in another domain', '<p>Look at acme.example.com and acme-reviews.com</p>', 'Acme'],
    ['as the front of another domain', '<p>Look at acme.test.evil.com</p>', 'acme.test'],
    ['as the end of another domain', '<p>Look at not-acme.test</p>', 'acme.test'],
    ['in a longer ending', '<p>Look at acme.testing</p>', 'acme.test'],
    ['in a domain with a capital', '<p>Look at Acme.Com</p>', 'Acme'],
    ['in a domain of a country', '<p>Look at acme.in for more</p>', 'Acme'],
  ])('but not %s', (_, html, brand) => {
    expect(mentioned(html, [brand]).mentioned).toBe(false)
  })

  it('but not where readers do not see it, and says so', () => {
    expect(mentioned('<p style="display:none">Acme</p>')).toMatchObject({
      mentioned: false,
      hidden: true,
      mentionedAs: 'Acme',
    })
  })

  it('gives at most 300 characters around it', () => {
    const filling = 'Long walks in the rain want a good jacket. '.repeat(20)
    const { mentionContext } = mentioned(`<p>${filling} Acme makes one. ${filling}</p>`)
    expect(mentionContext?.length).toBeLessThanOrEqual(300)
    expect(mentionContext).toContain('Acme makes one')
  })

  it('in plain text files too', () => {
    expect(
      mentioned('We like <Acme>', ['Acme'], { 'content-type': 'text/plain; charset=utf-8' }),
    ).toMatchObject({ mentioned: true, linked: false })
  })

  it('is found in time in a text made of other domains', () => {
    const start = performance.now()
    expect(mentioned(`<p>${'acme-'.repeat(10)}shop.com</p>`).mentioned).toBe(false)
    mentioned(`<p>${'acme-'.repeat(200_000)}shop.com</p>`)
    expect(mentioned(`<p>${'acme.example.com '.repeat(100_000)}</p>`).mentioned).toBe(false)
    expect(performance.now() - start).toBeLessThan(6_000)
  })

  it('nowhere when there is no name to look for', () => {
    expect(mentioned('<p>Acme</p>', []).mentioned).toBe(false)
    expect(mentioned('<p>Acme</p>', ['  ']).mentioned).toBe(false)
  })
})
