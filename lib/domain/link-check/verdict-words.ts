import { failureWords } from './failure-words.ts'
import type { LinkFacts } from './link-facts.ts'
import {
  destination,
  elementWords,
  indexWords,
  linkWords,
  qualifierWords,
  targetWords,
  whyNotIndexable,
} from './link-phrases.ts'
import type { LinkQuestion } from './link-question.ts'
import type { VerdictKind } from './link-verdict.ts'
import { relRisk } from './rel-risk.ts'
import { brokenTargetOf, type CertainTrouble } from './target-trouble.ts'

export type VerdictWords = {
  /** For a shop owner. */
  sentence: string
  /** For someone who knows the trade. */
  expert: string
  /** What the reader can do today. */
  inYourHands: string
  /** What is up to others, said so that nobody chases it. */
  notInYourHands: string
}
type Words = (
  facts: LinkFacts,
  question: Pick<LinkQuestion, 'provenance' | 'targetUrl' | 'saidAboutUs'>,
) => VerdictWords

/** The one table of what verdicts say. */
export const VERDICT_WORDS: Record<VerdictKind, Words> = {
  linked: (facts, question) => ({
    sentence: isGift(question)
      ? 'The page links to you. Because it came with a gift or a payment, the link should be marked as sponsored, and it is not.'
      : facts.hidden === true
        ? 'The page links to you, but readers do not see the link as the page is delivered.'
        : 'The page links to you, and search engines may follow the link.',
    expert: `${linkWords(facts)}, no nofollow, sponsored or ugc; ${indexWords(facts)}${targetWords(facts)}.`,
    inYourHands: isGift(question)
      ? 'Remind them kindly that a gift is disclosed and its link marked sponsored or nofollow. It protects you both.'
      : 'Say thank you, and share their page with your own readers.',
    notInYourHands: 'How long the link stays. Rapport keeps looking.',
  }),
  'linked-wrong-page': (facts, question) => {
    const trouble = brokenTargetOf(facts)
    if (trouble !== null) return brokenWords(trouble, facts)
    return {
      sentence: 'The page links to you, but to another page than the one you hoped for.',
      expert: `${linkWords(facts)} leads to ${destination(facts)}; hoped for: ${question.targetUrl ?? 'another page'}.`,
      inYourHands:
        'Check that readers find what they came for on the page that is linked. If the other page would serve them better, you may say so once.',
      notInYourHands: 'Which of your pages an editor picks.',
    }
  },
  'linked-not-crawlable': (facts) => ({
    sentence:
      'People can click through to you, but the link is built in a way that Google does not reliably read.',
    expert: `The link is ${elementWords(facts)}, not an HTML <a href>; Google documents only the latter as crawlable.`,
    inYourHands: 'Be glad of the readers it brings. It is not worth asking for a change.',
    notInYourHands: 'How their site builds its links.',
  }),
  'linked-not-indexable': (facts) => ({
    sentence:
      'The page links to you, but it asks search engines to stay away from the page. Readers still find you there.',
    expert: `${linkWords(facts)}; the page is not indexable: ${whyNotIndexable(facts)}.`,
    inYourHands:
      'Say thank you for the readers. If the page looks closed by accident, a short kind note may help them too.',
    notInYourHands: 'Whether they open the page to search engines.',
  }),
  'linked-elsewhere-canonical': (facts) => ({
    sentence:
      'The page links to you, but it names another page as the original. Search engines tend to count that one.',
    expert: `${linkWords(facts)}; rel=canonical names ${facts.canonicalUrl ?? 'another page'}.`,
    inYourHands: 'Look whether the original links to you too, and add it as a mention of its own.',
    notInYourHands: 'Which copy search engines choose.',
  }),
  'linked-qualified': (facts, question) => {
    const risk = isGift(question) ? relRisk(question.provenance, facts, null) : null
    return {
      sentence:
        risk === null
          ? 'The page links to you, and asks search engines not to count the link as a recommendation. Readers can still click it.'
          : `The page links to you. ${risk.sentence}`,
      expert: `${linkWords(facts)}; ${qualifierWords(facts)}. Google treats this as a hint.`,
      inYourHands:
        risk === null
          ? 'Say thank you. A marked link still brings readers, and asking to unmark it rarely ends well.'
          : (risk.inYourHands ?? 'Nothing to do. This is how it is done properly.'),
      notInYourHands: 'How a site marks its links.',
    }
  },
  'page-gone': (facts) => ({
    sentence: 'The page is not there any more.',
    expert:
      facts.soft404 === true
        ? `Answers ${facts.httpStatus}, but the page itself says "not found" (soft 404).`
        : `Answers ${facts.httpStatus ?? 'nothing'}.`,
    inYourHands: 'Nothing today. Rapport looks again a day later before it calls the page gone.',
    notInYourHands: 'What others keep online.',
  }),
  'could-not-check': (facts) => ({
    ...failureWords(facts),
    notInYourHands: 'Whether and how their site answers. This says nothing about your link.',
  }),
  'looks-rendered-by-script': () => ({
    sentence:
      'The page builds itself in the browser, so Rapport cannot tell from here whether you are on it.',
    expert: 'What is missing may be written by script; the delivered HTML alone cannot say no.',
    inYourHands: 'Open the page and look. You can record what you see; it is marked as seen by a person.',
    notInYourHands: 'How their site is built.',
  }),
  lost: () => ({
    sentence: 'The page is there, but the link to you is not on it any more.',
    expert: 'The delivered HTML was read whole and holds no hyperlink to the target domains; it did before.',
    inYourHands:
      'Wait for the second look a day later. If it is gone for good, you may ask once, kindly, whether that was meant.',
    notInYourHands: 'What an editor changes on their own page.',
  }),
  'mentioned-unlinked': (facts) => ({
    sentence: 'The page names you, but does not link to you.',
    expert: `"${facts.mentionedAs ?? ''}" stands in the rendered text; no hyperlink to the target domains in the delivered HTML.`,
    inYourHands:
      'Keep it as press and say thank you. If a link would truly help their readers, you may ask once.',
    notInYourHands: 'Whether they add a link. Many sites never do.',
  }),
  'not-mentioned': () => ({
    sentence: 'The page neither links to you nor names you.',
    expert:
      'No hyperlink to the target domains and none of the brand names in the rendered text of the delivered HTML.',
    inYourHands:
      'Check that this is the right address. If the piece is about you without naming you, say so and it is kept as that.',
    notInYourHands: 'What they chose to write.',
  }),
  'featured-not-named': () => ({
    sentence: 'They ran it; neither your link nor your name is in it. Out of your hands.',
    expert:
      'A person says that the page is about us; no hyperlink to the target domains and no brand name in the delivered HTML.',
    inYourHands: 'Be glad of the story, keep it as press, and say thank you.',
    notInYourHands: 'Whether they name you. Asking an editor rarely changes it.',
  }),
}

