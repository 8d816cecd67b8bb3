import type { Within } from './element-roles.ts'
import { type NodeBudget, type TagSpan, TooManyNodes } from './page-parser.ts'
import type { ElementInfo, PageRecord } from './page-record.ts'
import { PageRecorder } from './page-recorder.ts'
import {
  attributeOf,
  isElement,
  isHtmlElement,
  isSvgElement,
  isText,
  NODE_BUDGET,
  ownTextOf,
  type PageElement,
  type PageNode,
  type PageParent,
  type PageTree,
  readNoscript,
  readTree,
} from './page-tree.ts'
import { recordTokens } from './record-tokens.ts'
import { contentOf, type ShadowRoots, shadowRootsOf } from './shadow-roots.ts'
import { isCss } from './style-rules.ts'

type Step = {
  nodes: readonly PageNode[]
  at: number
  within: Within
  opened: boolean
  tree: PageTree
  /** Where the tree's source begins in the page's. */
  offset: number
  /** The element whose children these are, where some of them are shown in no slot. */
  host: PageElement | null
}

/**
 * Reads a page of HTML in one walk. `truncated` says that it had more nodes than the budget allows and was read token
 * by token instead: what was found is there, what was not found may be.
 */
export function recordPage(
  text: string,
  nodeBudget = NODE_BUDGET,
): { record: PageRecord; truncated: boolean } {
  const budget = { left: nodeBudget }
  try {
    return { record: new PageWalk(text, budget).record(), truncated: false }
  } catch (error) {
    if (!(error instanceof TooManyNodes)) throw error
    return { record: recordTokens(text), truncated: true }
  }
}

/** Walks with a stack of its own: pages nest deeper than the machine's stack goes. */
class PageWalk {
  readonly #text: string
  readonly #budget: NodeBudget
  readonly #recorder = new PageRecorder()
  readonly #tree: PageTree
  readonly #shadows: ShadowRoots

  constructor(text: string, budget: NodeBudget) {
    this.#text = text
    this.#budget = budget
    this.#tree = readTree(text, budget)
    this.#shadows = shadowRootsOf(this.#tree.shadowTemplates)
  }

  record(): PageRecord {
    const tree = this.#tree
    const recorder = this.#recorder
    recorder.styles(tree.styles.filter(isOfPage).map(sheetOf))
    const steps: Step[] = [
      { nodes: tree.nodes, at: 0, within: 'page', opened: false, tree, offset: 0, host: null },
    ]
    for (let step = steps.at(-1); step; step = steps.at(-1)) {
      const node = step.nodes[step.at]
      step.at += 1
      if (!node) {
        steps.pop()
        if (step.opened) recorder.leave()
      } else if (isText(node)) {
        if (step.host === null || this.#shadows.showsText(step.host)) recorder.text(node.value)
      } else if (isElement(node)) {
        const inside = this.#contentOf(node, step)
        if (!inside) continue
        recorder.enter(infoOf(node, step, this.#shadows), inside.within)
        const root = this.#shadows.rootOf(node)
        if (root === null && inside.nodes.length === 0) recorder.leave()
        else steps.push(inside)
        if (root) steps.push(rootStep(root, inside))
      }
    }
    return inSourceOrder(recorder.finish(tree.bodyMayGo))
  }

  /** What to walk inside an element; null where nothing of it belongs to the page. */
  #contentOf(element: PageElement, { within, tree, offset }: Step): Step | null {
    const host = this.#shadows.rootOf(element) ? element : null
    const children: Step = { nodes: element.childNodes, at: 0, within, opened: true, tree, offset, host }
    if (!isHtmlElement(element)) return children
    if (element.tagName === 'template') {
      // A shadow root is walked where its host is.
      if (!this.#shadows.isRoot(element)) recordInert(contentOf(element), this.#recorder)
      return null
    }
    if (element.tagName === 'noscript' && within !== 'noscript') return this.#noscriptOf(element, children)
    return children
  }

  #noscriptOf(element: PageElement, children: Step): Step {
    const text = ownTextOf(element)
    this.#recorder.noscript(text)
    const start = children.tree.spanOf(element)?.to
    // The source itself is parsed where it is known, so that places in it can be told.
    const source = start === undefined ? null : rawText(this.#text, start + children.offset)
    const tree = readNoscript(source ?? text, this.#budget)
    const offset = source === null ? Number.NaN : (start ?? 0) + children.offset
    return { ...children, nodes: tree.nodes, within: 'noscript', tree, offset }
  }
}

function rootStep(root: PageParent, children: Step): Step {
  const within = children.within === 'page' ? 'shadow' : children.within
  return { ...children, nodes: root.childNodes, within, opened: false, host: null }
}

const NOSCRIPT_END = /<\/noscript[\t\n\f\r />]/gi

function rawText(text: string, start: number): string {
  NOSCRIPT_END.lastIndex = start
  return text.slice(start, NOSCRIPT_END.exec(text)?.index)
}

/** A sheet in a template or a shadow root is not the page's. */
function isOfPage(style: PageElement): boolean {
  if (!isCss(attributeOf(style, 'type'))) return false
  let top: PageParent | null = style.parentNode
  while (top && 'parentNode' in top && top.parentNode) top = top.parentNode
  return top?.nodeName === '#document'
}

function sheetOf(style: PageElement): { css: string; media: string } {
  return { css: ownTextOf(style), media: attributeOf(style, 'media') ?? '' }
}

function recordInert(content: PageParent, recorder: PageRecorder) {
  const waiting: PageParent[] = [content]
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    for (const node of parent.childNodes) {
      if (isText(node)) recorder.inert(node.value)
      if (!isElement(node)) continue
      for (const { value } of node.attrs) recorder.inert(value)
      waiting.push(node)
    }
  }
}

function infoOf(element: PageElement, { tree, offset, host }: Step, shadows: ShadowRoots): ElementInfo {
  const { tagName: tag, attrs: attributes } = element
  const namespace = isHtmlElement(element) ? 'html' : isSvgElement(element) ? 'svg' : 'other'
  const span = tag === 'a' || tag === 'area' ? shifted(tree.spanOf(element), offset) : null
  const isUnslotted = host !== null && !shadows.shows(host, element)
  return { tag: namespace === 'html' ? tag : tag.toLowerCase(), namespace, attributes, span, isUnslotted }
}

function shifted(span: TagSpan | null, offset: number): TagSpan | null {
  return span === null || Number.isNaN(offset) ? null : { from: span.from + offset, to: span.to + offset }
}

/** What a table throws out stands before it in the tree. Places in the source do not change when more of it comes. */
function inSourceOrder(record: PageRecord): PageRecord {
  let last = 0
  for (const { span } of record.links) {
    if (span && span.to < last) return { ...record, links: sorted(record.links) }
    last = span?.to ?? last
  }
  return record
}

function sorted(links: PageRecord['links']): PageRecord['links'] {
  return [...links].sort((a, b) => (a.span?.to ?? 0) - (b.span?.to ?? 0))
}
