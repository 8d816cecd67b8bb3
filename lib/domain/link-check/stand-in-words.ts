import type { StandIn } from './stand-in.ts'

/** What stood in the page's place, as the start of a phrase: "a sign-in page ... in its place". */
export const STAND_IN_WORDS: Readonly<Record<StandIn, string>> = {
  login: 'a sign-in page',
  consent: 'a question about cookies',
  suspended: 'a notice that the website is suspended',
  maintenance: 'a notice that they are at work on the website',
  parked: 'a parked domain',
  password: 'a question for a password',
  age: 'a question about the reader’s age',
  error: 'an error message',
  'default-page': 'the bare page of a web server',
  'no-words': 'a page without a word',
  'front-page': 'their front page',
}
