import { describe, expect, it } from 'vitest'
import { offerPagesAmong } from './offer-pages.ts'
import { MANY_DOMAINS, OUTLET_WARNING_TABLE, type OutletPage, outletWarnings } from './outlet-warnings.ts'

function kindsOn(text: string, role: OutletPage['role'] = 'offer', followedDomains = 0): string[] {
  const page = { url: 'https://blog.example/write-for-us', role, text, followedDomains }
  return [...new Set(outletWarnings([page]).map((warning) => warning.kind))]
}

describe('a page that sells posts or links is warned about', () => {
  it.each([
    ['Guest post: $80', ['price-for-post']],
    ['A guest post costs 80 EUR.', ['price-for-post']],
    ['Sponsored post – US$ 120', ['price-for-post']],
    ['We charge £150 per article.', ['price-for-post']],
    ['Our price is $45/post', ['price-for-post']],
    ['Price per post\n$60', ['price-for-post']],
    ['Guest post\n$80\nLink insertion\n$50', ['price-for-post', 'links-for-sale']],
    ['There is a publication fee for every text.', ['price-for-post']],
    ['An editorial fee applies.', ['price-for-post']],
    ['We do not accept casino topics, and charge $80 per post.', ['price-for-post']],
    ['No casino; guest posts are $80.', ['price-for-post']],
    ['Gastbeitrag: 90 €', ['price-for-post']],
    ['Ein Gastartikel kostet 120 EUR.', ['price-for-post']],
    ['Article sponsorisé : 100 €', ['price-for-post']],
    ['Post patrocinado: 75 €', ['price-for-post']],
    ['Artículo patrocinado: 75 €', ['price-for-post']],
    ['Articolo sponsorizzato: 60 euro', ['price-for-post']],
    ['Articolo sponsorizzato: 60 €', ['price-for-post']],
    ['Backlink 30 USD', ['price-for-post']],
    ['Link insertion is available for 40 dollars.', ['price-for-post', 'links-for-sale']],
    ['You get one do-follow link in your bio.', ['links-for-sale']],
    ['Up to two dofollow links', ['links-for-sale']],
    ['Buy permanent links from us.', ['links-for-sale']],
    ['We also offer niche edits.', ['links-for-sale']],
    ['Guest posts on a DA 55 site', ['links-for-sale']],
    ['Backlinks kaufen', ['links-for-sale']],
    ['Vente de liens', ['links-for-sale']],
    ['Venta de enlaces', ['links-for-sale']],
    ['Links for sale', ['links-for-sale']],
    ['We accept sponsored posts from brands we like.', ['sponsored-offer']],
    ['Sponsored posts are welcome.', ['sponsored-offer']],
    ['Book a sponsored article', ['sponsored-offer']],
    ['Wir veröffentlichen auch gesponserte Beiträge.', ['sponsored-offer']],
    ['Nous acceptons les articles sponsorisés.', ['sponsored-offer']],
  ])('%s', (text, kinds) => {
    expect(kindsOn(text)).toEqual(kinds)
  })
})

describe('what only looks like it is not', () => {
  it.each([
    // A shop, a trip, a ticket.
    ['Repair kit $80'],
    ['We stayed at a guesthouse for $80 a night and would again.'],
    ['The article is about a hut that costs 40 EUR per person.'],
    ['Tickets: $25'],
    ['Shipping is $5 within the country.'],
    ['Our book, with 200 articles, costs $30 in every shop.'],
    // The money goes the other way.
    ['We pay $80 per article.'],
    ['You will earn $100 for each guest post we print.'],
    ['We pay writers 150 EUR for a post.'],
    ['Contributors get paid: we pay $50 per post.'],
    ['Honorar: 80 € pro Beitrag'],
    // They say no.
    ['We do not sell links.'],
    ['We never charge for guest posts.'],
    ['There is no publication fee.'],
    ['Guest posts are free of charge.'],
    ['We don’t accept sponsored posts.'],
    ['Please note that we do not publish paid posts or give do-follow links.'],
    ['Sponsored posts are not accepted.'],
    ['Link insertions are not possible here.'],
    ['No do-follow links, no exceptions.'],
    ['Wir verkaufen keine Links und nehmen keine Gastbeiträge für 50 €.'],
    ['Nous ne publions pas d’articles sponsorisés.'],
    ['All links are nofollow.'],
    ['Mails that ask for link insertions are deleted.'],
    // They tell it of others, or argue about it.
    ['Some sites charge $80 for a guest post.'],
    ['Most bloggers ask for $150 per post, a study found.'],
    ['They wanted $200 for a do-follow link.'],
    ['Every week I get emails that offer $50 for a sponsored post.'],
    ['Should you buy backlinks?'],
    ['Why paid links are a bad idea'],
    ['Buying links violates Google’s guidelines: buy links and you risk a penalty.'],
    ['How to write a guest post that gets read'],
    ['The difference of dofollow and nofollow, explained'],
    // Ordinary words.
    ['Write for us: tell us what you would write about, and why our readers would care.'],
    ['Advertise with us: banners and our letter. Ask for our media kit.'],
    ['Our guest posts have been read by 12,000 people.'],
    ['We raised $800 for a hut, and wrote an article about it.'],
    ['Follow the links below to read more.'],
  ])('%s', (text) => {
    const found = outletWarnings([{ url: 'https://b.example/x', role: 'offer', text, followedDomains: 3 }])
    expect(found).toEqual([])
  })
})

