import { describe, expect, it } from 'vitest'
import { examplePitch } from './example-pitch.ts'
import { reviewIdentity } from './identity-rule.ts'
import { lintFold } from './lint-text.ts'
import { namesTheirPiece, saysNoIsFine, saysWhereFound } from './required-phrases.ts'

const WHO = 'I am Ana Silva from Sailcloth Bags.'
const WHERE = 'I read your piece on ferries.'
const NO = "If you would rather not hear from me, tell me and I won't write again."

const missing = (body: string, change: Parameters<typeof examplePitch>[0] = {}) =>
  reviewIdentity(examplePitch({ body, signature: '', ...change }))[0]?.message ?? ''

describe('identity', () => {
  it('is complete with who, where and an easy no', () => {
    expect(missing(`Hi Maria,\n\n${WHO} ${WHERE} ${NO}`)).toBe('')
  })

  it.each([
    ['who you are', `Hi Maria,\n\n${WHERE} ${NO}`],
    ['where you found them', `Hi Maria,\n\n${WHO} ${NO}`],
    ['an easy way to say no', `Hi Maria,\n\n${WHO} ${WHERE}`],
    ['who you are, where you found them and an easy way to say no', 'Hi Maria,\n\nTry our bag.'],
  ])('misses %s', (part, body) => {
    expect(missing(body)).toContain(`missing ${part}.`)
  })

  it.each([
    ['the name in the signature', { signature: 'Ana Silva' }],
    ['the company without its legal form', { signature: 'The team at Sailcloth Bags' }],
    ['the name in capitals and without accents', { signature: 'ANA SILVÁ' }],
  ])('knows who we are from %s', (_, change) => {
    expect(missing(`Hi Maria,\n\n${WHERE} ${NO}`, change)).toBe('')
  })

  it('does not take the greeting of a namesake for who we are', () => {
    const sender = { name: 'Maria', company: '', postalAddress: null }
    expect(missing(`Hi Maria,\n\n${WHERE} ${NO}`, { sender })).toContain('who you are')
  })

  it('does not take a part of a longer word for the name', () => {
    const sender = { name: 'Ana', company: 'Sail', postalAddress: null }
    expect(missing(`Hi Maria,\n\nBananas and sailors. ${WHERE} ${NO}`, { sender })).toContain('who you are')
  })

  it('knows where we found them from the host or the quote', () => {
    expect(missing(`${WHO} Your address stands on ferrynotes.example. ${NO}`)).toBe('')
    expect(
      missing(
        `${WHO} ${NO} "I have carried the same canvas rucksack since my first summer on the boats" is so true.`,
      ),
    ).toBe('')
  })

  it.each(['US', 'us', 'USA', 'United States', 'CA', 'Canada'])(
    'asks for the postal address in %s',
    (country) => {
      const contact = { name: 'Maria López', country, address: null }
      const body = `Hi Maria,\n\n${WHO} ${WHERE} ${NO}`
      expect(missing(body, { contact })).toContain('your postal address')
      expect(
        missing(body, { contact, signature: 'Ana Silva\n12 Quay Street\nNapier 4110\nNew Zealand' }),
      ).toBe('')
      expect(missing(body, { contact, signature: 'Ana Silva, 12 Quay Street, Napier' })).toContain(
        'your postal address',
      )
      const sender = { name: 'Ana Silva', company: 'Sailcloth Bags', postalAddress: null }
      expect(missing(body, { contact, sender })).toContain('your postal address')
    },
  )

  it('does not ask for it elsewhere', () => {
    expect(
      missing(`${WHO} ${WHERE} ${NO}`, { contact: { name: 'Maria', country: 'DE', address: null } }),
    ).toBe('')
  })
})

