import { type DefaultTreeAdapterMap, html, InsertionMode, Parser, type Token } from 'parse5'
import { PageTokenizer } from './page-tokenizer.ts'

/** Where a tag stands in the source: behind the tag before it at the earliest, and exactly up to its end. */
export type TagSpan = { from: number; to: number }
export type NodeBudget = { left: number }

/** The page has more nodes than the budget allows. */
export class TooManyNodes extends Error {
  override name = 'TooManyNodes'
}

const TAG = html.TAG_ID
/** More style sheets stand on no page that people made. */
const STYLES_MAX = 300
type Element = DefaultTreeAdapterMap['element']
type ParentNode = DefaultTreeAdapterMap['parentNode']

/**
 * parse5's parser with three things added: it counts the nodes it makes, it notes where the tags of links stand, and it
 * keeps what stands inside a `select`, as the HTML standard has it since the customizable select of 2025
 * (whatwg/html#10557). parse5 8 still drops all but options there, links too.
 */
export class PageParser extends Parser<DefaultTreeAdapterMap> {
  constructor(...given: ConstructorParameters<typeof Parser<DefaultTreeAdapterMap>>) {
    super(...given)
    const { inForeignNode } = this.tokenizer
    this.tokenizer = new PageTokenizer(this)
    this.tokenizer.inForeignNode = inForeignNode
  }

  budget: NodeBudget = { left: Number.POSITIVE_INFINITY }
  /** By the list of attributes: elements that are made again from the same tag share it. */
  readonly tagSpans = new Map<Token.Attribute[], TagSpan>()
  /** Style sheets, wherever they stand, in the order they came. */
  readonly styles: Element[] = []
  /** Templates that ask to be a shadow root, likewise, and the element they stood in then: both may be moved later. */
  readonly shadowTemplates: { template: Element; host: ParentNode }[] = []
  #lastTagEnd = 0

  override onStartTag(token: Token.TagToken) {
    const to = this.#tagEnd()
    const { tagID } = token
    if ((tagID === TAG.A || tagID === TAG.AREA || tagID === TAG.NOSCRIPT) && to !== this.#lastTagEnd)
      this.tagSpans.set(token.attrs, { from: this.#lastTagEnd, to })
    this.#lastTagEnd = to
    super.onStartTag(token)
  }

  override onEndTag(token: Token.TagToken) {
    this.#lastTagEnd = this.#tagEnd()
    super.onEndTag(token)
  }

  override onComment(token: Token.CommentToken) {
    this.#lastTagEnd = this.#tagEnd()
    super.onComment(token)
  }

  override _createElement(
    tagName: string,
    namespace: html.NS,
    attrs: Token.Attribute[],
    intendedParent: ParentNode,
  ): Element {
    this.#spend()
    const element = super._createElement(tagName, namespace, attrs, intendedParent)
    if (tagName === 'style' && (namespace === html.NS.HTML || namespace === html.NS.SVG)) {
      if (this.styles.length < STYLES_MAX) this.styles.push(element)
    } else if (tagName === 'template' && namespace === html.NS.HTML && asksForShadow(attrs))
      this.shadowTemplates.push({ template: element, host: intendedParent })
    return element
  }

  override _appendCommentNode(token: Token.CommentToken, parent: ParentNode) {
    this.#spend()
    super._appendCommentNode(token, parent)
  }

  override _startTagOutsideForeignContent(token: Token.TagToken) {
    const { tagID } = token
    const isOfSelect =
      tagID === TAG.SELECT ||
      tagID === TAG.OPTION ||
      tagID === TAG.OPTGROUP ||
      tagID === TAG.HR ||
      tagID === TAG.INPUT
    if (isOfSelect && this.#hasSelect()) {
      if (tagID === TAG.SELECT || tagID === TAG.INPUT) {
        this.openElements.popUntilTagNamePopped(TAG.SELECT)
        if (tagID === TAG.SELECT) return
      } else if (tagID === TAG.OPTION) this.openElements.generateImpliedEndTagsWithExclusion(TAG.OPTGROUP)
      else this.openElements.generateImpliedEndTags()
    }
    const before = this.insertionMode
    super._startTagOutsideForeignContent(token)
    if (this.insertionMode === InsertionMode.IN_SELECT) this.insertionMode = InsertionMode.IN_BODY
    else if (this.insertionMode === InsertionMode.IN_SELECT_IN_TABLE) this.insertionMode = before
  }

  override _endTagOutsideForeignContent(token: Token.TagToken) {
    if (token.tagID === TAG.SELECT && this.#hasSelect()) {
      this.openElements.generateImpliedEndTags()
      this.openElements.popUntilTagNamePopped(TAG.SELECT)
    } else super._endTagOutsideForeignContent(token)
  }

  /** A select sets no mode any more: the element around it does. */
  override _resetInsertionModeForSelect(selectSlot: number) {
    this.insertionMode = InsertionMode.IN_BODY
    for (
      let slot = this.openElements.slotBelow(selectSlot);
      slot > 0;
      slot = this.openElements.slotBelow(slot)
    ) {
      const mode = modeInside(this.openElements.tagIDs[slot])
      if (mode === undefined) continue
      this.insertionMode =
        mode === InsertionMode.IN_TEMPLATE ? (this.tmplInsertionModeStack.at(-1) ?? mode) : mode
      return
    }
  }

  /** White space and words go to the same place, whichever comes first. */
  takesAnyText(): boolean {
    return (
      !this.skipNextNewLine &&
      (this.insertionMode === InsertionMode.IN_BODY ||
        this.insertionMode === InsertionMode.TEXT ||
        this.insertionMode === InsertionMode.IN_CELL)
    )
  }

  takesCdata(): boolean {
    return this.currentNotInHTML
  }

  #hasSelect(): boolean {
    return this.openElements.indexOfTopmost(TAG.SELECT) > 0 && this.openElements.hasInScope(TAG.SELECT)
  }

  #spend() {
    this.budget.left -= 1
    if (this.budget.left < 0) throw new TooManyNodes()
  }

  #tagEnd(): number {
    return this.tokenizer.preprocessor.offset + 1
  }
}

function asksForShadow(attrs: Token.Attribute[]): boolean {
  return attrs.some(({ name, value }) => name === 'shadowrootmode' && /^(?:open|closed)$/i.test(value))
}

function modeInside(tagID: html.TAG_ID | undefined): InsertionMode | undefined {
  switch (tagID) {
    case TAG.TD:
    case TAG.TH:
      return InsertionMode.IN_CELL
    case TAG.TR:
      return InsertionMode.IN_ROW
    case TAG.TBODY:
    case TAG.THEAD:
    case TAG.TFOOT:
      return InsertionMode.IN_TABLE_BODY
    case TAG.CAPTION:
      return InsertionMode.IN_CAPTION
    case TAG.TABLE:
      return InsertionMode.IN_TABLE
    case TAG.TEMPLATE:
      return InsertionMode.IN_TEMPLATE
    case TAG.BODY:
      return InsertionMode.IN_BODY
    default:
      return undefined
  }
}
