import { CollapsedText } from './collapsed-text.ts'
import { hasNoText, hidingOf, isBlock, isReplaced } from './element-display.ts'
import { hrefOf, linkElementOf, placeForScripts, type Within } from './element-roles.ts'
import { type Frame, invisibleBy, isOpen, NEW_PAGE } from './page-frame.ts'
import {
  type ElementInfo,
  emptyRecord,
  type PageRecord,
  type RecordedLink,
  type RecordedScript,
} from './page-record.ts'
import { readHeadLink, readMeta } from './read-head.ts'
import { isCss, StyleRules } from './style-rules.ts'

type Kind = { block: boolean; silent: boolean; replaced: boolean; isRead: boolean }

/** Elements that say something of the page besides their text. */
const READ = new Set(['img', 'meta', 'base', 'link', 'frameset', 'title', 'h1', 'style', 'script'])
const DATA_MAX_CHARACTERS = 2_000_000
/** More of these stand on no page that people made; what a hostile one adds is not looked through. */
const KEPT = { headings: 20, mounts: 60, kinds: 300 }
const HEADING_MAX_CHARACTERS = 1_000
/** Takes elements and text in document order and keeps what matters. `enter` and `leave` come in pairs. */
export class PageRecorder {
  readonly #frames: Frame[] = [NEW_PAGE]
  #frame: Frame = NEW_PAGE
  readonly #visible = new CollapsedText()
  readonly #hidden = new CollapsedText()
  readonly #styles = new StyleRules()
  readonly #kinds = new Map<string, Kind>()
  #stylesAreKnown = false
  #inHeading = false
  #dataLength = 0
  readonly #record = emptyRecord()
  /** Of the element that is entered. One function for all: pages have too many elements for one each. */
  #attributes: ElementInfo['attributes'] = []
  readonly #attribute = (name: string): string | null => {
    for (const attribute of this.#attributes) {
      if (attribute.name === name && !attribute.prefix) return attribute.value
    }
    return null
  }

  /** The style sheets of the page, wherever they stand. Without this call they count from where they are met. */
  styles(sheets: { css: string; media: string }[]) {
    this.#stylesAreKnown = true
    for (const { css, media } of sheets) this.#styles.add(css, media)
  }

  enter(element: ElementInfo, within: Within) {
    const parent = this.#frame
    const { tag, attributes } = element
    this.#attributes = attributes
    const kind = this.#kindOf(tag)
    const hiding = hidingOf(element, this.#attribute, this.#styles)
    const frame: Frame = {
      hidden: parent.hidden || hiding.hidden === true || within === 'noscript' || element.isUnslotted,
      invisible: invisibleBy(hiding.visibility, parent.invisible),
      mayBeHidden: parent.mayBeHidden || hiding.hidden === null,
      silent: parent.silent || kind.silent,
      block: hiding.block ?? (kind.block && element.namespace === 'html'),
      inHead: parent.inHead || (tag === 'head' && element.namespace === 'html'),
      inSelect: parent.inSelect || tag === 'select',
      link: null,
      capture: null,
      mount: null,
    }
    const text = this.#textFor(frame)
    if (frame.block) text?.breakBlock()
    else if (tag === 'br') text?.add('\n')
    else if (kind.replaced) text?.add(' ')
    if (tag === 'a' || tag === 'area') frame.link = this.#linkOf(element, within, frame)
    if (element.namespace === 'html') {
      if (kind.isRead) this.#readHtml(tag, within, frame)
      if (within !== 'noscript') {
        const place = placeForScripts(tag, attributes)
        if (place) frame.mount = { ...place, start: this.#visible.length }
      }
    } else if (tag === 'script') this.#readScript(this.#attribute('type'), hrefOf(element), frame)
    if (attributes.length > 0) this.#keepData(attributes)
    this.#frames.push(frame)
    this.#frame = frame
  }

  text(text: string) {
    this.#frame.capture?.parts.push(text)
    this.#addText(text, this.#frame)
  }

  leave() {
    const frame = this.#frames.pop()
    if (!frame) return
    this.#styles.leave()
    this.#frame = this.#frames.at(-1) ?? NEW_PAGE
    if (frame.link) frame.link.end = frame.link.isInHiddenText ? this.#hidden.length : this.#visible.length
    if (frame.capture) frame.capture.done(frame.capture.parts.join(''))
    if (frame.mount && this.#record.mounts.length < KEPT.mounts) {
      const { what, isMain, start } = frame.mount
      this.#record.mounts.push({ what, isMain, range: [start, this.#visible.length] })
    }
    if (frame.block) this.#textFor(frame)?.breakBlock()
  }

  /** What stands in an inert template: nobody sees it, but scripts may use it. */
  inert(text: string) {
    this.#addData(text)
  }

  noscript(text: string) {
    this.#record.noscriptText += `${text} `
  }

  finish(bodyMayGo: boolean): PageRecord {
    while (this.#frames.length > 1) this.leave()
    return { ...this.#record, bodyMayGo, text: `${this.#visible}`, hiddenText: `${this.#hidden}` }
  }

  #kindOf(tag: string): Kind {
    const known = this.#kinds.get(tag)
    if (known) return known
    const kind = {
      block: isBlock(tag),
      silent: hasNoText(tag),
      replaced: isReplaced(tag),
      isRead: READ.has(tag),
    }
    if (this.#kinds.size < KEPT.kinds) this.#kinds.set(tag, kind)
    return kind
  }

  /** Where an element's text goes; null where it has none. */
  #textFor(frame: Frame): CollapsedText | null {
    return frame.silent ? null : frame.hidden || frame.invisible ? this.#hidden : this.#visible
  }

  #addText(text: string, frame: Frame) {
    const start = this.#visible.length
    this.#textFor(frame)?.add(text)
    if (isOpen(frame) && this.#visible.length > start)
      this.#record.openRanges.push([start, this.#visible.length])
  }

  #linkOf(element: ElementInfo, within: Within, frame: Frame): RecordedLink | null {
    const { tag, namespace } = element
    const isLink = namespace === 'html' || (namespace === 'svg' && tag === 'a')
    const href = isLink ? hrefOf(element) : null
    if (href === null) return null
    const isInHiddenText = frame.hidden || frame.invisible === true
    const start = isInHiddenText ? this.#hidden.length : this.#visible.length
    const link: RecordedLink = {
      element: linkElementOf(tag, namespace, within),
      href,
      rel: this.#attribute('rel'),
      hidden: isInHiddenText || (frame.inSelect || isOpen(frame) ? null : false),
      alt: tag === 'area' ? this.#attribute('alt') : null,
      isInHiddenText,
      start,
      end: start,
      span: element.span,
    }
    this.#record.links.push(link)
    return link
  }

  #readHtml(tag: string, within: Within, frame: Frame) {
    const record = this.#record
    const attribute = this.#attribute
    if (tag === 'img') this.#writeAlt(attribute('alt'), frame)
    if (within === 'noscript') return
    if (tag === 'meta') readMeta(record, attribute, frame.inHead)
    else if (tag === 'base') record.baseHref ??= within === 'page' ? attribute('href') : null
    else if (tag === 'link' && frame.inHead) readHeadLink(record, attribute)
    else if (tag === 'frameset') record.hasFrameset = true
    else if (tag === 'title') frame.capture = { parts: [], done: (text) => (record.title ??= text) }
    else if (tag === 'h1') this.#readHeading(frame)
    else if (tag === 'style' && within === 'page' && !this.#stylesAreKnown && isCss(attribute('type'))) {
      const media = attribute('media') ?? ''
      frame.capture = { parts: [], done: (text) => this.#styles.add(text, media) }
    } else if (tag === 'script') this.#readScript(attribute('type'), attribute('src'), frame)
  }

  /** The outermost of headings inside each other, as far as anybody reads one. */
  #readHeading(frame: Frame) {
    if (this.#inHeading || this.#record.headings.length >= KEPT.headings) return
    this.#inHeading = true
    const start = this.#visible.place
    const done = () => {
      this.#inHeading = false
      this.#record.headings.push(this.#visible.since(start).slice(0, HEADING_MAX_CHARACTERS))
    }
    frame.capture = { parts: [], done }
  }

  #readScript(type: string | null, src: string | null, frame: Frame) {
    const script: RecordedScript = { type, src, text: '' }
    this.#record.scripts.push(script)
    frame.capture = { parts: [], done: (text) => (script.text = text) }
  }

  #writeAlt(alt: string | null, frame: Frame) {
    if (alt === null || alt.trim() === '' || frame.silent) return
    const start = this.#visible.length
    this.#textFor(frame)?.add(` ${alt} `)
    if (this.#visible.length > start) this.#record.altRanges.push([start, this.#visible.length])
  }

  #keepData(attributes: ElementInfo['attributes']) {
    for (const { name, value } of attributes) {
      if (name.startsWith('data-')) {
        if (value.length > 3) this.#addData(value)
      } else if (name.startsWith('on') && this.#dataLength <= DATA_MAX_CHARACTERS) {
        this.#dataLength += value.length
        this.#record.handlers.push({ name, code: value })
      }
    }
  }

  #addData(text: string) {
    if (this.#dataLength > DATA_MAX_CHARACTERS || text === '') return
    this.#dataLength += text.length
    this.#record.dataForScripts.push(text)
  }
}
