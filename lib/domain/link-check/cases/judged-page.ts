import { judgeSavedPage, type SavedPage } from '../judge-saved-page.ts'
import type { LinkQuestion } from '../link-question.ts'

const URL_OF_PAGE = 'https://blog.test/posts/one?utm_source=letter'
export const POST = `<p>${'A post about long walks, and about what one carries on them. '.repeat(6)}</p>`
export const LINK = '<a href="https://acme.test/">kit</a>'

export function judged(html: string, saved: Partial<SavedPage> = {}, question: Partial<LinkQuestion> = {}) {
  const asked = {
    url: URL_OF_PAGE,
    targets: [{ domain: 'acme.test', includeSubdomains: true }],
    brands: ['Acme'],
    ...question,
  }
  const { facts, verdict } = judgeSavedPage(asked, {
    url: URL_OF_PAGE,
    html,
    robotsTxt: null,
    savedAt: '2026-03-01T00:00:00Z',
    ...saved,
  })
  return { ...facts, verdict: verdict.kind }
}
