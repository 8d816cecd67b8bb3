import { buttonClass } from '#components/ui/button.tsx'

type BookmarkletLinkProps = { code: string; children: string }

/**
 * A link whose address is code, to be dragged to the bookmarks bar. React rewrites such addresses, so the link is written as
 * HTML: the code is percent-encoded and the words are ours. On our own pages the policy on scripts keeps it from running.
 */
export function BookmarkletLink({ code, children }: BookmarkletLinkProps) {
  const html = `<a class="${escaped(buttonClass({ tone: 'primary' }))}" href="${escaped(code)}" draggable="true">${escaped(children)}</a>`
  // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped here, of our own making
  return <span dangerouslySetInnerHTML={{ __html: html }} />
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
