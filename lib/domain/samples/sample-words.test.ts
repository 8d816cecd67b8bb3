import { describe, expect, it } from 'vitest'
import { KEEP_SENTENCE, reviewSampleWords, TELL_SENTENCE } from './sample-words.ts'

const FINE = `${KEEP_SENTENCE} ${TELL_SENTENCE}`
const isTied = (words: string) =>
  reviewSampleWords(`${words}\n\n${FINE}`).some(({ kind }) => kind === 'condition')

describe('words that tie a gift to something', () => {
  it.each([
    'We send it in return for a link.',
    'Please link to our shop.',
    'Send us the address once you have posted.',
    'We would need the link to be dofollow.',
    "Don't forget to tag us.",
    'You may keep it if you write about it.',
    'If there is no review by March, please send it back.',
    'We look forward to your review.',
    'A short mention would be expected within two weeks.',
    'By accepting the bag you agree to share it with your followers.',
    'Could you include a link in your next guide?',
    'To receive the bag, just tag us in a post.',
    "We'd love a five-star review.",
    'Let us know when your article is live and the second one follows.',
    'It would be great, but we would appreciate a backlink.',
    'Keep the bag after your piece goes live.',
    'Write about it; otherwise we would have to invoice you.',
    'Two Instagram posts and one story are what we have in mind.',
    'We trust you will do your part: a review with the anchor "travel bag".',
    'The bag is our thanks in advance for your mention, provided you link.',
    'Kindly mention our shop with the words “best travel bag”.',
    'Make sure you link back to us.',
    'I would be grateful if you could add a link to our shop.',
    'Your post by Friday would be perfect.',
    'We are counting on a mention in your spring issue.',
    'Bitte verlinken Sie unseren Shop.',
    'Wir freuen uns auf deinen Beitrag, im Gegenzug gehört die Tasche dir.',
    'Merci de mettre un lien vers notre boutique.',
    'Por favor, enlaza nuestra tienda.',
    'No strings, just please mention us.',
    'Please do write a review for us.',
    'Please link to us and say that it was nice.',
    'Please link to us and tell your readers that it was a gift.',
    'We would love a review of this gift.',
    'It goes to you as a gift if you link to us.',
    'Mention us in your post, and the bag stays yours.',
    'Please use #fernwaybags and tag our account.',
    'The gift comes with one wish: a permanent link.',
    'Add our page to your list of shops and we send the second bag.',
  ])('are “%s”', (words) => {
    expect(isTied(words)).toBe(true)
  })

  it.each([
    'In return I promise nothing.',
    'No link needed.',
    'Link to our size guide, if you wonder how it fits: fernway.example/sizes',
    'Link to our care guide, and you will find how to wash it.',
    'Please link the two straps before you lift it.',
    'Please mark any link as sponsored or nofollow.',
    'If you mention it, please say that we sent it to you.',
    "Don't feel you have to write about it.",
    'You need not mention us, and no review is expected.',
    'I look forward to your next post about ferries.',
    'I will post the parcel by Friday.',
    'Once you have washed it, let it dry in the shade.',
    'The return label is in the box, in case it does not fit.',
    'Your review of the old tent made me laugh.',
    'Tell me what breaks first, I would like to know.',
    'Please tag the bag with your name before the ferry takes it.',
    'We never ask for a link, and we do not keep count.',
    'If it does not fit, send it back and we pay the postage.',
    'Write about it or give it to your sister, it is yours.',
    'Your post on link swaps is why I thought you would like a gift without any.',
    'The zip is in good condition, the strap is new.',
    'As long as you like it, wear it.',
    'We send it because you asked how it lasts, not for a review.',
    'A review, good or bad, is yours to write or to leave.',
    'Please note that it was a gift if you post about it.',
    'Thanks for mentioning our ferry list last year.',
    'I follow your blog with joy.',
    'Make sure that it is dry before you fold it.',
    'Whether or not you mention us, the bag stays yours.',
    'Sie müssen uns nicht verlinken.',
    'Vous ne nous devez rien en échange.',
    'In return you owe us nothing.',
    'Could you tell me which size you wear?',
    'Please use #gifted or #ad if you post about it.',
    'You need not add us to your list.',
    'I would love to hear how the zip does in the rain.',
    'When your ferry is late, it makes a good pillow.',
    'Would you post the old one back to us? The label is inside.',
    'We cannot wait to see where you take it.',
    'I mention our shop only so that you know who sends this.',
    'You said that brands always want a dofollow link; we do not.',
    'The link between the buckle and the strap is made of steel.',
  ])('are not “%s”', (words) => {
    expect(isTied(words)).toBe(false)
  })

  it('are found in a letter whose other sentences are right', () => {
    expect(isTied(`Hello Ida,\n\n${FINE}\n\nOne thing: we only ask for a link.\n\nBest, Ana`)).toBe(true)
  })

  it('are found behind invisible signs and line breaks', () => {
    expect(isTied('Please\nlink to\u00a0our shop.')).toBe(true)
    expect(isTied('A do\u00adfol\u200blow link.')).toBe(true)
  })
})

describe('words that keep a gift from readers', () => {
  it.each([
    'No need to say that it was a gift.',
    'Please do not mention that it was free.',
    "Don't mark the post as sponsored.",
    'Let us keep it between us.',
    'Write as if you had bought it.',
    'Without any disclosure, please.',
    'You do not have to disclose that we sent it.',
  ])('are “%s”', (words) => {
    const problems = reviewSampleWords(`${words} ${KEEP_SENTENCE}`)
    expect(problems.map(({ kind }) => kind)).toContain('hides')
  })

  it.each([
    'No need to mention us: it is a gift.',
    'You do not have to write about it. If you do, say that it was a gift.',
    'Do not mark the bag with a pen.',
    'Never mind the free postage.',
  ])('are not “%s”', (words) => {
    const problems = reviewSampleWords(`${words} ${FINE}`)
    expect(problems).toEqual([])
  })
})

describe('what should be said', () => {
  const kinds = (words: string) => reviewSampleWords(words).map(({ kind }) => kind)

  it('is missing in a bare note', () => {
    expect(kinds('Hello Ida, here is the bag.')).toEqual(['keep-missing', 'tell-missing'])
    expect(kinds('')).toEqual(['keep-missing', 'tell-missing'])
  })

  it('is found in the sentences Rapport offers', () => {
    expect(kinds(FINE)).toEqual([])
    expect(kinds(KEEP_SENTENCE)).toEqual(['tell-missing'])
    expect(kinds(TELL_SENTENCE)).toEqual(['keep-missing'])
  })

  it.each([
    'No strings attached. If you post about it, let your readers know that we sent it.',
    "It's yours, whatever you make of it. Should you write about it, please add a line that the bag was a gift.",
    'You owe us nothing. If you mention it, say where it came from: gifted by Fernway.',
    'Behalte sie so oder so. Falls du darüber schreibst, schreib bitte dazu, dass sie ein Geschenk war.',
    'Il est à vous quoi qu’il arrive. Si vous en parlez, indiquez qu’il a été offert.',
    'Sin compromiso. Si lo mencionas, indica que fue un regalo.',
  ])('is found in “%s”', (words) => {
    expect(kinds(words)).toEqual([])
  })
})
