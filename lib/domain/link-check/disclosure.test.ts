import { describe, expect, it } from 'vitest'
import { findDisclosures } from './disclosure.ts'

const kinds = (text: string) => findDisclosures(text).map(({ kind }) => kind)

describe('words to readers about a gift', () => {
  it.each([
    'This tent was gifted to me by Acme.',
    'AD | gifted. A week in Ely.',
    'My new kit (gifted) came last week.',
    'A lovely walk #gifted #walks',
    'PR sample',
    'Acme were kind: this is a PR sample.',
    'Acme kindly sent me one of their kits.',
    'Acme sent me their kit to try, and I think it is great.',
    'I received this kit free of charge.',
    'We received the product in exchange for an honest review.',
    'I was given this book for review.',
    'Acme gave us two tents for free.',
    'This is a press trip.',
    'Das Kit wurde mir von Acme kostenlos zur Verfügung gestellt.',
    'PR-Sample: das Kit habe ich getestet.',
    'Das Zelt wurde uns freundlicherweise von Acme zur Verfügung gestellt.',
    'Rezensionsexemplar vom Verlag',
    'Produit offert par Acme.',
    'Acme m’a gentiment envoyé ce kit.',
    'J’ai reçu gratuitement ce kit.',
    'Acme me ha regalado este kit.',
    'A cambio de una reseña sincera.',
    'Prodotto gentilmente offerto da Acme.',
    'Mi è stato inviato da Acme. #prodottofornitoda Acme',
    'Ik heb deze tent gratis ontvangen.',
    'Acme stuurde een kit in ruil voor een eerlijke review.',
  ])('%s', (text) => {
    expect(kinds(text)).toContain('gift')
  })
})

describe('words to readers about an advertisement, a commission or a payment', () => {
  it.each([
    ['ad', 'Loving my new kit #ad'],
    ['ad', '[AD] My new kit'],
    ['ad', 'AD: my new kit'],
    ['ad', 'This is an advertorial for Acme.'],
    ['ad', 'Unbezahlte Werbung, da Markennennung.'],
    ['ad', 'Werbung | Mein neues Kit'],
    ['ad', 'Dieser Beitrag enthält Werbung.'],
    ['ad', 'Collaboration commerciale avec Acme'],
    ['ad', 'Mi nuevo kit #publi'],
    ['ad', 'Il mio kit #adv'],
    ['ad', 'Deze post bevat reclame.'],
    ['affiliate', 'This post contains affiliate links.'],
    ['affiliate', 'If you buy through them we may earn a small commission.'],
    ['affiliate', 'As an Amazon Associate I earn from qualifying purchases.'],
    ['affiliate', 'Dieser Artikel enthält Affiliate-Links.'],
    ['affiliate', 'Cet article contient des liens d’affiliation.'],
    ['affiliate', 'Contiene enlaces de afiliados.'],
    ['affiliate', 'Contiene link di affiliazione.'],
    ['affiliate', 'Dit artikel bevat affiliatelinks.'],
    ['paid', 'Sponsored post'],
    ['paid', 'This post is sponsored by Acme.'],
    ['paid', 'The fair was sponsored by nobody.'],
    ['paid', 'Paid partnership with Acme'],
    ['paid', 'Written in collaboration with Acme.'],
    ['paid', 'Bezahlte Partnerschaft mit Acme'],
    ['paid', 'In Kooperation mit Acme entstanden.'],
    ['paid', 'Article sponsorisé'],
    ['paid', 'Publicación patrocinada por Acme'],
    ['paid', 'Articolo sponsorizzato'],
    ['paid', 'Dit is een betaalde samenwerking.'],
  ])('%s: %s', (kind, text) => {
    expect(kinds(text)).toContain(kind)
  })

  it('is found in a text without blocks too', () => {
    const text = `${'We walked on for a while. '.repeat(2_000)}Menu Shop AD | My kit. This post contains affiliate links.`
    expect(kinds(text)).toEqual(['ad', 'affiliate'])
  })

  it('tells several apart, in the order of the page', () => {
    expect(kinds('AD | gifted by Acme\u2029A long walk.\u2029This post contains affiliate links.')).toEqual([
      'ad',
      'gift',
      'affiliate',
    ])
  })
})

describe('what only looks like it', () => {
  it.each([
    'An ad-free magazine.',
    'Ad-free since 2009',
    'Anzeige-Preise',
    'Advertise with us',
    'Sponsored',
    'Affiliate Disclosure',
    'Work with us',
    'Werbung',
    'Anzeige',
    'She is a gifted writer, and her gifted children draw.',
    'A road sign: #adventure, #advice and #addition',
    'This post is not sponsored.',
    'This is not a sponsored post.',
    'Dieser Beitrag ist keine bezahlte Kooperation.',
    'Ceci n’est pas un article sponsorisé.',
    'Geen gesponsorde post.',
    'The museum is free of charge on Sundays.',
    'I sent them a letter.',
    'We received a letter from the mayor.',
    'An advert in the old paper caught my eye.',
    'A gift for my mother: a book.',
    'The commission decided on Monday.',
    'Our partner school in Lund',
    'She was kind to me.',
    '',
  ])('%s', (text) => {
    expect(findDisclosures(text)).toEqual([])
  })
})

describe('the quote', () => {
  it('is the passage as it stands, at most 200 characters with the words in it', () => {
    const long = `${'We walked on for a while. '.repeat(20)}Acme kindly sent me a kit. ${'Then it rained. '.repeat(20)}`
    const [found] = findDisclosures(long)
    expect(found?.words).toBe('kindly sent')
    expect(found?.quote).toContain('Acme kindly sent me a kit.')
    expect(found?.quote.length).toBeLessThanOrEqual(200)
    expect(findDisclosures('Gifted by Acme.')[0]).toEqual({
      kind: 'gift',
      words: 'Gifted by',
      quote: 'Gifted by Acme.',
    })
  })

  it('never runs across blocks', () => {
    expect(findDisclosures('I received\u2029Free of charge: the museum')).toEqual([])
  })

  it.each([
    ['one endless block', 'received something '.repeat(60_000)],
    ['one endless word', 'a'.repeat(300_000)],
    ['endless blocks', 'sent me\u2029'.repeat(60_000)],
    ['endless negations', 'not not not '.repeat(60_000)],
  ])('comes in time from %s', (_, text) => {
    const start = performance.now()
    findDisclosures(text)
    expect(performance.now() - start).toBeLessThan(8_000)
  })
})
