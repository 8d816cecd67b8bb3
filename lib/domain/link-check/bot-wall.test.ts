import { describe, expect, it } from 'vitest'
import { judged, POST } from './cases/judged-page.ts'
import { examinePage } from './examine-page.ts'
import { judgePage } from './judge-page.ts'
import { observationOf } from './judge-saved-page.ts'
import { NO_SURROUNDINGS } from './surroundings.ts'

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

describe('walls that answer 200', () => {
  it.each([
    [
      'a denial',
      '<title>Access Denied</title><h1>Access Denied</h1><p>You do not have permission to view this page.</p>',
    ],
    ['a denial in German', '<title>Zugriff verweigert</title><p>Bitte wenden Sie sich an uns.</p>'],
    ['a denial in French', '<title>Blog</title><h1>Accès refusé</h1>'],
    [
      'a forbidden page',
      '<title>403 Forbidden</title><center><h1>403 Forbidden</h1></center><hr><center>nginx</center>',
    ],
    [
      'a challenge in German',
      '<title>Nur einen Moment…</title><p>Bestätigen Sie, dass Sie ein Mensch sind.</p>',
    ],
    ['a challenge in French', '<title>Un instant…</title><p>Vérification de la connexion.</p>'],
    ['a challenge in Spanish', '<title>Un momento…</title><p>Verifica que eres un ser humano.</p>'],
    ['a challenge in Italian', '<title>Un momento…</title><p>Verifica che tu sia umano.</p>'],
    ['a challenge in Dutch', '<title>Een ogenblik geduld…</title><p>Bevestig dat u een mens bent.</p>'],
    ['a challenge in Portuguese', '<title>Só um momento…</title><p>Verifique se você é humano.</p>'],
    ['a challenge in Japanese', '<title>しばらくお待ちください...</title><p>人間であることを確認します</p>'],
    ['a challenge in Chinese', '<title>请稍候…</title><p>正在确认您是真人</p>'],
    [
      'a question with letters to type',
      '<title>Shop</title><p>Enter the characters you see below. <input type="text"></p>',
    ],
    [
      'unusual traffic from the reader',
      '<title>Sorry</title><p>We have detected unusual traffic from your computer network.</p>',
    ],
    ['a bare security check', '<title>Security check</title><h1>Security check</h1><p>Please wait.</p>'],
    [
      'a challenge with a long word about itself',
      `<title>Blog</title><p>Please verify you are a human.</p><p>${'This website is guarded against automated visitors. '.repeat(6)}</p>`,
    ],
    [
      'a challenge with prose and a captcha',
      `<title>Blog</title><p>Please verify you are a human.</p><p>${'We are sorry for the wait and will be with you. '.repeat(6)}</p><div class="g-recaptcha"></div>`,
    ],
    [
      'a captcha with nothing beside it',
      '<title>Blog</title><p>One more step.</p><div class="h-captcha"></div>',
    ],
  ])('%s', (_, html) => {
    expect(judged(html, {}, { previously: 'linked' })).toMatchObject({
      botWall: true,
      linked: null,
      mentioned: null,
      lost: null,
      verdict: 'could-not-check',
    })
  })

  it.each([
    [
      'unusual activity somewhere else',
      '<h1>News</h1><p>Police saw unusual activity near the lake on Monday. Nobody was hurt.</p>',
    ],
    [
      'an airport',
      '<title>Ely airport</title><h1>Arriving</h1><p>After the security check turn left for the gates and the café.</p>',
    ],
    [
      'a contact form with a captcha',
      '<title>Contact</title><h1>Write to us</h1><form><input type="email"><textarea></textarea><label>I am not a robot</label><div class="g-recaptcha" data-sitekey="x"></div></form>',
    ],
    [
      'a letter to subscribe to',
      '<h1>Letter</h1><form><input type="email" name="mail"><div class="cf-turnstile"></div></form>',
    ],
    ['a story about a denial', `<title>Access denied</title><h1>Access denied</h1>${POST.repeat(2)}`],
    ['a short note on bots', '<h1>Robots</h1><p>Our new mower is a robot, not a bot. It cuts grass.</p>'],
    [
      'a short page a guard let through',
      `<title>Walks</title><p>${'A walk along the river. '.repeat(9)}</p><script>window._pxAppId = 'PX1'</script>`,
    ],
    [
      'a short post that quotes a challenge',
      `<h1>Captchas</h1><p>${'We walked along the river and saw nobody all day. '.repeat(5)}</p><p>"Verify you are human", it said.</p>`,
    ],
    [
      'a story that begins with a moment',
      '<title>Just a moment of rest</title><h1>Just a moment of rest</h1><p>We sat down.</p>',
    ],
    [
      'a short note with a form of its own',
      `<h1>Write to us</h1><p>${'We read every letter in winter. '.repeat(8)}</p><form><input name=m><div class="h-captcha"></div></form>`,
    ],
    ['a moment in Spanish', `<title>Un momento</title><h1>Un momento</h1>${POST}`],
  ])('but not %s', (_, html) => {
    expect(judged(html)).toMatchObject({ botWall: false, linked: false, verdict: 'not-mentioned' })
  })

  it('leave open whether a page that was cut off is one', () => {
    const observation = {
      ...observationOf({ url: 'https://blog.test/', html: '<title>Just a moment</title>' }),
      cut: true,
    }
    const question = { url: 'https://blog.test/', targets: [{ domain: 'acme.test' }] }
    const exam = examinePage(question, observation)
    expect(judgePage(question, observation, exam, NO_SURROUNDINGS)).toMatchObject({
      botWall: null,
      instead: null,
      linked: null,
    })
  })

  it('are found in time on a page made of their marks', () => {
    const start = performance.now()
    for (const mark of ['id=cf-error-details ', '<input ', '<textarea ', 'data-x="captcha" ', 'type = '])
      judged(mark.repeat(200_000))
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
