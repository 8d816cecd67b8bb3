import { hasNoText, hidingOf, isBlock, isReplaced } from './element-display.ts'
import { hrefOf, linkElementOf, placeForScripts, type Within } from './element-roles.ts'
import {
  BLOCK_BREAK,
  type ElementInfo,
  emptyRecord,
  type PageRecord,
  type RecordedLink,
  type RecordedScript,
} from './page-record.ts'
import { StyleRules } from './style-rules.ts'

type Frame = {
  hidden: boolean
  invisible: boolean
  silent: boolean
  block: boolean
  inHead: boolean
  link: RecordedLink | null
  linkIsVisible: boolean
  capture: { parts: string[]; done: (text: string) => unknown } | null
  mount: { what: string; isMain: boolean; start: number } | null
}

const DATA_MAX_CHARACTERS = 2_000_000
const NEW_PAGE: Frame = {
  hidden: false,
  invisible: false,
  silent: false,
  block: false,
  inHead: false,
  link: null,
  linkIsVisible: true,
  capture: null,
  mount: null,
}

/** Takes elements and text in document order and keeps what matters. `enter` and `leave` come in pairs. */
export class PageRecorder {
  readonly #frames: Frame[] = [NEW_PAGE]
  readonly #visible: string[] = []
  readonly #hidden: string[] = []
  readonly #styles = new StyleRules()
  #visibleLength = 0
  #hiddenLength = 0
  #dataLength = 0
  readonly #record = emptyRecord()

  enter(element: ElementInfo, within: Within) {
    const parent = this.#top()
    const { tag, attribute } = element
    const hiding = hidingOf(tag, attribute, this.#styles)
    const invisible = hiding.visibility === null ? parent.invisible : hiding.visibility === 'hidden'
    const frame: Frame = {
      hidden: parent.hidden || hiding.hidden || within === 'noscript',
      invisible,
      silent: parent.silent || hasNoText(tag),
      block: hiding.block ?? (isBlock(tag) && element.namespace === 'html'),
      inHead: parent.inHead || (tag === 'head' && element.namespace === 'html'),
      link: null,
      linkIsVisible: true,
      capture: null,
      mount: null,
    }
    if (frame.block) this.#write(BLOCK_BREAK, frame)
    else if (tag === 'br') this.#write('\n', frame)
    else if (isReplaced(tag)) this.#write(' ', frame)
    frame.link = this.#linkOf(element, within, frame)
    if (element.namespace === 'html') this.#readHtml(element, within, frame)
    this.#keepData(element)
    this.#frames.push(frame)
  }

  text(text: string) {
    const frame = this.#top()
    frame.capture?.parts.push(text)
    this.#write(text, frame)
  }

  leave() {
    const frame = this.#frames.pop()
    if (!frame) return
    if (frame.link) frame.link.end = frame.linkIsVisible ? this.#visibleLength : this.#hiddenLength
    if (frame.capture) frame.capture.done(frame.capture.parts.join(''))
    if (frame.mount) {
      const { what, isMain, start } = frame.mount
      this.#record.mounts.push({ what, isMain, range: [start, this.#visibleLength] })
    }
    if (frame.block) this.#write(BLOCK_BREAK, frame)
  }

  /** What stands in an inert template: nobody sees it, but scripts may use it. */
  inert(text: string) {
    this.#addData(text)
  }

  noscript(text: string) {
    this.#record.noscriptText += `${text} `
  }

  finish(): PageRecord {
    while (this.#frames.length > 1) this.leave()
    return { ...this.#record, text: this.#visible.join(''), hiddenText: this.#hidden.join('') }
  }

  #top(): Frame {
    return this.#frames.at(-1) ?? NEW_PAGE
  }

  #write(text: string, frame: Frame) {
    if (frame.silent || text === '') return
    if (frame.hidden || frame.invisible) {
      this.#hidden.push(text)
      this.#hiddenLength += text.length
    } else {
      this.#visible.push(text)
      this.#visibleLength += text.length
    }
  }

  #linkOf(element: ElementInfo, within: Within, frame: Frame): RecordedLink | null {
    const { tag, namespace, attribute } = element
    const isLink = namespace === 'html' ? tag === 'a' || tag === 'area' : namespace === 'svg' && tag === 'a'
    const href = isLink ? hrefOf(element) : null
    if (href === null) return null
    const isHidden = frame.hidden || frame.invisible
    const start = isHidden ? this.#hiddenLength : this.#visibleLength
    const link: RecordedLink = {
      element: linkElementOf(tag, namespace, within),
      href,
      rel: attribute('rel'),
      hidden: isHidden,
      alt: tag === 'area' ? attribute('alt') : null,
      start,
      end: start,
    }
    frame.linkIsVisible = !isHidden
    this.#record.links.push(link)
    return link
  }

