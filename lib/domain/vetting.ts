import type { ProspectKind } from './prospect-kinds.ts'

export const VETTING_ANSWERS = ['yes', 'no', 'unsure'] as const
export type VettingAnswer = (typeof VETTING_ANSWERS)[number]
export const VETTING_ANSWER_LABELS: Readonly<Record<VettingAnswer, string>> = {
  yes: 'Yes',
  no: 'No',
  unsure: 'Not sure',
}

export const VETTING_QUESTIONS = [
  'real-audience',
  'on-topic',
  'sells-links',
  'guest-post-farm',
  'wanted-anyway',
] as const
export type VettingQuestion = (typeof VETTING_QUESTIONS)[number]

type Meaning = {
  tone: 'good' | 'careful' | 'unknown'
  /** What the answer means for who would write to them. */
  words: string
  /** Where the rule behind it stands, if it is somebody's rule. */
  source?: Source
}
type Source = { name: string; url: string }

type Question = {
  question: string
  /** How a person finds out in two minutes. */
  lookFor: string
  /** For which kinds of outlet it is asked; all where it is not said. */
  kinds?: readonly ProspectKind[]
  means: Readonly<Record<VettingAnswer, Meaning>>
}

export const LINK_SPAM_POLICY: Source = {
  name: 'Google’s spam policies',
  url: 'https://developers.google.com/search/docs/essentials/spam-policies',
}

/** The short list a person ticks before writing to an outlet. No answer is added up with another: there is no score. */
export const VETTING_TABLE: Readonly<Record<VettingQuestion, Question>> = {
  'real-audience': {
    question: 'Do people read it?',
    lookFor:
      'Comments that answer the post, a letter people subscribe to, others who name it. Not a number out of a tool.',
    means: {
      yes: {
        tone: 'good',
        words: 'Readers are the reason to write. They come whether or not a link is counted.',
      },
      no: {
        tone: 'careful',
        words: 'A page nobody reads brings nobody. Your hour is better spent elsewhere.',
      },
      unsure: { tone: 'unknown', words: 'Read two or three posts with their comments before you write.' },
    },
  },
  'on-topic': {
    question: 'Is it about what you do?',
    lookFor: 'The last ten posts. Would yours stand among them without a word of excuse?',
    means: {
      yes: { tone: 'good', words: 'Then say which post made you think so.' },
      no: {
        tone: 'careful',
        words: 'Being off the topic is the reason letters are turned down most often. Let this one be.',
      },
      unsure: {
        tone: 'unknown',
        words: 'Look for one post that yours would answer. If there is none, it is no.',
      },
    },
  },
  'sells-links': {
    question: 'Do they sell links?',
    lookFor: 'A price list, “do-follow”, “link insertion”, “sponsored post” on the pages for advertisers.',
    means: {
      yes: {
        tone: 'careful',
        words:
          'Do not pitch for a link here. Money, goods or services for links that are meant to count are link spam to Google, for both sides. If you want their readers, buy an advert that is marked as sponsored, and expect nothing of the link.',
        source: LINK_SPAM_POLICY,
      },
      no: { tone: 'good', words: 'Nothing for sale that you found. A link here is somebody’s own choice.' },
      unsure: { tone: 'unknown', words: 'Open their page for advertisers, or let Rapport look for it.' },
    },
  },
  'guest-post-farm': {
    question: 'Does it print anybody’s guest post?',
    lookFor:
      'Many authors with one post each, no common topic, one link per post in a phrase nobody would say.',
    means: {
      yes: {
        tone: 'careful',
        words:
          'Guest posts with links made for ranking are among Google’s examples of link spam. Readers do not come to such a site, so nothing is lost by leaving it.',
        source: LINK_SPAM_POLICY,
      },
      no: {
        tone: 'good',
        words: 'Somebody there chooses what is printed. A guest post would mean something.',
      },
      unsure: { tone: 'unknown', words: 'Open five posts and look at who wrote them.' },
    },
  },
  'wanted-anyway': {
    question: 'Would you want this listing if search engines did not exist?',
    lookFor: 'Do people of your trade find customers there? Would you look something up in it yourself?',
    kinds: ['directory'],
    means: {
      yes: { tone: 'good', words: 'Then people use it to find things. That is the kind worth being in.' },
      no: {
        tone: 'careful',
        words: 'Links from directories nobody uses are among Google’s examples of link spam. Leave it.',
        source: LINK_SPAM_POLICY,
      },
      unsure: { tone: 'unknown', words: 'Ask a customer whether they have ever opened it.' },
    },
  },
}

/** The questions that make sense for this kind of outlet, in the order they are asked. */
export function vettingQuestionsFor(kind: ProspectKind): VettingQuestion[] {
  return VETTING_QUESTIONS.filter((question) => {
    const { kinds } = VETTING_TABLE[question]
    return !kinds || kinds.includes(kind)
  })
}

/** What an answer means; null for an answer or a question nobody knows (any more). */
export function meaningOf(question: string, answer: string): Meaning | null {
  const known = VETTING_QUESTIONS.find((each) => each === question)
  const given = VETTING_ANSWERS.find((each) => each === answer)
  return known && given ? VETTING_TABLE[known].means[given] : null
}
