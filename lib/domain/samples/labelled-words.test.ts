import { describe, expect, it } from 'vitest'
import { isRefused, KEEP_SENTENCE, reviewSampleWords, TELL_SENTENCE } from './sample-words.ts'

// Wordings made up after the phrases were written, as somebody else would put them, and look-alikes that ask for nothing.

const CONDITIONAL = [
  'We only ask that you mention where it came from with a link.',
  'The tent is free as soon as we see the post.',
  'In exchange we would like one honest review.',
  'You get the bag, we get the link.',
  "It's a swap: bag against blog post.",
  'All it takes is a tag.',
  "Just share it with your readers and it's yours.",
  'The bag is yours for an honest review.',
  'Our only wish: a link to fernway.shop in your article.',
  'We kindly request a backlink.',
  'Would you mind adding a link to our shop?',
  'Feel free to keep it, as long as you mention us.',
  'A review on your blog would be a fair thank you.',
  'We hope this earns us a mention.',
  'We assume you will write about it within a month.',
  'Please remember to include our link.',
  'Let me know the date your review will go up.',
  'Do mention Fernway when you write.',
  'Link us and it is yours.',
  'We send these to bloggers who agree to link.',
  'As agreed, you will publish a post with two links.',
  'Once the article is up, you may keep the bag.',
  'The sample has to be returned unless you publish.',
  'Use the keyword "linen carry-on" when you link.',
  "We'd be thrilled to see a write-up.",
  'It would mean a lot if you linked to us.',
  'Could we get a shout-out in return?',
  'A mention is all we want.',
  'We need the post before the sale starts.',
  'Please leave 5 stars on Google.',
  'The sample is free if you write a blog post with a followed link.',
  'This offer is for bloggers willing to publish a review.',
  'Please post your review on your blog and send us the URL.',
  'We can only send it to people who will feature it.',
  'Add a link to our homepage and the tent is yours.',
  'After you review the pack, we will send the second one.',
  'Our condition is one dofollow backlink.',
  'You can keep the tent in exchange for a mention.',
  'Please make sure the article links to our store.',
  'For the link we would use the anchor "light tents".',
  'We would like you to link to https://fernway.shop.',
  'Send us the live link within 14 days.',
  'We expect coverage in return for the product.',
  'It is yours provided that you tag @fernway.',
  'Otherwise please return it at your own cost if you do not publish.',
  'We give it to you for a positive review.',
  'Two links, one to the shop and one to the guide, would be perfect.',
  'In return, a small mention on your site would be nice.',
  'All we ask for is an honest review on Amazon.',
  'If you publish within a month, we refund the postage.',
  'The product is compensation for your blog post.',
  'We ask every tester to leave a review.',
  'Remember: no link, no sample.',
  "You'd be doing us a favour by linking to our shop.",
  'Please do not use nofollow on the link.',
  'Mentioning our brand twice is enough.',
  'By keeping it you agree to write about it.',
  'Only bloggers who link back get one.',
  "We'd love to be included in your gift guide.",
  "Let's say the bag for a story in your newsletter.",
]

const INNOCENT = [
  'A link is never a condition.',
  'We do not want a review, we want you dry.',
  'Please do not feel you owe us a post.',
  'Nobody here will ask you for a link.',
  'Your readers may ask where it is from; you can say what you like.',
  'If you link to it, please mark the link as sponsored.',
  'The instructions link the buckle and the strap in step two.',
  'You mentioned you lost your old bag in Porto.',
  'I read your review of the ferry and laughed.',
  'Thank you for the link to the tide tables.',
  'Should it tear, post it back and we mend it.',
  'Say that it was a gift if you show it to anybody.',
  'Please tell me if the zip sticks.',
  'Return it for free if the size is wrong.',
  'It is a gift, not a deal.',
  "Unlike others, we don't trade bags for posts.",
  'The warranty is on the card; the link is printed there.',
  'You will find the link to the care guide on the label.',
  'Write to me if it leaks.',
  'Please review the washing label before you wash it.',
  'We look forward to hearing how it wears.',
  'Have a look at the page about how we make it: fernway.shop/how',
  'If you never write a word about it, keep it anyway.',
  'Your honest opinion, in private, is welcome and not expected.',
  'Please give it to a friend if it does not suit you.',
  'We sent one to every mender on our list, whether they write or not.',
  'No need to tag us or post anything.',
  'No post, no link, no deadline.',
  'It has been tested, reviewed and repaired here.',
  'A photo of it in the rain would make my day, just for me.',
  'In return for your patience, here is a second strap.',
  'There is no need to return it.',
  'We would love to know whether it survived the dog.',
  'Links are up to you.',
  'You decide whether to write, and what.',
  'Nothing in it obliges you to mention us.',
  'No review, please, unless you feel like one.',
  'Please let the zip dry before you pack it.',
  'We do not expect coverage.',
  'If you publish photos, ours are free to use.',
  'Your followers do not need to hear of it.',
  'We would be sad if you felt you had to write about it.',
  'I am glad you like it.',
  'A thank-you is more than enough.',
  'We have linked to your guide already, that is not why we write.',
  'It comes without conditions.',
  'Mark links as nofollow if you use any.',
  'If you decide to review it, be as honest as you like, and say that you got it from us.',
  'Please be frank with your readers about where it came from.',
  'You may sell it, lend it or give it away.',
  'Ask for another size any time.',
  'The spare buckle is free for as long as you have the bag.',
  'We will not be offended by silence.',
  'Do as you like with it.',
  'Our address for returns is on the back.',
  'The post office wanted a form, so please sign it.',
  'We posted it on Monday; the tracking link is below.',
  'Here is the tracking link, so you know when it comes.',
  'Should a review come of it one day, write what you found, good and bad.',
  'It is the same bag you saw in the market.',
]

const isRefusedWith = (words: string) =>
  reviewSampleWords(`${words}\n\n${KEEP_SENTENCE} ${TELL_SENTENCE}`).some(isRefused)

describe('the labelled words that go with a gift', () => {
  it.each(CONDITIONAL)('a condition: %s', (words) => {
    expect(isRefusedWith(words)).toBe(true)
  })

  it.each(INNOCENT)('no condition: %s', (words) => {
    expect(isRefusedWith(words)).toBe(false)
  })

  it('are looked through in no time, whatever is repeated in them', () => {
    const hostile = [
      'please ',
      'keep it if you ',
      'we would really so very ',
      'a link to the ',
      'if you ',
      '- ',
      'no ',
    ]
    const begun = performance.now()
    for (const part of hostile) reviewSampleWords(part.repeat(Math.ceil(4_000 / part.length)))
    expect(performance.now() - begun).toBeLessThan(5_000)
  })
})