  #readHtml({ tag, attribute }: ElementInfo, within: Within, frame: Frame) {
    const record = this.#record
    if (tag === 'img') this.#writeAlt(attribute('alt'), frame)
    if (within === 'noscript') return
    if (tag === 'meta') this.#readMeta(attribute)
    else if (tag === 'base') record.baseHref ??= within === 'page' ? attribute('href') : null
    else if (tag === 'link' && frame.inHead) this.#readLinkElement(attribute)
    else if (tag === 'frameset') record.hasFrameset = true
    else if (tag === 'title') frame.capture = { parts: [], done: (text) => (record.title ??= text) }
    else if (tag === 'h1') {
      const start = this.#visible.length
      frame.capture = { parts: [], done: () => record.headings.push(this.#visible.slice(start).join('')) }
    } else if (tag === 'style' && within === 'page') {
      const media = attribute('media') ?? ''
      frame.capture = {
        parts: [],
        done: (text) => /^(?:\s*|.*\b(?:all|screen)\b.*)$/i.test(media) && this.#styles.add(text),
      }
    } else if (tag === 'script') {
      const script: RecordedScript = { type: attribute('type'), src: attribute('src'), text: '' }
      record.scripts.push(script)
      frame.capture = { parts: [], done: (text) => (script.text = text) }
    }
    const place = placeForScripts(tag, attribute)
    if (place) frame.mount = { ...place, start: this.#visibleLength }
  }

  #writeAlt(alt: string | null, frame: Frame) {
    if (alt === null || alt.trim() === '' || frame.silent) return
    const start = this.#visibleLength
    this.#write(` ${alt} `, frame)
    if (this.#visibleLength > start) this.#record.altRanges.push([start, this.#visibleLength])
  }

  #readMeta(attribute: ElementInfo['attribute']) {
    const content = attribute('content')
    const name = attribute('name')
    const pragma = attribute('http-equiv')?.trim().toLowerCase()
    if (name !== null && content !== null) this.#record.metas.push({ name, content })
    if (pragma === 'refresh' && content !== null) this.#record.refreshes.push(content)
    const inPragma =
      pragma === 'content-type' ? /charset\s*=\s*["']?([^"'\s;]+)/i.exec(content ?? '')?.[1] : undefined
    const charset = attribute('charset') ?? inPragma
    if (charset) this.#record.charsets.push(charset)
  }

  #readLinkElement(attribute: ElementInfo['attribute']) {
    const rel = (attribute('rel') ?? '').toLowerCase().split(/\s+/)
    const href = attribute('href')
    if (rel.includes('canonical') && href !== null) this.#record.canonicals.push(href)
  }

  #keepData(element: ElementInfo) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('data-') && value.length > 3) this.#addData(value)
    }
  }

  #addData(text: string) {
    if (this.#dataLength > DATA_MAX_CHARACTERS || text === '') return
    this.#dataLength += text.length
    this.#record.dataForScripts.push(text)
  }
}
