import { describe, expect, it } from 'vitest'
import { judged, POST } from './cases/judged-page.ts'

/** A page of a title and a heading, with a sentence under them. */
function page(title: string, heading: string, body = '<p>Try the search, or go back to the start.</p>') {
  return `<title>${title}</title>${heading ? `<h1>${heading}</h1>` : ''}${body}`
}

describe('a page that says "not found" though it answers 200', () => {
  it.each([
    ['in English', page('Page not found | Blog', 'Page not found')],
    ['with the number behind it', page('Page not found (404)', 'Page not found (404)')],
    ['with the number before it', page('404 Not Found', '404 Not Found')],
    ['in German, by number', page('Fehler 404', 'Fehler 404')],
    ['in French, by number', page('Erreur 404', 'Erreur 404')],
    ['in Italian, by number', page('Errore 404', 'Errore 404 - Pagina non trovata')],
    ['in Spanish, by number', page('Error 404', 'Página no encontrada')],
    ['in Dutch', page('Fout 404', 'Deze pagina bestaat niet meer')],
    [
      'in German, with the number in brackets',
      page('Seite nicht gefunden (404)', 'Seite nicht gefunden (404)'),
    ],
    [
      'in German, with the number before it',
      page('404 – Seite nicht gefunden', 'Die Seite wurde leider nicht gefunden'),
    ],
    ['as a removed article', page('Article removed', 'Article removed')],
    ['as a deleted post', page('Post deleted - Blog', 'This post has been deleted.')],
    ['as unavailable content', page('Content unavailable', 'Content unavailable')],
    ['as a page that is gone for good', page('410 Gone', '410 Gone')],
    ['as a number alone', page('Blog', '404', '<p>Sorry.</p>')],
    [
      'as a number above a sentence that says it',
      page(
        'Blog',
        '404',
        `<p>Page not found.</p><p>${'Latest posts from our blog, to read instead of it. '.repeat(6)}</p>`,
      ),
    ],
    ['in its title alone, with little else', page('Page not found', '')],
  ])('%s', (_, html) => {
    expect(judged(html)).toMatchObject({ soft404: true, verdict: 'page-gone' })
  })
})

describe('a page like any other', () => {
  it.each([
    ['a post under the heading "404"', page('404 | Blog', '404', POST)],
    ['a post called "404" without another title', `<h1>404</h1>${POST}`],
    [
      'a post about the error',
      page('How to fix 404 not found errors', 'How to fix 404 not found errors', POST),
    ],
    [
      'a post on what was removed',
      page('Article 5 removed from the draft', 'Article 5 removed from the draft'),
    ],
    ['a short story called "Gone"', page('Gone | Stories', 'Gone')],
    [
      'a short notice of something missing',
      page('Missing', 'Missing', '<p>Our cat has been away since Monday.</p>'),
    ],
    ['a thing that is sold out', page('Kit | Shop', 'This product is unavailable')],
    [
      'a post on things not found',
      page('Not found: three lost lakes', 'Not found: three lost lakes of Devon', POST),
    ],
    ['a road', page('Route 404', 'Route 404 from Ely to Lund')],
    ['a product that is there', page('This product is available', 'This product is available')],
    ['a novel', page('Not found: a novel', 'A novel', POST.repeat(15))],
    ['another error', page('Error 451 explained', 'Error 451 explained')],
    ['a long page whose title says so', page('Not found', 'Lost villages', POST.repeat(4))],
  ])('%s', (_, html) => {
    expect(judged(html)).toMatchObject({ soft404: false, gone: false })
  })
})

it('answers at once however long a title is', () => {
  const start = performance.now()
  judged(`<title>${'page not found, '.repeat(50_000)}</title><h1>${' '.repeat(200_000)}x</h1>`)
  expect(performance.now() - start).toBeLessThan(8_000)
})
