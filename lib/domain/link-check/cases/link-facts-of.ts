import { judgeSavedPage, type SavedPage } from '../judge-saved-page.ts'
import type { LinkFacts } from '../link-facts.ts'
import type { LinkQuestion } from '../link-question.ts'

const QUESTION: LinkQuestion = {
  url: 'https://blog.test/posts/one',
  targets: [{ domain: 'acme.test', includeSubdomains: true }],
  brands: ['Acme'],
}
export const FILLING =
  'A post about long walks, and about what one carries on them when the weather turns. '.repeat(4)

export function facts(
  html: string,
  question: Partial<LinkQuestion> = {},
  saved: Partial<SavedPage> = {},
): LinkFacts {
  return judgeSavedPage(
    { ...QUESTION, ...question },
    {
      url: QUESTION.url,
      robotsTxt: null,
      html: `<!doctype html><title>Walks</title><p>${FILLING}</p>${html}`,
      ...saved,
    },
  ).facts
}
