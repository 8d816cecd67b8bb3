import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  html,
  parse,
  parseFragment,
  type TreeAdapter,
} from 'parse5'

/**
 * How many nodes a page may have. A small page of unclosed formatting elements makes a conforming parser copy them
 * without end; real pages stay far below this.
 */
export const NODE_BUDGET = 300_000

export type PageElement = DefaultTreeAdapterTypes.Element
export type PageNode = DefaultTreeAdapterTypes.ChildNode
export type PageParent = DefaultTreeAdapterTypes.ParentNode
export type NodeBudget = { left: number }

/** The page has more nodes than the budget allows. */
export class TooManyNodes extends Error {
  override name = 'TooManyNodes'
}

/** Parses a page as a browser with scripts on does. Throws TooManyNodes. */
export function parsePage(text: string, budget: NodeBudget): DefaultTreeAdapterTypes.Document {
  return parse(text, { treeAdapter: countingAdapter(budget) })
}

/** Parses what stands inside a `noscript` as a browser without scripts would. Throws TooManyNodes. */
export function parseNoscript(text: string, budget: NodeBudget): DefaultTreeAdapterTypes.DocumentFragment {
  return parseFragment(text, { treeAdapter: countingAdapter(budget), scriptingEnabled: false })
}

export function attributeOf(element: PageElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name && !attribute.prefix)?.value ?? null
}

export function isHtmlElement(element: PageElement): boolean {
  return element.namespaceURI === html.NS.HTML
}

export function isSvgElement(element: PageElement): boolean {
  return element.namespaceURI === html.NS.SVG
}

function countingAdapter(budget: NodeBudget): TreeAdapter<DefaultTreeAdapterMap> {
  const spend = () => {
    budget.left -= 1
    if (budget.left < 0) throw new TooManyNodes()
  }
  // Text is not counted: there cannot be much more of it than of what it stands between.
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespaceURI, attrs) {
      spend()
      return defaultTreeAdapter.createElement(tagName, namespaceURI, attrs)
    },
    createCommentNode(data) {
      spend()
      return defaultTreeAdapter.createCommentNode(data)
    },
  }
}
