/** Money for a link or a post, in either direction. */
export const MONEY: readonly string[] = [
  'We would pay you for a link in that list.',
  'What do you charge for a guest post?',
  'Please send me your rates for a sponsored article.',
  'Our budget for a placement is 150 euros.',
  'We can offer $80 for a link.',
  'How much would it cost to add us to your list?',
  'I would like to buy a link on your page.',
  'Are you open to paid posts?',
  'We sell links on forty blogs about tea.',
  'I can pay 50 EUR per post via PayPal.',
  'What is your price for a mention?',
]

/** Money that has nothing to do with it. */
export const NO_MONEY: readonly string[] = [
  'It costs 48 euros in the shop.',
  'We never pay for links.',
  'I read your rule about paid posts, and I like it.',
  'I paid for your book twice, once for me and once for my sister.',
  'Pay attention to the lid, it is heavier than it looks.',
  'Postage is on us.',
  'The price of clay has doubled since you wrote your list.',
  'You said that you take no money for reviews, and neither do we offer any.',
  'A friend bought one at your favourite market.',
]

export const FOREIGN_MONEY = {
  de: [
    'Wir zahlen gern für einen Link auf Ihrer Seite.',
    'Was kostet ein Gastbeitrag bei Ihnen?',
    'Für einen Artikel bieten wir 100 Euro.',
  ],
  fr: ['Quels sont vos tarifs pour un article sponsorisé ?', 'Nous payons 80 euros pour un lien.'],
  es: ['¿Cuánto cobra por un artículo patrocinado?', 'Pagamos 60 euros por un enlace.'],
} as const
export const FOREIGN_NO_MONEY = {
  de: ['Sie kostet im Laden 90 Euro.', 'Für Links bezahlen wir nie.'],
  fr: ['Elle coûte huit euros au marché.', 'Nous ne payons jamais pour un lien.'],
  es: ['En la tienda cuestan 120 euros.', 'Nunca pagamos por un enlace.'],
} as const
