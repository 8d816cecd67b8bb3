import { type DefaultTreeAdapterTypes, html } from 'parse5'
import { type NodeBudget, PageParser, type TagSpan } from './page-parser.ts'

/**
 * How many nodes a page may have. A small page of unclosed formatting elements makes a conforming parser copy them
 * without end; real pages stay far below this.
 */
export const NODE_BUDGET = 300_000

export type PageElement = DefaultTreeAdapterTypes.Element
export type PageNode = DefaultTreeAdapterTypes.ChildNode
export type PageParent = DefaultTreeAdapterTypes.ParentNode
type PageText = DefaultTreeAdapterTypes.TextNode
export type PageTree = {
  nodes: PageNode[]
  /** Style sheets, and templates that ask to be a shadow root, in the order they came. */
  styles: readonly PageElement[]
  shadowTemplates: readonly { template: PageElement; host: PageParent }[]
  /** Where the tag stands that a link or a noscript was made from; null for other elements. */
  spanOf: (element: PageElement) => TagSpan | null
  /** Nothing on the page keeps a `frameset` that might come next from taking the body's place. */
  bodyMayGo: boolean
}

/** Parses a page as a browser with scripts on does. Throws TooManyNodes. */
export function parsePage(text: string, budget: NodeBudget): DefaultTreeAdapterTypes.Document {
  return parsed(text, budget).document
}

/** The same, with what a judge has to know of the source. Throws TooManyNodes. */
export function readTree(text: string, budget: NodeBudget): PageTree {
  return treeOf(parsed(text, budget))
}

/** Parses what stands inside a `noscript` as a browser without scripts would. Throws TooManyNodes. */
export function readNoscript(text: string, budget: NodeBudget): PageTree {
  const parser = PageParser.getFragmentParser(null, { scriptingEnabled: false })
  if (!(parser instanceof PageParser)) throw new Error('getFragmentParser() made another parser than ours')
  parser.budget = budget
  parser.tokenizer.write(text, true)
  return { ...treeOf(parser), nodes: parser.getFragment().childNodes }
}

export function attributeOf(element: PageElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name && !attribute.prefix)?.value ?? null
}

export function isText(node: PageNode): node is PageText {
  return node.nodeName === '#text'
}

/** Neither text, nor a comment, nor a document type: their names begin with "#". */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeName.charCodeAt(0) !== 0x23
}

/** The text directly inside an element. */
export function ownTextOf(element: PageElement): string {
  return element.childNodes.map((child) => (isText(child) ? child.value : '')).join('')
}

export function isHtmlElement(element: PageElement): boolean {
  return element.namespaceURI === html.NS.HTML
}

export function isSvgElement(element: PageElement): boolean {
  return element.namespaceURI === html.NS.SVG
}

function parsed(text: string, budget: NodeBudget): PageParser {
  const parser = new PageParser()
  parser.budget = budget
  parser.tokenizer.write(text, true)
  return parser
}

function treeOf(parser: PageParser): PageTree {
  return {
    nodes: parser.document.childNodes,
    styles: parser.styles,
    shadowTemplates: parser.shadowTemplates,
    spanOf: (element) => parser.tagSpans.get(element.attrs) ?? null,
    bodyMayGo: parser.framesetOk,
  }
}
