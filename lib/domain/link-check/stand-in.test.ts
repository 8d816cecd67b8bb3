import { describe, expect, it } from 'vitest'
import { judged, LINK, POST } from './cases/judged-page.ts'
import { examinePage } from './examine-page.ts'
import { judgePage } from './judge-page.ts'
import { observationOf } from './judge-saved-page.ts'
import { verdictKindOf } from './link-verdict.ts'
import { NO_SURROUNDINGS } from './surroundings.ts'

describe('what stands in for the page', () => {
  const previously = 'linked' as const
  const login = '<form><input name="user"><input type="password"></form>'

  it.each([
    ['login', `<title>Log in | Blog</title><h1>Log in</h1>${login}`],
    ['login', `<title>Anmelden</title><h1>Bitte anmelden</h1>${login}`],
    ['login', `<title>Connexion - Blog</title>${login}`],
    ['consent', '<title>Before you continue</title><p>We use cookies and data to run our services.</p>'],
    ['consent', '<h1>We value your privacy</h1><p>We and our partners keep information on a device.</p>'],
    [
      'consent',
      '<title>Ihre Zustimmung | Blog</title><h1>Mit Werbung weiterlesen</h1><p>Oder mit einem Abo.</p>',
    ],
    [
      'suspended',
      '<title>Account Suspended</title><h1>This account has been suspended.</h1><p>Ask your host.</p>',
    ],
    ['suspended', '<h1>Bandwidth Limit Exceeded</h1><p>The server cannot serve your request.</p>'],
    ['maintenance', '<title>Blog | Under maintenance</title><h1>We’ll be back soon!</h1>'],
    ['maintenance', '<title>Wartungsarbeiten</title><p>Wir sind bald zurück.</p>'],
    [
      'password',
      `<title>Protected: Walks</title><h1>Protected: Walks</h1><p>Enter your password.</p>${login}`,
    ],
    ['password', '<h1>Walks</h1><form><input type="password" name="post_password"></form>'],
    ['age', '<h1>Are you over 18?</h1><form><button>Yes</button><button>No</button></form>'],
    ['age', '<title>Age verification</title><a href="/in">Enter</a>'],
    ['error', '<h1>Error establishing a database connection</h1>'],
    ['error', '<title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>'],
    ['default-page', '<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1><p>It is installed.</p>'],
    ['default-page', '<h1>It works!</h1>'],
  ])('%s: %s', (instead, html) => {
    expect(judged(html, {}, { previously })).toMatchObject({
      instead,
      linked: null,
      mentioned: null,
      noindex: null,
      lost: null,
      verdict: 'could-not-check',
    })
    expect(judged(html + LINK)).toMatchObject({ linked: true })
  })

  it.each([
    '<title>blog.test is for sale</title><h1>blog.test is for sale</h1><p>Make an offer.</p>',
    '<title>blog.test</title><h1>This domain is for sale</h1>',
    '<title>blog.test</title><p>This domain is parked free, courtesy of a registrar.</p>',
    '<title>This domain has expired</title><p>Please renew it.</p>',
    '<title>blog.test</title><h1>Diese Domain steht zum Verkauf</h1>',
    '<title>blog.test</title><p>Links</p><script src="https://sedoparking.com/x.js"></script>',
  ])('a parked name: the page is gone, and nothing is lost: %s', (html) => {
    expect(judged(html, {}, { previously })).toMatchObject({
      instead: 'parked',
      soft404: true,
      lost: null,
      verdict: 'page-gone',
    })
  })

  it.each([
    '<html></html>',
    '<html><body><img src="x.png"></body></html>',
    '<!doctype html><title>Blog</title>',
  ])('no words at all, so nothing is lost: %s', (html) => {
    expect(judged(html, {}, { previously })).toMatchObject({
      instead: 'no-words',
      linked: false,
      lost: null,
      verdict: 'could-not-check',
    })
    expect(judged(html)).toMatchObject({ linked: false, verdict: 'not-mentioned' })
  })

  it.each([
    ['https://blog.test/', true],
    ['https://blog.test/index.html', true],
    ['https://www.blog.test/de/', true],
    ['https://blog.test/?utm_source=x', true],
    ['https://new.test/', true],
    ['https://blog.test/posts/two', false],
    ['https://blog.test/?p=12', false],
  ])('the front page, where the piece ends at %s: %s', (finalUrl, isFrontPage) => {
    const question = { url: 'https://blog.test/posts/one', targets: [{ domain: 'acme.test' }], previously }
    const observation = { ...observationOf({ url: question.url, html: POST }), finalUrl }
    const facts = judgePage(question, observation, examinePage(question, observation), NO_SURROUNDINGS)
    expect(facts).toMatchObject({
      linked: false,
      instead: isFrontPage ? 'front-page' : null,
      lost: isFrontPage ? null : true,
    })
    expect(verdictKindOf(facts, question)).toBe(isFrontPage ? 'could-not-check' : 'lost')
  })

  it('the front page, where nothing else was asked for, is a page like any other', () => {
    expect(
      judged(POST, { url: 'https://blog.test/' }, { url: 'https://blog.test/', previously }),
    ).toMatchObject({ lost: true })
  })

  it.each([
    ['a post with a form to sign in beside it', `<title>Walks | Blog</title><h1>Walks</h1>${POST}${login}`],
    ['a post about signing in', `<title>Log in</title><h1>Log in</h1>${POST}`],
    [
      'a post with a banner about cookies',
      `<title>Walks</title><h1>Walks</h1><div><h1>We value your privacy</h1></div>${POST}`,
    ],
    [
      'a post about a suspended account',
      `<title>Walks</title><h1>My account was suspended for a walk</h1>${POST}`,
    ],
    ['a post with that name', `<title>Are you over 18?</title><h1>Are you over 18?</h1>${POST.repeat(2)}`],
    ['a story of success', `<title>It works!</title><h1>It works!</h1>${POST}`],
    ['a post on a server', `<title>Welcome to nginx, again</title><h1>Moving our blog</h1>${POST}`],
    ['a house for sale', `<title>House for sale</title><h1>A house for sale</h1>${POST}`],
    [
      'a product that comes soon',
      `<title>Boots</title><h1>Boots: coming soon to our shop in Ely</h1>${POST}`,
    ],
  ])('but not %s', (_, html) => {
    expect(judged(html, {}, { previously })).toMatchObject({ instead: null, lost: true, verdict: 'lost' })
  })
})
