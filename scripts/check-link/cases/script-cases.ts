import { LINK, type PageCase, POST, page } from './page-case.ts'

const SHELL = "VERIFIER.md: null 'where script could have written what is missing'"
const ORDINARY = "VERIFIER.md: 'mentioned-unlinked' and 'lost' may be said of an ordinary page"
const SEEN = 'VERIFIER.md, Verdicts, rule 1: what was seen counts'

const TEXT = `${POST}<p>${'The path climbs, and falls, and climbs again. '.repeat(20)}</p>`
const FOOTER = `<footer><p>${'About us. Contact. Privacy. Imprint. Archive of all walks since 2009. '.repeat(20)}</p></footer>`
const UNKNOWN = { linked: null, followed: null, lost: null }
const BEFORE = { ask: { previously: 'linked' as const } }
const SHELL_VERDICT = { ...BEFORE, verdict: 'looks-rendered-by-script' as const }

/** Pages that scripts fill: what is missing may be what they write. */
const SHELLS: readonly (readonly [name: string, html: string])[] = [
  ['an empty root and a bundle', '<div id="root"></div><script src="/static/js/main.3f.js"></script>'],
  ['an empty app and a module', '<div id=app></div><script type=module src="/assets/index-b2.js"></script>'],
  [
    'Next without its page',
    '<div id="__next"></div><script src="/_next/static/chunks/main.js" defer></script>',
  ],
  [
    'Angular',
    '<app-root></app-root><script src="runtime.js" type=module></script><script src="main.js" type=module></script>',
  ],
  [
    'Nuxt',
    '<div id="__nuxt"></div><script>window.__NUXT__={}</script><script src="/_nuxt/entry.js" type=module></script>',
  ],
  ['a word of waiting', '<div id="root"><p>Loading…</p></div><script src="/app.js"></script>'],
  [
    'a plea for JavaScript',
    '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/app.js"></script>',
  ],
  ['a script that writes all', `<script>document.write('<h1>Walks</h1>')</script>`],
  ['a page that goes elsewhere by script', "<script>location.replace('/real')</script><p>One moment.</p>"],
  [
    'an empty root between a long header and footer',
    `<header><p>${'Walks. Tents. Boots. '.repeat(40)}</p></header><div id="root"></div><script src="/app.js"></script>${FOOTER}`,
  ],
  ['an empty main and a long footer', `<main id="main"></main><script src="/app.js"></script>${FOOTER}`],
]

/** Whole posts, and a script that names us or writes something. */
const MATERIAL: readonly (readonly [name: string, html: string])[] = [
  [
    'our address in the state of the page',
    `${TEXT}<script>window.__STATE__={"links":[{"url":"https://acme.test/kit"}]}</script><script src="/static/app.js"></script>`,
  ],
  [
    'our address in JSON for a script',
    `${TEXT}<script type="application/json" id=data>{"url":"http:\\/\\/acme.test\\/"}</script><script src="/widget.js"></script>`,
  ],
  [
    'our address in a data attribute',
    `${TEXT}<div data-props='{"href":"http://acme.test/"}'></div><script src="/hydrate.js" type=module></script>`,
  ],
  [
    'our address percent-encoded in a data attribute',
    `${TEXT}<a data-url="http%3A%2F%2Facme.test%2Fkit">kit</a><script src="/links.js"></script>`,
  ],
  [
    'our address in Base64 in a data attribute',
    `${TEXT}<span data-href="${Buffer.from('http://acme.test/kit').toString('base64')}">kit</span><script src="/links.js"></script>`,
  ],
  [
    'our address in a template a script may use',
    `${TEXT}<template id=t>${LINK}</template><script>document.body.append(t.content.cloneNode(true))</script>`,
  ],
  [
    'our address put together by a script',
    `${TEXT}<p id=x></p><script>x.innerHTML='<a href="http://ac'+'me.test/">kit</a>'</script>`,
  ],
  [
    'our address in the script of an SVG',
    `${TEXT}<svg><script>document.body.innerHTML+='<a href="http://acme.test/">kit</a>'</script></svg>`,
  ],
  [
    'a part of the page that is still to come',
    `${TEXT}<main><!--$?--><template id="B:0"></template><p>Loading…</p><!--/$--></main><script>$RC=function(b,c){document.getElementById(b).replaceWith(document.getElementById(c))}</script>`,
  ],
  [
    'a box of products that is fetched',
    `${TEXT}<div id="shop"></div><script>fetch('/shop.json').then(r=>r.text()).then(t=>{shop.innerHTML=t})</script>`,
  ],
]