describe('where we found them', () => {
  it.each([
    'I found your address on your contact page.',
    'I came across your blog while looking for ferries.',
    'Your address is listed on the press page.',
    'I got your name from the masthead of the paper site.',
    'I loved your post on packing light.',
    'Thanks for your guide to island ferries.',
    'Your e-mail is on ferrynotes.com.',
    'Your ferry post made my week.',
    'I saw your call for stories on Bluesky.',
    'I came across your site through a search and kept reading your long guide to ferries.',
    'I read the list you published twice.',
    'I am a long-time reader of your column.',
    'Your address comes from ferrynotes.com/contact.',
    'Ich habe Ihre Adresse auf Ihrer Kontaktseite gefunden.',
    'Ich habe Ihren Artikel über Fähren gelesen.',
    'J’ai trouvé votre adresse sur votre site.',
    'J’ai lu votre article sur les ferries.',
    'Encontré tu correo en tu página.',
    'Leí tu artículo sobre ferris.',
    'Ho letto il tuo articolo sui traghetti.',
    'Ik vond het leuk: ik heb je artikel gelezen.',
  ])('is said by "%s"', (sentence) => {
    const words = lintFold(sentence)
    expect(saysWhereFound(words) || namesTheirPiece(words)).toBe(true)
  })

  it.each([
    'We make bags from old sails.',
    'Your readers would love our bags.',
    'I hope you are well.',
    'We wrote a guide to ferries.',
    'I found a great material for bags.',
    'You would look good with it.',
    'You may have seen our bags on Instagram.',
    'Would your readers like a post about sails?',
    'Your readers liked our post.',
    'Could you write a post about us?',
  ])('is not said by "%s"', (sentence) => {
    const words = lintFold(sentence)
    expect(saysWhereFound(words) || namesTheirPiece(words)).toBe(false)
  })
})

describe('an easy no', () => {
  it.each([
    "If you'd rather not hear from me, tell me and I won't write again.",
    'If you would prefer not to hear from me, just say so.',
    'A simple "no" is fine.',
    'No is a perfectly good answer.',
    'Just say no and that is that.',
    'Just reply "no thanks".',
    'No worries if not.',
    'Feel free to ignore this.',
    'If this is not for you, no hard feelings.',
    "Not interested? Tell me and I'll leave you in peace.",
    "I won't follow up if you don't answer.",
    'You can opt out any time.',
    'If it does not fit, please ignore this.',
    'You will not hear from me again unless you want to.',
    'Not quite for you? That is fine.',
    'If not, just let me know.',
    'Just tell me to stop.',
    'Wenn Sie nicht mehr von mir hören möchten, sagen Sie einfach Bescheid.',
    'Ein kurzes Nein genügt.',
    'Dann melde ich mich nicht wieder.',
    'Kein Interesse? Dann schreibe ich nicht mehr.',
    'Si vous ne souhaitez plus recevoir de messages, dites-le-moi.',
    'Un simple non suffit.',
    'Si cela ne vous intéresse pas, je ne vous écrirai plus.',
    'Si prefieres no recibir más correos, dímelo.',
    'Si no te interesa, no te escribiré más.',
    'Un simple no basta.',
    'Se non ti interessa, non ti scriverò più.',
    'Geen interesse? Laat het me gerust weten.',
  ])('is "%s"', (sentence) => {
    expect(saysNoIsFine(lintFold(sentence))).toBe(true)
  })

  it.each([
    'I look forward to hearing from you.',
    'Please let me know what you think.',
    'No strings attached.',
    'Need I say no more?',
    'There is no doubt about it.',
    'It is not the cheapest bag.',
    'We never use plastic.',
    'Ich freue mich auf Ihre Antwort.',
    'Nous ne vendons pas de plastique.',
    'No usamos plástico.',
    'I hope to hear from you soon.',
    'Just reply with your address and I will send one.',
    'Our sails will not tear.',
    'If it is not too much trouble, I would send a bag for you to try on the ferry.',
    'We never write about price.',
    'The strap will not bother you.',
    'No usamos nada nuevo.',
  ])('is not "%s"', (sentence) => {
    expect(saysNoIsFine(lintFold(sentence))).toBe(false)
  })
})