describe('on a homepage', () => {
  it.each([
    ['Repair kit\n$80\nPost\n$20', []],
    ['Guest post: $80', []],
    ['What a do-follow link is', []],
    ['Should you buy backlinks?', []],
    ['Links for sale', ['links-for-sale']],
    ['We offer do-follow links on all our sites.', ['links-for-sale']],
    ['Buy backlinks here', ['links-for-sale']],
    ['We accept sponsored posts.', ['sponsored-offer']],
  ])('%s', (text, kinds) => {
    expect(kindsOn(text, 'home')).toEqual(kinds)
  })
})

describe('warnings', () => {
  it('count the sites that one page links to, from hundreds on', () => {
    expect(kindsOn('Links', 'home', MANY_DOMAINS - 1)).toEqual([])
    expect(kindsOn('Links', 'home', MANY_DOMAINS)).toEqual(['many-followed-links'])
  })

  it('carry the words seen and the page, at most three of a kind, each once', () => {
    const text = [
      'Guest post: $80',
      'Guest post: $80',
      ...[1, 2, 3, 4].map((n) => `Sponsored post: $9${n}`),
    ].join('\n')
    const url = 'https://b.example/x'
    const found = outletWarnings([{ url, role: 'offer', text, followedDomains: 0 }])
    expect(found).toEqual([
      { kind: 'price-for-post', url, words: 'Guest post: $80' },
      { kind: 'price-for-post', url, words: 'Sponsored post: $91' },
      { kind: 'price-for-post', url, words: 'Sponsored post: $92' },
    ])
  })

  it('shorten a long passage', () => {
    const [warning] = outletWarnings([
      { url: 'x', role: 'offer', text: `Guest post: $80 ${'and more '.repeat(90)}`, followedDomains: 0 },
    ])
    expect(warning?.words.length).toBeLessThan(240)
  })

  it('are explained, without a number that could be taken for a score', () => {
    for (const { title, means } of Object.values(OUTLET_WARNING_TABLE))
      expect(title + means).not.toMatch(/\d|score/)
  })

  it('are quick on a long and hostile text', () => {
    const text = `${'do not '.repeat(20_000)}\n${'$'.repeat(50_000)}\n${'guest post '.repeat(9_000)}\n${'1'.repeat(50_000)}`
    const began = performance.now()
    kindsOn(text)
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})

describe('pages for advertisers and guest writers', () => {
  const home = 'https://blog.example/'
  const isOwn = (url: URL) => url.hostname === 'blog.example'
  const among = (links: [string, string][]) =>
    offerPagesAmong(
      links.map(([url, text]) => ({ url: new URL(url, home).href, text })),
      home,
      isOwn,
    ).map((url) => new URL(url).pathname)

  it.each<[string, string]>([
    ['/write-for-us', 'Write for us'],
    ['/p/17', 'Write for Us!'],
    ['/about/advertise', 'For brands'],
    ['/contact', 'Advertise with us'],
    ['/submit', 'Submit'],
    ['/guest-post-guidelines', 'here'],
    ['/sponsored-posts', 'Sponsored posts'],
    ['/work-with-me', 'Work with me'],
    ['/gastbeitrag', 'Gastbeitrag einreichen'],
    ['/seite', 'Werbung'],
    ['/x', 'Publicité'],
    ['/y', 'Publicidad'],
    ['/z', 'Scrivi per noi'],
    ['/w', 'Adverteren'],
  ])('are found at %s behind "%s"', (url, text) => {
    expect(among([[url, text]])).toEqual([url])
  })

  it.each<[string, string]>([
    ['/2024/05/write-for-us', 'Write for us'],
    ['/blog/how-to-write-a-guest-post-people-read', 'How to write a guest post'],
    ['/how-i-got-my-first-guest-post-printed', 'Guest post'],
    ['/about', 'About us'],
    ['/shop', 'Shop'],
    ['/', 'Write for us'],
    ['/#advertise', 'Advertise'],
    ['https://other.example/write-for-us', 'Write for us'],
    ['/tag/advertising', 'Advertising'],
    ['/post/advertising-in-the-alps-was-odd', 'Advertising in the Alps was odd'],
  ])('are not found at %s behind "%s"', (url, text) => {
    expect(among([[url, text]])).toEqual([])
  })

  it('are four at most, the plainest first, each once', () => {
    expect(
      among([
        ['/p/1', 'Submit'],
        ['/p/2', 'Advertise'],
        ['/p/3', 'Contribute'],
        ['/write-for-us', 'Write for us'],
        ['/write-for-us/', 'Write for us'],
        ['/media-kit', 'Media kit'],
      ]),
    ).toEqual(['/write-for-us', '/media-kit', '/p/1', '/p/2'])
  })
})