function isGift({ provenance }: Pick<LinkQuestion, 'provenance'>): boolean {
  return provenance === 'sample' || provenance === 'paid-elsewhere'
}

/** A link to a broken page of ours: the one thing nobody else needs to be asked about. */
function brokenWords(trouble: CertainTrouble, facts: LinkFacts): VerdictWords {
  const { sentence, expert, inYourHands } = BROKEN[trouble]
  return {
    sentence: `The page links to you, but ${sentence} This one you can fix today.`,
    expert: `${linkWords(facts)} leads to ${destination(facts)}, ${expert(facts)}.`,
    inYourHands: `${inYourHands} Nobody needs to be asked.`,
    notInYourHands: 'Nothing: the page is yours.',
  }
}

const BROKEN: Readonly<
  Record<CertainTrouble, { sentence: string; expert: (facts: LinkFacts) => string; inYourHands: string }>
> = {
  gone: {
    sentence: 'to a page of yours that does not exist any more.',
    expert: ({ targetStatus }) => `which answers ${targetStatus ?? 'that it is gone'}`,
    inYourHands: 'Bring that page back, or redirect its address to the right one.',
  },
  'says-not-found': {
    sentence: 'to a page of yours that tells readers it cannot be found.',
    expert: ({ targetStatus }) => `which answers ${targetStatus ?? 200} and says "not found" (soft 404)`,
    inYourHands: 'Bring that page back, or redirect its address to the right one.',
  },
}
