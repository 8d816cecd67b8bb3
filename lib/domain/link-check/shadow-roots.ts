import { attributeOf, isHtmlElement, type PageElement, type PageParent } from './page-tree.ts'

const HOSTS =
  /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span|[a-z][^\s]*-[^\s]*)$/

/** What a page's declarative shadow roots show (HTML standard; parse5 leaves them templates). */
export type ShadowRoots = {
  isRoot: (template: PageElement) => boolean
  /** The root an element shows in place of its children. */
  rootOf: (element: PageElement) => PageParent | null
  /** Whether a child of a host stands in one of its slots. What stands in none is not rendered. */
  shows: (host: PageElement, child: PageElement) => boolean
  showsText: (host: PageElement) => boolean
}

const NONE: ShadowRoots = {
  isRoot: () => false,
  rootOf: () => null,
  shows: () => true,
  showsText: () => true,
}

/** Of the templates that ask for it, the first one of each element that may have a shadow root. */
export function shadowRootsOf(
  templates: readonly { template: PageElement; host: PageParent }[],
): ShadowRoots {
  const slotsByHost = new Map<PageParent, Set<string>>()
  const contents = new Map<PageParent, PageParent>()
  const roots = new Set<PageElement>()
  for (const { template, host } of templates) {
    if (!('tagName' in host) || slotsByHost.has(host) || !HOSTS.test(host.tagName)) continue
    roots.add(template)
    const content = contentOf(template)
    contents.set(host, content)
    slotsByHost.set(host, slotsOf(content))
  }
  if (roots.size === 0) return NONE
  return {
    isRoot: (template) => roots.has(template),
    rootOf: (element) => contents.get(element) ?? null,
    shows: (host, child) => slotsByHost.get(host)?.has(attributeOf(child, 'slot') ?? '') !== false,
    showsText: (host) => slotsByHost.get(host)?.has('') !== false,
  }
}

/** What stands in a template; parse5 keeps it apart from its children. */
export function contentOf(template: PageElement): PageParent {
  return 'content' in template ? (template.content as PageParent) : template
}

function slotsOf(content: PageParent): Set<string> {
  const names = new Set<string>()
  const waiting: PageParent[] = [content]
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue
      if (node.tagName === 'slot' && isHtmlElement(node)) names.add(attributeOf(node, 'name') ?? '')
      waiting.push(node)
    }
  }
  return names
}
