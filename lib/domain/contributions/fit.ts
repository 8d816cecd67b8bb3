import { z } from 'zod'

export const FIT_ANSWERS = ['yes', 'no', 'unsure'] as const
export type FitAnswer = (typeof FIT_ANSWERS)[number]
export const FIT_ANSWER_LABELS: Readonly<Record<FitAnswer, string>> = {
  yes: 'Yes',
  no: 'No',
  unsure: 'Not sure',
}

export const FIT_QUESTIONS = ['listeners', 'say', 'listened', 'guests', 'no-fee'] as const
export type FitQuestion = (typeof FIT_QUESTIONS)[number]

type Question = {
  question: string
  lookFor: string
  /** What the answer means for whoever would ask to be a guest. */
  means: Readonly<Record<FitAnswer, { tone: 'good' | 'careful' | 'unknown'; words: string }>>
}

/** The short list a person ticks before asking to be a guest. Nothing is added up: there is no score. */
export const FIT_TABLE: Readonly<Record<FitQuestion, Question>> = {
  listeners: {
    question: 'Are those who listen the people you want to talk to?',
    lookFor: 'Whom do they greet, what do they ask for help with, who writes in?',
    means: {
      yes: { tone: 'good', words: 'Then say whom you mean in your first sentence.' },
      no: { tone: 'careful', words: 'Then it is an hour for nobody. Look for another show.' },
      unsure: { tone: 'unknown', words: 'Listen to the part where listeners’ letters are read.' },
    },
  },
  say: {
    question: 'Can you say three things they have not heard there?',
    lookFor: 'A number of your own, a mistake you made, something you saw that others did not.',
    means: {
      yes: { tone: 'good', words: 'These are your three stories. Write them on the preparation sheet.' },
      no: { tone: 'careful', words: 'Wait until you can. A host remembers a dull guest.' },
      unsure: { tone: 'unknown', words: 'Tell one of them to a friend, and see whether they ask on.' },
    },
  },
  listened: {
    question: 'Have you listened to a whole episode?',
    lookFor: 'From beginning to end, of this year.',
    means: {
      yes: { tone: 'good', words: 'Then you know how long they let a guest speak.' },
      no: { tone: 'careful', words: 'Listen first. It is the least one owes to a host.' },
      unsure: { tone: 'unknown', words: 'Listen to one, and note a sentence of it in your reading.' },
    },
  },
  guests: {
    question: 'Do they have guests like you?',
    lookFor: 'The last ten titles. How many name a guest, and what do they do?',
    means: {
      yes: { tone: 'good', words: 'Name one of them, and what you would have answered.' },
      no: { tone: 'careful', words: 'A show without guests will hardly begin with you.' },
      unsure: { tone: 'unknown', words: 'Look at their page for guests, if they have one.' },
    },
  },
  'no-fee': {
    question: 'Is being a guest free?',
    lookFor: '“Guest fee”, “sponsorship package”, “media kit” on the page for guests.',
    means: {
      yes: { tone: 'good', words: 'Good. A guest is a guest.' },
      no: {
        tone: 'careful',
        words:
          'A paid place is an advert, and its links have to be marked as such. Label it as paid if you take it.',
      },
      unsure: { tone: 'unknown', words: 'Ask before you agree on a day.' },
    },
  },
}

/** What was ticked, as it is stored. Whatever makes no sense in it is left out. */
export type Fit = Partial<Record<FitQuestion, { answer: FitAnswer; words: string }>>

export const fitSchema = z.partialRecord(
  z.enum(FIT_QUESTIONS),
  z.object({ answer: z.enum(FIT_ANSWERS), words: z.string().max(2_000) }),
)

export function readFit(stored: unknown): Fit {
  const parsed = fitSchema.safeParse(stored)
  return parsed.success ? parsed.data : {}
}
