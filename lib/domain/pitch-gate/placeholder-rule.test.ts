import { describe, expect, it } from 'vitest'
import { examplePitch } from './example-pitch.ts'
import { reviewPlaceholders } from './placeholder-rule.ts'

const isLeftOver = (body: string) => reviewPlaceholders(examplePitch({ body })).length > 0

describe('a left-over placeholder', () => {
  it.each([
    'Hi [Name], I loved it.',
    'Hi [name],',
    'Hi [FIRST NAME],',
    'Hi [First_Name],',
    'I loved [post title].',
    'I loved your post on [TOPIC].',
    'I loved [insert compliment].',
    'Greetings from [Your Company].',
    '[specific detail about their post]',
    '[name of their blog]',
    'Hi {{name}},',
    'Hi {{ contact.first_name }},',
    'Hi {{{name}}},',
    'Hi {name},',
    'Hi {first name},',
    '{Hi|Hello|Hey} Maria,',
    'Hi $' + '{name},',
    'Hi <name>,',
    'Hi <First Name>,',
    'I loved <post_title>.',
    'Hi <NAME>,',
    'Hi %NAME%,',
    'Hi %first_name%,',
    'Hi %%name%%,',
    'Hi *|FNAME|*,',
    'I loved your post on XXX.',
    'your post on xxx was great',
    'INSERT COMPLIMENT HERE',
    'Please insert name here.',
    'Hi undefined,',
    'Hi null,',
    'Dear undefined, I loved it.',
    'Hi ,\n\nI loved it.',
    'Hi,\n\nI loved it.',
    'Dear ,',
    'Dear\n\nI loved it.',
    'Hello [object Object],',
    'Hola ,',
    'lorem ipsum dolor',
  ])('is in "%s"', (body) => {
    expect(isLeftOver(body)).toBe(true)
  })

  it.each([
    'Hi Maria,',
    'Hi there,',
    'Bonjour,\n\nJ’ai lu votre article.',
    'Guten Tag,',
    'Good morning,\n\nI loved it.',
    'You wrote "the bag decide [sic] how it goes".',
    'You wrote "[the bag] decides".',
    'I loved it [1] and so did she [emphasis mine].',
    'We left out the middle [...] and the end […].',
    'See our [repair guide](https://sailcloth.example/repair).',
    'We are four people (and a dog) by the harbour.',
    'Write to <ana@sailcloth.example>.',
    'See <https://sailcloth.example/bags>.',
    'We <b>love</b> bags<br/>and <a href="x">boats</a>.',
    'I <3 your blog, and 5 < 6 > 4.',
    'Save 20% on this and 30% on that.',
    'https://example.com/a%20b%2Fc%C3%A9',
    'Size XXL or XXXL fits.',
    'Love, Ana xxx\nSee you',
    'Insert the key and turn it.',
    'A set {1, 2, 3} of sails.',
    'I left the strap undefined.',
    'It was on [Radio New Zealand] last week.',
    'Read it as a [PDF].',
  ])('is not in "%s"', (body) => {
    expect(isLeftOver(body)).toBe(false)
  })

  it('is found in subject and signature too', () => {
    expect(reviewPlaceholders(examplePitch({ subject: 'A bag for {{blog}}' }))).toHaveLength(1)
    expect(reviewPlaceholders(examplePitch({ signature: '[Your name]' }))).toHaveLength(1)
  })

  it('is not what their page has in brackets, when it is quoted', () => {
    const pitch = examplePitch({
      body: 'I loved "the [name] tag on my bag fell off".',
      reading: {
        pageText: 'So the [name] tag on my bag fell off.',
        quote: 'the [name] tag on my bag',
        gap: 'x',
      },
    })
    expect(reviewPlaceholders(pitch)).toEqual([])
  })
})
