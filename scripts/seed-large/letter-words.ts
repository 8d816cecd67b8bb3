import type { SeededChoice } from './seeded-choice.ts'

/** What people write in a large workspace: made from parts, so that no two letters are quite the same. */
export type Topic = {
  outlet: string
  topic: string
  person: string
  writer: string
  siteName: string
  page: string
}

const OPENINGS = [
  'I read your piece on',
  'Your post about',
  'I came back twice this month to what you wrote on',
  'A reader of ours sent me your notes on',
] as const
const STRUCK = [
  'the part where you let the thing fail before you say why',
  'that you name what it costs, also in time',
  'how plainly you say who should not bother',
  'the list at the end, which I have printed',
  'that you tried it in February and not in June',
] as const
const GAPS = [
  'what there was nothing about is repair: who does it, and what it costs',
  'I missed a word on what happens after five years of use',
  'the one thing left open is where the wool comes from',
  'there is no option in it for people who rent',
  'nobody seems to have written yet about the small sizes',
] as const
const OFFERS = [
  'We have measured that for three winters and put the numbers on one page',
  'We keep an open list of workshops that do it, with prices',
  'Our notes on it are free to use, with or without naming us',
  'We make one, and can lend it to you for as long as it takes',
] as const
const ENDINGS = [
  'If it is of no use to you, say so and you will not hear from me again.',
  'No reply needed if this is not for your readers.',
  'If you ever update the piece, it is yours to use. If not, thank you for writing it.',
] as const
const REPLIES = [
  'Thank you for actually reading it. I am updating that post in spring and will look at your numbers then.',
  'Nice to hear from somebody who got to the end. Send me the page?',
  'Interesting. I cannot promise anything, but I will have a look on Sunday.',
  'We do not take products, but the list of workshops is just what was missing.',
] as const
const NOES = [
  'Thanks, but this is not something our readers ask about.',
  'We do not link to shops. Good luck with it.',
  'No, thank you.',
] as const
const NUDGES = [
  'Only to say that the page has moved up a little since I wrote. No hurry.',
  'One short note more and then I leave you in peace: the list now covers your region too.',
] as const
const QUOTES = [
  'the second winter is when you find out what you bought',
  'nobody tells you that the cheap one is repaired for free',
  'we walked it backwards and it was another trail altogether',
  'what is missing from every list is a price for mending it',
] as const

export function subjectOf(chance: SeededChoice, { topic }: Topic): string {
  return chance.pick([
    `Your piece on ${topic.toLowerCase()}, and one thing it leaves open`,
    `${topic} numbers, if they help`,
    `After reading you on ${topic.toLowerCase()}`,
    `A list your ${topic.toLowerCase()} readers may want`,
  ])
}

export function letterOf(chance: SeededChoice, about: Topic): string {
  const first = about.person.split(' ')[0]
  return `Hello ${first},

${chance.pick(OPENINGS)} ${about.topic.toLowerCase()} in ${about.outlet}. What stayed with me is ${chance.pick(STRUCK)}; ${chance.pick(GAPS)}.

${chance.pick(OFFERS)}: ${about.page}. ${chance.pick(ENDINGS)}

${about.writer}, for ${about.siteName}`
}

export const replyOf = (chance: SeededChoice) => chance.pick(REPLIES)
export const noOf = (chance: SeededChoice) => chance.pick(NOES)
export const nudgeOf = (chance: SeededChoice) => chance.pick(NUDGES)
export const quoteOf = (chance: SeededChoice) => chance.pick(QUOTES)
export const struckOf = (chance: SeededChoice) => `I liked ${chance.pick(STRUCK)}.`
export const gapOf = (chance: SeededChoice) => chance.pick(GAPS)

/** The readable text of a post of theirs, with the quote in it word for word. */
export function postOf(chance: SeededChoice, topic: string, quote: string): string {
  const about = topic.toLowerCase()
  return `Most of what is written about ${about} is written by people who want to sell some. We asked around instead, and the answers were not what we had expected.

It turns out that ${quote}. That is the whole of it, and it took us ${chance.between(2, 9)} years and ${chance.between(3, 40)} letters from readers to see it.

Next month: what to do with all that is left over, and why ${chance.pick(['the neighbours', 'the club', 'my aunt', 'the harbour master'])} may want it.`
}

export const TAG_NAMES = [
  'Zero waste',
  'Gift guide',
  'Wool',
  'Newsletter',
  'Warm',
  'Met in person',
  'Slow to answer',
  'Local',
  'Family',
  'Repair',
  'Winter issue',
  'Summer issue',
  'Podcast guest',
  'Needs photos',
  'Likes numbers',
  'No attachments',
  'Trade press',
  'Beginner readers',
  'Expert readers',
  'Paywall',
  'Translated',
  'From the fair',
  'Old friend',
  'New this year',
  'Design',
  'Food',
  'Outdoor',
  'Crafts',
  'Travel',
  'Books',
  'Städte',
  'Fête des mères',
  'Open call',
  'Second look',
  'Long reads',
  'Short tips',
  'Video too',
  'Community',
  'School',
  'Award jury',
] as const
