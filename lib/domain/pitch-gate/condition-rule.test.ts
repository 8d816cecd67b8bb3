import { describe, expect, it } from 'vitest'
import { reviewConditions } from './condition-rule.ts'
import { EXAMPLE_PAGE, examplePitch } from './example-pitch.ts'

const isCondition = (body: string) => reviewConditions(examplePitch({ body })).length > 0

describe('a condition', () => {
  it.each([
    'We can send you a bag in exchange for a link.',
    'We would love a short mention in return.',
    'We would love a short mention in\nreturn for the bag.',
    'It is yours as long as you link to our shop.',
    'Please make it a dofollow link.',
    'A do-follow link would be great.',
    'A do follow link would be great.',
    'Could you link back to our shop?',
    'Would you be up for a link swap?',
    'How about a link exchange between our sites?',
    'We could exchange links some time.',
    'Swap a link with us?',
    'Please link with the anchor "best travel bags".',
    'Our preferred anchor text is: travel bags.',
    'If you link to us, we will send you a free bag.',
    "If you mention us, I'd be happy to send you a bag.",
    "We'll send you one once you've published the review.",
    'I can give you a bag if you review it on your blog.',
    "I'll ship it after you link to our page.",
    'We will send one only if you add a link to the post.',
    'A free bag for a link sounds fair, no?',
    'We would like to send you a free bag for an honest review.',
    'The only condition is that you mention the shop.',
    'You must include a link to our shop.',
    'All we ask is a link to our shop.',
    'We only ask that you leave a review.',
    'We expect a review within two weeks.',
    'A link is required.',
    "You link to us and we'll link to you.",
    'I will happily return the favour.',
    'It is free, provided you write about it.',
    'We need a permanent link from the post.',
    'Please remove the nofollow from it.',
    'No strings, but in return we would love a link.',
    'This is a gift; in return, a review would be fair.',
    'No catch, in return for a link we would send one.',
    'The bag is free, we just need a review with a link.',
    'Free bag if you link to us.',
    "We'll send you one as a gift if you link to us.",
    'In return I ask for nothing but a link.',
    'Get a free bag when you mention us.',
    'We ask that the link use the anchor travel bags.',
    "I'll link to you if you link to me.",
    'The sample is yours provided a link goes live.',
    "Let's trade: a bag for a blog post.",
    'We will share your article if you include us.',
    'Happy to send a sample, subject to a mention.',
    'It would need to be <b>do</b>follow.',
    'A link in <em>return</em> would be fair.',
    'We would love to gift you one for a review with a link.',
    "Post about us and we'll send you a bag.",
    'Link to us and you get a free bag.',
    'A quick mention and the bag is yours.',
    "Mention us, and we'll mention you.",
    "I don't ask for much in return: just a link.",
    'I expect nothing but a link in return.',
    "We're not asking for anything except a link in return.",
    'Guest post exchange?',
    'DOFOLLOW links only, please.',
    'We ask for a do\u00adfol\u200blow link.',
    'We can do it in\u00a0exchange&nbsp;for a link.',
    'Im Gegenzug würden wir uns über einen Link freuen.',
    'Wir schicken Ihnen eine Tasche im Austausch gegen einen Link.',
    'Interesse an einem Linktausch?',
    'Wenn Sie uns verlinken, schicken wir Ihnen eine Tasche.',
    'Nous vous offrons un sac en échange d’un lien.',
    'Un lien en contrepartie nous ferait plaisir.',
    'Te enviamos una bolsa a cambio de un enlace.',
    'Ti mandiamo una borsa in cambio di un link.',
    'We sturen u een tas in ruil voor een link.',
  ])('is "%s"', (body) => {
    expect(isCondition(body)).toBe(true)
  })

  it.each([
    'No strings, keep it either way.',
    'It is yours whether or not you write about it.',
    'I linked to you last year in our island guide.',
    'I linked back to your post last year.',
    'We ask nothing in return.',
    'In return I promise nothing.',
    'Please note that it was a gift if you post about it.',
    "I don't want anything in return.",
    'There is nothing expected in return.',
    'No link, mention or anything else in exchange.',
    "We don't do link swaps.",
    'This is not a link exchange.',
    'No link swap, no dofollow, nothing.',
    'You do not have to link to us.',
    'A link back is not needed.',
    'No review required.',
    'No need to link back.',
    'Could you add a link to our repair guide? Your readers may like it.',
    'If it helps your readers, a link to the guide would be lovely.',
    'If you ever update the list, I would be happy to send you one.',
    "I'd be glad to send one if you'd like to try it.",
    'If you review bags, you may have seen ours.',
    'Happy to send photos if you mention it.',
    'If you do write about it, please say that it was a gift.',
    'Please mark the link as sponsored or nofollow.',
    'Your post on link swaps made me laugh.',
    'I agree with your article about dofollow links.',
    'You wrote that a link exchange never helped you.',
    'Your guidelines say "no link exchange, no dofollow links", which I like.',
    'As you wrote: "I never do anything in return for a link".',
    'The boat lay at anchor in the bay.',
    'On the return trip the bag got wet.',
    'Our student exchange sails to Samoa.',
    'It lasts as long as the sail did.',
    'Ohne Gegenleistung, behalten Sie die Tasche einfach.',
    'Wir erwarten nichts im Gegenzug.',
    'Rien en échange, gardez-le.',
    'Sin pedir nada a cambio.',
    'The conditions at sea were rough.',
    "There's no obligation to write about it.",
    "I won't ask for a link in return.",
    'We send it without asking for a review or a link in return.',
    "We'd never make a gift conditional on a review.",
    'A gift is a gift: no review expected, no link back, no dofollow.',
    'Would you consider linking to our guide?',
    'The exchange rate made the trip cheap.',
    'Keep it as long as you like.',
    'You can test it for as long as you want.',
    'The bag is in mint condition.',
    'I can report on the condition of the zip.',
    'Our bag has a logo with an anchor on it.',
    'You can send it back in return packaging.',
    'You must see the link in your post to the old ferry page: it is broken.',
    'If you link to it, great; if not, that is fine too and the bag is yours anyway.',
    'You owe us nothing: no review, no link, no mention.',
    'Feel free to use the picture if you link to the guide.',
    'Even if you never mention us, keep it.',
  ])('is not "%s"', (body) => {
    expect(isCondition(body)).toBe(false)
  })

  it('is not what stands on their page, quoted word for word', () => {
    const pageText = `${EXAMPLE_PAGE}\nI never accept gear in exchange for a review.`
    const pitch = examplePitch({
      body: 'I smiled at “never accept gear in exchange for a review”. Quite right.',
      reading: { pageText, quote: 'the bag decides how the day goes', gap: 'recycled' },
    })
    expect(reviewConditions(pitch)).toEqual([])
  })

  it('is not the quote of the reading note, even without marks', () => {
    const pageText = `${EXAMPLE_PAGE}\nBrands always want a dofollow link from me.`
    const pitch = examplePitch({
      body: 'I felt it when I read: Brands always want a dofollow link from me. Not us.',
      reading: { pageText, quote: 'Brands always want a dofollow link from me', gap: 'recycled' },
    })
    expect(reviewConditions(pitch)).toEqual([])
  })

  it('is still one between marks that are ours', () => {
    expect(isCondition('How about a "link swap" between us?')).toBe(true)
  })

  it('is found in subject and signature too', () => {
    expect(reviewConditions(examplePitch({ subject: 'Link swap?' }))).toHaveLength(1)
    expect(reviewConditions(examplePitch({ signature: 'PS: a bag in return for a link' }))).toHaveLength(1)
  })
})
