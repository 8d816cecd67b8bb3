import { describe, expect, it } from 'vitest'
import { judged, POST } from './cases/judged-page.ts'

describe('what script could still write on a page with a lot to read', () => {
  const LONG = POST.repeat(6)
  const encoded = btoa('<a href="https://acme.test/kit">kit</a>')

  it.each([
    ['an empty mount point', `${LONG}<div id="root"></div><script src="/bundle.js"></script>`],
    [
      'a mount point that says "Loading"',
      `${LONG}<div id="app">Loading…</div><script src="/app.js"></script>`,
    ],
    [
      'a part of the page that is still pending',
      `${LONG}<!--$?--><template id="B:0"></template><p>One moment.</p><!--/$--><script>self.__next_f.push([1])</script>`,
    ],
    [
      'a part left to the browser',
      `${LONG}<!--$!--><template data-dgst="BAILOUT_TO_CLIENT_SIDE_RENDERING"></template><p>One moment.</p><!--/$--><script src="/a.js"></script>`,
    ],
    [
      'a widget that is fetched',
      `${LONG}<div class="kit" id="links"></div><script>fetch('/links').then((r) => r.text()).then((t) => { document.getElementById('links').innerHTML = t })</script>`,
    ],
    [
      'a widget that says "Loading"',
      `${LONG}<ul class="links">Loading…</ul><script>$.getJSON('/links', (l) => $('.links').html(l.html))</script>`,
    ],
    [
      'something fetched and put at the end',
      `${LONG}<script>fetch('/x').then((r) => r.text()).then((t) => document.body.insertAdjacentHTML('beforeend', t))</script>`,
    ],
    [
      'a frame that is fetched',
      `${LONG}<turbo-frame id="r" src="/related"></turbo-frame><script src="/turbo.js"></script>`,
    ],
    [
      'a script that sends readers on',
      `${LONG}<script>window.location.href = 'https://blog.test/new'</script>`,
    ],
    [
      'a script that sends readers on after a while',
      `${LONG}<script>setTimeout(function () { location.replace('/new') }, 3000)</script>`,
    ],
    ['a page that sends readers on once it is there', `<body onload="location='/new'">${LONG}</body>`],
    [
      'our address, percent-encoded, in an attribute',
      `${LONG}<div data-link="https%3A%2F%2F%61cme%2Etest%2Fkit"></div><script src="/links.js"></script>`,
    ],
    [
      'our link in base64 in an attribute',
      `${LONG}<div data-html="${encoded}"></div><script src="/links.js"></script>`,
    ],
    ['our link in base64 in a script', `${LONG}<script>document.write(atob("${encoded}"))</script>`],
    [
      'our address put together',
      `${LONG}<script>document.write('<a href="https://ac' + 'me.te' + "st/">x</a>")</script>`,
    ],
    [
      'our address put together from constants',
      `${LONG}<script>var h = 'acme', t = ".test"; place.innerHTML = '<a href="https://' + h + t + '/">x</a>'</script>`,
    ],
    [
      'our address in a template string',
      `${LONG}<script>const host = "acme.test"; place.innerHTML = \`<a href="https://\${host}/">x</a>\`</script>`,
    ],
    [
      'our address joined',
      `${LONG}<script>document.write('<a href="https://' + ['acme', 'test'].join('.') + '">x</a>')</script>`,
    ],
    [
      'our address in escapes',
      `${LONG}<script>document.write("<a href='https:\\/\\/acme\\u002etest'>x</a>")</script>`,
    ],
    [
      'our address in numbers',
      `${LONG}<script>document.write(String.fromCharCode(${[...'<a href=//acme.test>'].map((c) => c.charCodeAt(0))}))</script>`,
    ],
    [
      'a handler that writes our link',
      `${LONG}<img src="x" onerror="this.outerHTML='<a href=https://acme.test/>kit</a>'">`,
    ],
    [
      'a button that writes our link',
      `${LONG}<button onclick="this.insertAdjacentHTML('afterend', '<a href=https://acme.test/>kit</a>')">Show</button>`,
    ],
    [
      'a script inside a drawing',
      `${LONG}<svg><script>document.write('&lt;a href="https://acme.test">kit&lt;/a>')</script></svg>`,
    ],
    [
      'a box that scripts know by its id',
      `${LONG}<div id="box"></div><script>fetch('/x').then((r) => r.text()).then((t) => { box.innerHTML = t })</script>`,
    ],
  ])('%s leaves the link open', (_, html) => {
    expect(judged(html)).toMatchObject({ linked: null, followed: null, verdict: 'looks-rendered-by-script' })
    expect(judged(html, {}, { previously: 'linked' })).toMatchObject({ lost: null })
  })

  it.each([
    // It leads to us, and is no hyperlink: nothing writes one.
    ['a button that leads to us', `${LONG}<button onclick="location.href='https://acme.test/'">Kit</button>`],
    [
      'a button that leads elsewhere',
      `${LONG}<button onclick="location.href='https://other.test/'">Kit</button>`,
    ],
    [
      'a picture that is hidden where it is missing',
      `${LONG}<img src="x.png" onerror="this.style.display='none'">`,
    ],
    [
      'a style sheet that arrives late',
      `${LONG}<link rel="stylesheet" href="/x.css" media="print" onload="this.media='all'">`,
    ],
    [
      'a part that has arrived',
      `${LONG}<!--$?--><template id="B:0"></template><!--/$--><div hidden id="S:0"><p>Here.</p></div><script>$RC("B:0","S:0")</script>`,
    ],
    [
      'an empty part left to the browser',
      `${LONG}<!--$!--><template data-dgst="BAILOUT_TO_CLIENT_SIDE_RENDERING"></template><!--/$--><script src="/a.js"></script>`,
    ],
    [
      'a form that is sent by script',
      `${LONG}<form id="letter"><input name="mail"><p id="thanks">Thank you.</p></form><script>letter.onsubmit = () => fetch('/letter').then(() => { document.getElementById('thanks').textContent = 'Sent' })</script>`,
    ],
    [
      'a number that is fetched into a place that is filled',
      `${LONG}<span id="count">12</span><script>fetch('/n').then((r) => r.text()).then((n) => { document.getElementById('count').innerHTML = n })</script>`,
    ],
    [
      'a page that breaks out of frames',
      `${LONG}<script>if (top != self) top.location = self.location</script>`,
    ],
    [
      'a menu that leads elsewhere when it is used',
      `${LONG}<select id="m"></select><script>m.addEventListener('change', function () { location.href = m.value })</script>`,
    ],
    ['a function nobody calls', `${LONG}<script>function go() { location.href = '/next' }</script>`],
    [
      'a page for telephones',
      `${LONG}<script>if (/Mobi/.test(navigator.userAgent)) location.href = 'https://m.blog.test/'</script>`,
    ],
    [
      'a page for those who chose a language before',
      `${LONG}<script>if (localStorage.lang === 'de') location.href = '/de/'</script>`,
    ],
    [
      'a page that wants to be safe',
      `${LONG}<script>if (location.hostname !== 'blog.test') location.href = 'https://blog.test/'</script>`,
    ],
    ['a brace in a string', `${LONG}<script>function go() { say("}"); location.href = '/next' }</script>`],
    [
      'a long library that watches over speed',
      `${LONG}<script>${'var x = 1;'.repeat(600)} new XMLHttpRequest(); document.body.appendChild(pixel)</script>`,
    ],
    ['a jump within the page', `${LONG}<script>location.href = '#post'</script>`],
    [
      'another address in base64',
      `${LONG}<div data-html="${btoa('<a href="https://other.test/">kit</a>')}"></div><script src="/links.js"></script>`,
    ],
  ])('%s is certain', (_, html) => {
    expect(judged(html)).toMatchObject({ linked: false, scriptRendered: false, verdict: 'not-mentioned' })
  })

  it.each([
    ['constants', `<script>document.write(1);${'var a = "b" + c + "d";'.repeat(20_000)}</script>`],
    ['percent signs', `<script>document.write('${'%41'.repeat(300_000)}')</script>`],
    ['base64', `<script>document.write('${'QUJD'.repeat(300_000)}')</script>`],
    [
      'places',
      `<script>fetch('/');${"$('#a').html(x);".repeat(5_000)}</script>${'<p id=a>x</p>'.repeat(20_000)}`,
    ],
    ['moves', `<script>${'location = location.href;'.repeat(30_000)}</script>`],
    ['open templates', `<script>document.write(1)</script>${'<template id="B:1"'.repeat(40_000)}`],
    ['spaces', `<script>document.write(1); a =${' '.repeat(400_000)}"x"</script>`],
  ])('is bounded against a page made of %s', (_, html) => {
    const start = performance.now()
    judged(LONG + html)
    expect(performance.now() - start).toBeLessThan(8_000)
  })
})
