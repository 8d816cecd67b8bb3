import { SAXParser } from 'parse5-sax-parser'
import type { Within } from './element-roles.ts'
import type { ElementInfo, PageRecord } from './page-record.ts'
import { PageRecorder } from './page-recorder.ts'
import {
  attributeOf,
  isHtmlElement,
  isSvgElement,
  NODE_BUDGET,
  type NodeBudget,
  type PageElement,
  type PageNode,
  type PageParent,
  parseNoscript,
  parsePage,
  TooManyNodes,
} from './page-tree.ts'

type Step = { nodes: PageNode[]; at: number; within: Within; opened: boolean }

const SHADOW_HOSTS =
  /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span|[a-z][^\s]*-[^\s]*)$/
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

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
    return { record: recordTree(text, budget), truncated: false }
  } catch (error) {
    if (!(error instanceof TooManyNodes)) throw error
    return { record: recordTokens(text), truncated: true }
  }
}

/** Walks with a stack of its own: pages nest deeper than the machine's stack goes. */
function recordTree(text: string, budget: NodeBudget): PageRecord {
  const recorder = new PageRecorder()
  const steps: Step[] = [{ nodes: parsePage(text, budget).childNodes, at: 0, within: 'page', opened: false }]
  for (let step = steps.at(-1); step; step = steps.at(-1)) {
    const node = step.nodes[step.at]
    step.at += 1
    if (!node) {
      steps.pop()
      if (step.opened) recorder.leave()
    } else if (node.nodeName === '#text' && 'value' in node) {
      recorder.text(node.value)
    } else if ('tagName' in node) {
      const inside = contentOf(node, step.within, recorder, budget)
      if (!inside) continue
      if (inside.opened) recorder.enter(infoOf(node), inside.within)
      steps.push({ ...inside, at: 0 })
    }
  }
  return recorder.finish()
}

/** What to walk inside an element; null where nothing of it belongs to the page. */
function contentOf(
  element: PageElement,
  within: Within,
  recorder: PageRecorder,
  budget: NodeBudget,
): Omit<Step, 'at'> | null {
  if (!isHtmlElement(element)) return { nodes: element.childNodes, within, opened: true }
  if (element.tagName === 'template' && 'content' in element) {
    const content = element.content as PageParent
    if (isShadowRoot(element))
      return { nodes: content.childNodes, within: within === 'page' ? 'shadow' : within, opened: false }
    recordInert(content, recorder)
    return null
  }
  if (element.tagName === 'noscript' && within !== 'noscript') {
    const text = element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
    recorder.noscript(text)
    return { nodes: parseNoscript(text, budget).childNodes, within: 'noscript', opened: true }
  }
  return { nodes: element.childNodes, within, opened: true }
}

/** Whether a browser makes this template its parent's shadow root (parse5 leaves it a template). */
function isShadowRoot(template: PageElement): boolean {
  const mode = attributeOf(template, 'shadowrootmode')?.toLowerCase()
  const parent = template.parentNode
  if (
    (mode !== 'open' && mode !== 'closed') ||
    !parent ||
    !('tagName' in parent) ||
    !SHADOW_HOSTS.test(parent.tagName)
  )
    return false
  const first = parent.childNodes.find(
    (child) =>
      'tagName' in child &&
      child.tagName === 'template' &&
      /^(?:open|closed)$/i.test(attributeOf(child, 'shadowrootmode') ?? ''),
  )
  return first === template
}

function recordInert(content: PageParent, recorder: PageRecorder) {
  const waiting: PageParent[] = [content]
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    for (const node of parent.childNodes) {
      if (node.nodeName === '#text' && 'value' in node) recorder.inert(node.value)
      if (!('tagName' in node)) continue
      for (const { value } of node.attrs) recorder.inert(value)
      waiting.push(node)
    }
  }
}

function infoOf(element: PageElement): ElementInfo {
  return {
    tag: element.tagName.toLowerCase(),
    namespace: isHtmlElement(element) ? 'html' : isSvgElement(element) ? 'svg' : 'other',
    attribute: (name) => attributeOf(element, name),
    attributes: element.attrs.map(({ name, value, prefix }) => ({
      name: prefix ? `${prefix}:${name}` : name,
      value,
    })),
  }
}

/** Tokens have no tree: nesting is guessed from the tags, which is good enough to find what is there. */
function recordTokens(text: string): PageRecord {
  const recorder = new PageRecorder()
  const open = new OpenTags(recorder)
  let inTemplate = 0
  const parser = new SAXParser()
  parser.on('startTag', ({ tagName, attrs, selfClosing }) => {
    if (tagName === 'template') inTemplate += 1
    if (inTemplate > 0) return
    const isSvg = open.has('svg')
    if (tagName === 'a') open.close('a')
    const attribute = (name: string) => attrs.find((one) => one.name === name && !one.prefix)?.value ?? null
    const attributes = attrs.map(({ name, value, prefix }) => ({
      name: prefix ? `${prefix}:${name}` : name,
      value,
    }))
    const within = open.has('noscript') ? 'noscript' : 'page'
    recorder.enter(
      { tag: tagName.toLowerCase(), namespace: isSvg ? 'svg' : 'html', attribute, attributes },
      within,
    )
    if (VOID.has(tagName) || (selfClosing && isSvg)) recorder.leave()
    else open.push(tagName)
  })
  parser.on('endTag', ({ tagName }) => {
    if (tagName === 'template' && inTemplate > 0) inTemplate -= 1
    else if (inTemplate === 0) open.close(tagName)
  })
  parser.on('text', ({ text: words }) => {
    if (inTemplate === 0) recorder.text(words)
  })
  parser.end(text)
  return recorder.finish()
}

/** The tags open at a place, counted by name: a hostile page opens too many to look through. */
class OpenTags {
  readonly #recorder: PageRecorder
  readonly #open: string[] = []
  readonly #counts = new Map<string, number>()

  constructor(recorder: PageRecorder) {
    this.#recorder = recorder
  }

  has(tag: string): boolean {
    return (this.#counts.get(tag) ?? 0) > 0
  }

  push(tag: string) {
    this.#open.push(tag)
    this.#counts.set(tag, (this.#counts.get(tag) ?? 0) + 1)
  }

  /** Closes the innermost tag of that name and all inside it; a tag that is not open closes nothing. */
  close(tag: string) {
    while (this.has(tag)) {
      const last = this.#open.pop() ?? tag
      this.#counts.set(last, (this.#counts.get(last) ?? 1) - 1)
      this.#recorder.leave()
      if (last === tag) return
    }
  }
}
