import { attributeOf, isHtmlElement, type PageElement, type PageParent } from './page-tree.ts'

const HOSTS =
  /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span|[a-z][^\s]*-[^\s]*)$/

/** What a page's declarative shadow roots show (HTML standard; parse5 leaves them templates). */
export type ShadowRoots = {
  isRoot: (template: PageElement) => boolean
  hasRoot: (element: PageElement) => boolean
  /** Whether a child of a host stands in one of its slots. What stands in none is not rendered. */
  shows: (host: PageElement, child: PageElement) => boolean
  showsText: (host: PageElement) => boolean
}

const NONE: ShadowRoots = {
  isRoot: () => false,
  hasRoot: () => false,
  shows: () => true,
  showsText: () => true,
}

/** Of the templates that ask for it, the first one of each element that may have a shadow root. */
export function shadowRootsOf(
  templates: readonly { template: PageElement; host: PageParent }[],
): ShadowRoots {
  const slotsByHost = new Map<PageParent, Set<string>>()
  const roots = new Set<PageElement>()
  for (const { template, host } of templates) {
    if (!('tagName' in host) || slotsByHost.has(host) || !HOSTS.test(host.tagName)) continue
    roots.add(template)
    slotsByHost.set(host, slotsOf(template))
  }
  if (roots.size === 0) return NONE
  return {
    isRoot: (template) => roots.has(template),
    hasRoot: (element) => slotsByHost.has(element),
    shows: (host, child) =>
      roots.has(child) || slotsByHost.get(host)?.has(attributeOf(child, 'slot') ?? '') !== false,
    showsText: (host) => slotsByHost.get(host)?.has('') !== false,
  }
}

function slotsOf(template: PageElement): Set<string> {
  const names = new Set<string>()
  const waiting: PageParent[] = 'content' in template ? [template.content as PageParent] : []
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue
      if (node.tagName === 'slot' && isHtmlElement(node)) names.add(attributeOf(node, 'name') ?? '')
      waiting.push(node)
    }
  }
  return names
}
