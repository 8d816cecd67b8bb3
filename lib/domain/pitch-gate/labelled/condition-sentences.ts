/** What ties something to a link, a mention or a review. Each is put into an honest letter. */
export const CONDITIONS: readonly string[] = [
  'We would send you a teapot in exchange for a short post.',
  'I only ask for a mention of the shop in return.',
  'It is free as long as you link to our page.',
  'We will ship one as soon as you have published your review.',
  'Could the link be dofollow?',
  'Please use a do-follow link to the shop.',
  'Please link to us with the anchor "stoneware teapots".',
  'The anchor text should be handmade teapots.',
  'If you link back to us, we can talk about a second one.',
  'Would you be up for a link swap?',
  'We could do a link exchange between our two sites.',
  'I can link to you from our blog if you link to us.',
  'You can have it provided that you write about it.',
  'My only condition is a link to the shop.',
  'We give one free teapot for every honest review.',
  'Add our link and the teapot is yours.',
  'All we ask is a small mention on your list.',
  'A link to our homepage is required.',
  'Please make sure the link is not nofollow.',
  'We are looking for a permanent link on your list.',
  'Happy to return the favour with a link from our journal.',
  'We would like to trade a teapot for an article.',
  'If you mention us, we will mention you in our newsletter.',
  'Once the post is live, we will send you a voucher.',
  'We offer reciprocal links to everybody who features us.',
]

/** Look-alikes: each of these may stand in an honest letter. */
export const FREE_OFFERS: readonly string[] = [
  'There are no strings attached to it.',
  'I want nothing in return.',
  'We do not ask for a link or anything in exchange.',
  'It is yours whether or not you write about it.',
  'I linked to you last year, in our piece on glazes.',
  'We have linked to your list from our journal already.',
  'You do not have to mention us.',
  'Keep it as long as you like.',
  'I enjoyed your post on why you never do link swaps.',
  'If you ever write about it, a nofollow link is right, since it was a gift.',
  'If you write about it, please say that it was a gift.',
  'If you like it, I would be glad of a link to the shop.',
  'A link would be lovely, but it is entirely up to you.',
  'Should you want pictures, I can send some if you write about it.',
  'If you want to know more about the clay, I can send you some notes.',
  'On the return trip from Delft I thought of your spouts again.',
  'The anchor on its lid is the stamp of my grandfather.',
  'It pours best with the anchor on the lid facing you.',
  'I hope that your kettle gives you as much joy in return as mine does.',
  'I would not dream of asking for a link back.',
  'Instead of a link exchange, I offer you tea.',
  'As you wrote, "a gift in exchange for a link is a bill in disguise".',
  'We exchange broken lids free of charge.',
  'If you mention the glaze to a potter, they will smile.',
]

/** The same in German, French and Spanish: into the letter of that language. */
export const FOREIGN_CONDITIONS = {
  de: [
    'Im Gegenzug wünschen wir uns einen Link auf unsere Seite.',
    'Sie bekommen sie kostenlos unter der Bedingung, dass Sie darüber schreiben.',
    'Wenn Sie uns verlinken, schicken wir Ihnen eine zweite.',
    'Hätten Sie Interesse an einem Linktausch?',
    'Wir bitten um einen Dofollow-Link.',
  ],
  fr: [
    'Nous vous l’offrons en échange d’un lien vers notre site.',
    'En contrepartie, un article sur votre blog nous suffirait.',
    'C’est à vous à condition que vous parliez de nous.',
    'Seriez-vous intéressée par un échange de liens ?',
  ],
  es: [
    'Se las regalamos a cambio de un enlace.',
    'Son suyas con la condición de que nos mencione.',
    '¿Le interesa un intercambio de enlaces?',
    'Se las enviamos siempre y cuando nos enlace desde su blog.',
  ],
} as const
export const FOREIGN_FREE_OFFERS = {
  de: [
    'Im Gegenzug erwarte ich nichts.',
    'Ohne Bedingungen, ohne Gegenleistung.',
    'Über einen Link würde ich mich freuen, aber das liegt ganz bei Ihnen.',
  ],
  fr: ['Je ne demande rien en échange.', 'C’est un cadeau, sans aucune contrepartie.'],
  es: ['No pido nada a cambio.', 'Es un regalo, sin condiciones.'],
} as const
