/** What a template left behind. */
export const LEFT_OVERS: readonly string[] = [
  'I love what you do on [Blog Name].',
  'I read [article title] with pleasure.',
  'I saw {{first_name}} on your list of friends.',
  'I thought of {company} at once.',
  'It would suit the readers of <site name>.',
  'Hello %FIRSTNAME%, I mean you.',
  'I have followed XXX for years.',
  'INSERT COMPLIMENT HERE and then the offer.',
  'It is a lovely thing for [Ihr Blogname].',
  'It is a lovely thing for [Prénom].',
  'It would suit *|FNAME|* well.',
  'I wanted to say [something specific about their post].',
  'Best wishes to {name} from all of us.',
  'Insert their name here before sending.',
  'See the piece about [TOPIC].',
]

/** Brackets and marks that belong there. */
export const NO_LEFT_OVERS: readonly string[] = [
  'It holds a litre (a little more with the lid off).',
  'You wrote "it pored [sic] beautifully", and it did.',
  'My address is Piet <piet@ovenandclay.example>.',
  'Kisses from the kiln, xxx',
  'About 90% of them crack, 10% are kept.',
  'The glaze is 3 < 4 on your scale, and 5 > 4.',
  'I quote: "it [the spout] decides everything".',
  'The shop is at <https://ovenandclay.example/pots>.',
  'Its mark is {o}, burnt into the foot.',
  'Your size XXL would be ours.',
]
