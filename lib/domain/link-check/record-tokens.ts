import { SAXParser } from 'parse5-sax-parser'
import type { PageRecord } from './page-record.ts'
import { PageRecorder } from './page-recorder.ts'

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** Reads a page token by token. Tokens have no tree: nesting is guessed from the tags, which is good enough to find what is there. */
export function recordTokens(text: string): PageRecord {
  const recorder = new PageRecorder()
  const open = new OpenTags(recorder)
  let inTemplate = 0
  const parser = new SAXParser()
  parser.on('startTag', ({ tagName, attrs, selfClosing }) => {
    if (tagName === 'template') inTemplate += 1
    if (inTemplate > 0) return
    const isSvg = open.has('svg')
    if (tagName === 'a') open.close('a')
    const within = open.has('noscript') ? 'noscript' : 'page'
    recorder.enter(
      {
        tag: tagName.toLowerCase(),
        namespace: isSvg ? 'svg' : 'html',
        attributes: attrs,
        span: null,
        isUnslotted: false,
      },
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
  return recorder.finish(false)
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
