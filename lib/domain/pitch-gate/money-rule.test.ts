import { describe, expect, it } from 'vitest'
import { examplePitch } from './example-pitch.ts'
import { reviewMoney } from './money-rule.ts'

const offersMoney = (body: string) => reviewMoney(examplePitch({ body })).length > 0

describe('money', () => {
  it.each([
    'We would pay you $50 for a link.',
    'Happy to pay for a guest post on your blog.',
    'What would you charge for a link in that post?',
    'How much do you charge for a sponsored post?',
    'What are your rates?',
    'Let me know your fee.',
    'We are willing to compensate you for your time if you add us.',
    'Payment via PayPal upon publication.',
    'Please send me your price list for guest articles.',
    'How much for a backlink?',
    'What are your advertising rates?',
    'We have a budget for guest posts.',
    'Do you accept paid posts?',
    'Are you open to sponsored content?',
    'I can offer €100 for a mention in the article.',
    '$80 per link, paid the same day.',
    'We buy links on travel blogs.',
    'We sell guest posts on 200 sites.',
    'A $30 gift card for a review?',
    'We offer a fee for placing the link.',
    'What is the price for a link insertion?',
    'We will compensate you for including our link.',
    'I can send you 50 USD via PayPal if you add the link.',
    'We offer payment\nfor a link in that post.',
    'Wir zahlen gerne für einen Link in Ihrem Beitrag.',
    'Was kostet ein Gastbeitrag bei Ihnen?',
    'Gegen Honorar veröffentlichen Sie unseren Beitrag?',
    'Nous pouvons payer pour un lien.',
    'Combien pour un article sponsorisé ?',
    'Podemos pagar por un enlace.',
    '¿Cuánto cobras por un post patrocinado?',
  ])('is offered in "%s"', (body) => {
    expect(offersMoney(body)).toBe(true)
  })

  it.each([
    'Our bag costs $45 and lasts for years.',
    'The $45 bag would suit your post on ferries.',
    'I paid for your book and loved it.',
    'You pay attention to seams in your reviews.',
    'Your post on budget travel helped me.',
    'Your price comparison of ten bags is the best there is.',
    "We don't pay for links.",
    'This is not a paid post.',
    'No payment, no sponsored post: just a bag to try.',
    'It is free of charge.',
    'Your post about paid links made me laugh.',
    'You wrote that nobody should pay for a link.',
    'If you write about it, please mark it as sponsored.',
    'Buying a bag for your list took me a week.',
    'We sell bags on our site.',
    'We sell bags, not links.',
    "I know you don't take money for posts and I like that.",
    'Readers pay a lot for bags that fall apart.',
    'Your list of cheap bags at $30 is great.',
    'The ferry costs 12 euros and your article says so.',
    'It paid off to read your guide.',
    'Wir zahlen nicht für Links.',
    'Nous ne payons pas de liens.',
  ])('is not offered in "%s"', (body) => {
    expect(offersMoney(body)).toBe(false)
  })
})
