const ARTICLE_CHARACTERS = 44_500
/** With 15 in the menu and the foot, and ours, 50. */
const ARTICLE_LINKS = 34
const WORDS =
  'walk rain tent morning coffee valley quiet path pack weight stove river stone boots socks wool map light evening cold warm bread cheese road bus friend slow steady climb ridge forest meadow'.split(
    ' ',
  )
/** How our link is marked, page by page; the last ones name us without a link, and not at all. */
const LINK_KINDS = [
  'followed',
  'followed',
  'nofollow',
  'sponsored nofollow',
  'ugc',
  'followed',
  'none',
  'unnamed',
] as const

/** Its posts have six figures; the server writes them into the canonical address of the page it serves. */
export const POST_PATH = '/posts/'

/** The address of a post on a host. */
export function postUrl(origin: string, number: number): string {
  return `${origin}${POST_PATH}${String(number).padStart(6, '0')}`
}

/** A blog post of about 47 KB with 50 links, the same for the same number: other words, other marks on our link. */
export function benchPage(number: number): string {
  const random = randomFrom(number + 1)
  const kind = LINK_KINDS[number % LINK_KINDS.length] ?? 'followed'
  const words = (count: number) =>
    Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ')
  const elsewhere = (at: number) => `<a href="/topics/${at}?from=post">${words(2)}</a>`
  const brand = kind === 'unnamed' ? 'a small maker' : 'Acme'
  const ours =
    kind === 'none' || kind === 'unnamed'
      ? brand
      : `<a href="http://www.acme.test/kit"${kind === 'followed' ? '' : ` rel="${kind}"`}>the ${brand} kit</a>`
  const paragraphs: string[] = []
  let length = 0
  let linksLeft = ARTICLE_LINKS
  for (let at = 0; length < ARTICLE_CHARACTERS; at += 1) {
    const isLink = at % 9 !== 8 && at % 3 !== 2 && at !== 7 && linksLeft > 0
    if (isLink) linksLeft -= 1
    const inside = at === 7 ? ours : isLink ? elsewhere(at) : `<em>${words(1)}</em>`
    const paragraph =
      at % 9 === 8
        ? `<h2 id="part-${at}">${words(4)}</h2>\n`
        : `<p class="entry">${words(24)} ${inside} ${words(20)}, <strong>${words(2)}</strong> ${words(8)}.</p>\n`
    paragraphs.push(paragraph)
    length += paragraph.length
  }
  const menu = Array.from({ length: 10 }, (_, at) => `<li class="menu-item">${elsewhere(900 + at)}</li>`)
  const foot = Array.from({ length: 5 }, (_, at) => `<li>${elsewhere(950 + at)}</li>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${words(5)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="${words(20)}">
<link rel="canonical" href="${POST_PATH}000000"><link rel="stylesheet" href="/style.css">
<style>.menu-item { margin: 0 } .off { display: none } @media print { nav { display: none } } h1, h2 { font-weight: 600 }</style>
<script>document.documentElement.className += ' js'</script><script async src="/theme.js"></script>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"BlogPosting","headline":"${words(5)}"}</script></head>
<body class="post"><header><nav><ul>${menu.join('\n')}</ul></nav></header><main><article><h1>${words(5)}</h1>
<figure><img src="/one.jpg" alt="${words(5)}" width="900" height="600"><figcaption>${words(9)}</figcaption></figure>
${paragraphs.join('')}</article></main><footer><ul>${foot.join('\n')}</ul><!-- ${words(12)} --></footer>
<script>window.menu = { open: false, toggle() { this.open = !this.open } }</script></body></html>`
}

/** Numbers from 0 to 1 that come in the same order each time (a linear congruence). */
function randomFrom(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