/** Ordinary pages with ordinary scripts: "no link" is certain. */
const ORDINARY_PAGES: readonly (readonly [name: string, html: string])[] = [
  [
    'Google Analytics',
    `${TEXT}<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script><script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date())</script>`,
  ],
  [
    'a script for the menu',
    `${TEXT}<script>document.querySelector('.menu').addEventListener('click',function(){this.classList.toggle('open')})</script>`,
  ],
  [
    'JSON-LD',
    `${TEXT}<script type="application/ld+json">{"@context":"https://schema.org","@type":"BlogPosting","headline":"Long walks"}</script>`,
  ],
  [
    'jQuery and a theme',
    `${TEXT}<script src="/wp-includes/js/jquery/jquery.min.js"></script><script src="/wp-content/themes/x/nav.js"></script>`,
  ],
  [
    'emoji of WordPress',
    `${TEXT}<script>window._wpemojiSettings={"baseUrl":"https://s.w.org/images/core/emoji/"}</script>`,
  ],
  ['a video that is embedded', `${TEXT}<iframe src="https://www.youtube.com/embed/x"></iframe>`],
  [
    'a form for a newsletter',
    `${TEXT}<form action="https://lists.test/subscribe"><input type=email><button>Join</button></form>`,
  ],
  ['a long post without any script', TEXT],
  [
    'comments by script below a long post',
    `${TEXT}<div id="disqus_thread"></div><script src="https://long-walks.disqus.com/embed.js" async></script>`,
  ],
  [
    'Next with its page',
    `<div id="__next"><main>${TEXT}</main></div><script id="__NEXT_DATA__" type="application/json">{"props":{"title":"Long walks"}}</script><script src="/_next/static/chunks/main.js" defer></script>`,
  ],
  [
    'Nuxt with its page',
    `<div id="__nuxt"><article>${TEXT}</article></div><script>window.__NUXT__={title:"Long walks"}</script><script src="/_nuxt/entry.js" type=module></script>`,
  ],
  [
    'pictures that load late',
    `${TEXT}<img data-src="/a.jpg" loading=lazy><script src="/lazyload.min.js" async></script>`,
  ],
  [
    'counting by script',
    `${TEXT}<script>(function(){var s=document.createElement('script');s.src='https://stats.test/count.js';document.head.appendChild(s)})()</script>`,
  ],
]

export const SCRIPT_CASES: readonly PageCase[] = [
  ...SHELLS.map(([name, html]) =>
    page(
      `a shell: ${name}`,
      SHELL,
      `<!doctype html><title>Walks</title><body>${html}`,
      { reachable: true, ...UNKNOWN, mentioned: null },
      SHELL_VERDICT,
    ),
  ),
  ...MATERIAL.map(([name, html]) =>
    page(
      `a script may write: ${name}`,
      SHELL,
      `<!doctype html><title>Walks</title>${html}`,
      { reachable: true, linked: { not: false }, lost: { not: true } },
      BEFORE,
    ),
  ),
  ...SHELLS.slice(0, 4).map(([name, html]) =>
    page(
      `a shell with a link: ${name}`,
      SEEN,
      `<!doctype html><title>Walks</title><body><header>${LINK}</header>${html}`,
      { linked: true, lost: { not: true } },
      BEFORE,
    ),
  ),
  ...ORDINARY_PAGES.map(([name, html]) =>
    page(
      `ordinary: ${name}`,
      ORDINARY,
      `<!doctype html><title>Walks</title>${html}`,
      { linked: false, mentioned: false, lost: true },
      { ...BEFORE, verdict: 'lost' },
    ),
  ),
  page(
    'JSON-LD that names us on a page without other scripts',
    'VERIFIER.md, linked: JSON-LD is no hyperlink and nothing turns it into one',
    `<!doctype html><title>Walks</title>${TEXT}<script type="application/ld+json">{"url":"http://acme.test/"}</script>`,
    { linked: false },
  ),
]
