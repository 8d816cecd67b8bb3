import { describe, expect, it } from 'vitest'
import { judged, LINK, POST } from './cases/judged-page.ts'

describe('pages that are not there', () => {
  it.each([
    ['<title>Page not found | Blog</title><h1>Page not found</h1><p>Try the search.</p>', true],
    ['<title>Blog</title><h1>404</h1><p>Sorry.</p>', true],
    ['<title>Blog</title><h1>Oops! That page can’t be found.</h1>', true],
    ['<title>Seite nicht gefunden – Blog</title><h1>Seite nicht gefunden</h1>', true],
    ["<title>Blog</title><h1>Cette page n'existe pas</h1>", true],
    ['<title>404 Not Found</title><center>nginx</center>', true],
    [`<title>How to fix 404 not found errors</title><h1>How to fix 404 not found errors</h1>${POST}`, false],
    [`<title>Not found: a novel</title><h1>A novel</h1>${POST.repeat(15)}`, false],
    [`<title>Walks</title><h1>Walks</h1>${POST}`, false],
    ['<title>This product is available</title><h1>This product is available</h1>', false],
    ['<title>Error 451 explained</title><h1>Error 451 explained</h1><p>Short note.</p>', false],
  ])('%s says so: %s', (html, soft404) => {
    expect(judged(html)).toMatchObject({
      soft404,
      gone: false,
      verdict: soft404 ? 'page-gone' : 'not-mentioned',
    })
  })

  it.each([404, 410])('%i is gone, and tells nothing of the link', (status) => {
    expect(judged(POST, { status })).toMatchObject({
      gone: true,
      reachable: false,
      linked: null,
      mentioned: null,
      transient: status === 410 ? false : null,
      verdict: 'page-gone',
      indexable: false,
    })
  })

  it('says a link that stands on a page of an odd status', () => {
    expect(judged(POST + LINK, { status: 404 })).toMatchObject({
      linked: true,
      gone: true,
      verdict: 'linked-not-indexable',
    })
  })
})

describe('lost', () => {
  const previously = 'linked' as const

  it('is said of a page that was read whole without the link', () => {
    expect(judged(POST, {}, { previously })).toMatchObject({ lost: true, verdict: 'lost' })
  })

  it.each([
    ['a link that is there', POST + LINK, {}, false],
    ['a page that is gone', POST, { status: 404 }, null],
    ['a page that says not found', '<title>404 Not Found</title><h1>Not found</h1>', {}, null],
    ['a wall', '<title>Just a moment...</title><script>_cf_chl_opt</script>', {}, null],
    ['a server in trouble', POST, { status: 503 }, null],
    ['a page built by script', '<div id="app"></div><script src="/a.js"></script>', {}, null],
  ])('is not said of %s', (_, html, saved, lost) => {
    const answer = judged(html, saved, { previously })
    expect(answer).toMatchObject({ lost })
    expect(answer.verdict).not.toBe('lost')
  })

  it('is not asked of a page that was never linked', () => {
    expect(judged(POST)).toMatchObject({ lost: null, verdict: 'not-mentioned' })
  })
})
