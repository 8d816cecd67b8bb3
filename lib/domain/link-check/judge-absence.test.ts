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

describe('walls', () => {
  it.each([
    ['Cloudflare', 403, '<title>Just a moment...</title><script>window._cf_chl_opt={}</script>', {}],
    ['Cloudflare by its header', 403, '<p>x</p>', { 'cf-mitigated': 'challenge' }],
    [
      'DataDome',
      403,
      '<p>Please enable JS</p><script src="https://ct.captcha-delivery.com/c.js"></script>',
      { 'x-datadome': 'protected' },
    ],
    [
      'Imperva with 200',
      200,
      '<iframe src="/_Incapsula_Resource?x=1">Request unsuccessful. Incapsula incident ID: 1</iframe>',
      {},
    ],
    [
      'AWS',
      202,
      '<script>window.gokuProps = {}</script><script src="https://x.token.awswaf.com/challenge.js"></script>',
      { 'x-amzn-waf-action': 'challenge' },
    ],
    [
      'a question for people with 200',
      200,
      '<title>Robot check</title><h1>Are you a robot?</h1><div class="g-recaptcha"></div>',
      {},
    ],
    [
      'a plain refusal of robots',
      403,
      '<h1>Access denied</h1><p>Automated access to this site is not allowed.</p>',
      {},
    ],
    ["LinkedIn's own status", 999, '', {}],
  ])('%s', (_, status, html, headers) => {
    expect(judged(html, { status, headers })).toMatchObject({
      botWall: true,
      linked: null,
      mentioned: null,
      noindex: null,
      verdict: 'could-not-check',
    })
  })

  it.each([
    ['a post about robots', `<title>Are you a robot?</title><h1>Are you a robot?</h1>${POST.repeat(3)}`],
    [
      'a post with a captcha under it',
      `${POST}<form><div class="g-recaptcha" data-sitekey="x"></div></form>`,
    ],
    [
      'a page Cloudflare let through',
      `${POST}<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>`,
    ],
  ])('%s is none', (_, html) => {
    expect(judged(html)).toMatchObject({ botWall: false, linked: false })
  })

  it('leaves open whom a bare 403 refuses, and never calls it gone', () => {
    expect(judged('<h1>Forbidden</h1>', { status: 403 })).toMatchObject({
      botWall: null,
      gone: null,
      transient: null,
      indexable: null,
      verdict: 'could-not-check',
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
