import { setStringsAside } from './css-blocks.ts'
import { type Answer, and } from './css-conditions.ts'
import { type Declarations, type Declared, isComputed, readDeclarations } from './css-values.ts'
import type { ElementInfo } from './page-record.ts'
import type { StyleRules } from './style-rules.ts'

/** How elements are shown without a style sheet of their own (HTML standard, section "Rendering"), and by a `style` attribute. */

const BLOCKS = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre ' +
    'search section select slot summary table tbody td textarea tfoot th thead tr ul xmp'
  ).split(' '),
)

/** Their text is never on the page: code, titles, and what only stands in when the element itself cannot be shown. */
const WITHOUT_TEXT = new Set([
  'script',
  'style',
  'title',
  'noembed',
  'noframes',
  'iframe',
  'head',
  'desc',
  'metadata',
])

const NOT_RENDERED = new Set([
  // Raw text in HTML; in a drawing they may hold elements, which nobody sees.
  'script',
  'style',
  'title',
  'desc',
  'metadata',
  'audio',
  'canvas',
  'video',
  'datalist',
  'rp',
  'defs',
  'symbol',
  'clippath',
  'mask',
  'marker',
  'pattern',
])

/** Things shown in a line that part the words at their sides. */
const REPLACED = new Set([
  'img',
  'input',
  'iframe',
  'video',
  'audio',
  'object',
  'embed',
  'canvas',
  'svg',
  'math',
  'meter',
  'progress',
])

type Visibility = 'hidden' | 'visible' | 'unsure'
/** `hidden` is null where nobody can tell; `visibility` where the element around it decides. */
export type Hiding = { hidden: Answer; visibility: Visibility | null; block: boolean | null }

export function isBlock(tag: string): boolean {
  return BLOCKS.has(tag)
}

export function hasNoText(tag: string): boolean {
  return WITHOUT_TEXT.has(tag)
}

export function isReplaced(tag: string): boolean {
  return REPLACED.has(tag)
}

/** Whether an element's attributes, its kind or the page's own sheets keep it, and all inside it, from being shown. */
export function hidingOf(
  { tag, attributes }: Pick<ElementInfo, 'tag' | 'attributes'>,
  attribute: (name: string) => string | null,
  rules: StyleRules,
): Hiding {
  const sheet = rules.enter(tag, attributes)
  // Whole pages are hidden only until their scripts have run; then readers see them.
  if (tag === 'html' || tag === 'body') return { hidden: false, visibility: null, block: true }
  const own = styleOf(attribute('style'))
  const isOff =
    attribute('hidden') !== null ||
    (tag === 'dialog' && attribute('open') === null) ||
    attribute('popover') !== null
  const isPlain = sheet.phone === sheet.desk && sheet.desk.length === 1 && sheet.desk[0]?.size === 0
  if (own.size === 0 && isPlain) return NOT_RENDERED.has(tag) || isOff ? HIDDEN : SHOWN
  const desk = sheet.desk.map((style) => together(style, own))
  const phone = sheet.phone === sheet.desk ? desk : sheet.phone.map((style) => together(style, own))
  const display = valueIn(desk[0] ?? NO_STYLE, 'display')
  return {
    // What some readers see is not hidden.
    hidden: NOT_RENDERED.has(tag) || and([areHidden(desk, isOff), areHidden(phone, isOff)]),
    visibility: visibilityOf(desk, phone),
    block: display === undefined ? null : /^(?:block|flex|grid|table|list-item|flow-root)/.test(display),
  }
}

const SHOWN: Hiding = { hidden: false, visibility: null, block: null }
const HIDDEN: Hiding = { hidden: true, visibility: null, block: null }
const NO_STYLE: Declarations = new Map()

function styleOf(style: string | null): Declarations {
  if (style === null) return NO_STYLE
  return readDeclarations(/["'(]|\/\*/.test(style) ? setStringsAside(style, []) : style)
}

/** An element's own style counts before the sheets, but for what they call important. */
function together(sheet: Declarations, own: Declarations): Declarations {
  if (sheet.size === 0) return own
  const all = new Map<string, Declared>(sheet)
  for (const [property, declared] of own) {
    if (declared.important || !all.get(property)?.important) all.set(property, declared)
  }
  return all
}

function valueIn(style: Declarations, property: string): string | undefined {
  return style.get(property)?.value
}

/** Null where the ways it may be differ. */
function areHidden(styles: readonly Declarations[], isOff: boolean): Answer {
  const answers = styles.map((style) => isHiddenBy(style, isOff))
  const [first = null] = answers
  return answers.every((answer) => answer === first) ? first : null
}

/** A display of the author's own beats the hidden attribute, which is only a default style. */
function isHiddenBy(style: Declarations, isOff: boolean): Answer {
  const display = valueIn(style, 'display')
  const isDefault = display === undefined || display === 'revert'
  if (display === 'none' || (isOff && isDefault) || isInvisible(style)) return true
  return isComputed(display) || isComputed(valueIn(style, 'content-visibility')) ? null : false
}

function visibilityOf(desk: readonly Declarations[], phone: readonly Declarations[]): Hiding['visibility'] {
  const atDesk = visibilityIn(desk)
  const onPhone = phone === desk ? atDesk : visibilityIn(phone)
  if (atDesk === onPhone) return atDesk
  if (atDesk === 'visible' || onPhone === 'visible') return 'visible'
  return atDesk === 'unsure' || onPhone === 'unsure' ? 'unsure' : null
}

function visibilityIn(styles: readonly Declarations[]): Hiding['visibility'] {
  const answers = styles.map((style) => {
    const value = valueIn(style, 'visibility')
    if (isComputed(value)) return 'unsure'
    if (value === 'hidden' || value === 'collapse') return 'hidden'
    return value === 'visible' || value === 'initial' ? 'visible' : null
  })
  const [first = null] = answers
  return answers.every((answer) => answer === first) ? first : 'unsure'
}

/** A length in pixels, as far as it can be told without measuring; NaN for what is none. */
function pixels(value: string | undefined): number {
  const [, number, unit = ''] = /^([+-]?[\d.]+)([a-z%]*)/.exec(value ?? '') ?? []
  return number === undefined ? Number.NaN : Number(number) * (PIXELS[unit] ?? 1)
}

const PIXELS: Readonly<Record<string, number>> = {
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  vw: 12.8,
  vh: 8,
  vmax: 12.8,
  vmin: 8,
  '%': 12.8,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  pt: 1.33,
  pc: 16,
}

/** So far from its place that nobody scrolls there. */
const FAR_AWAY_PX = -999

/** The usual tricks that take something from sight and leave it on the page. */
function isInvisible(style: Declarations): boolean {
  // Most sheets only set a display.
  if (style.size === 0 || (style.size === 1 && style.has('display'))) return false
  const length = (name: string) => pixels(valueIn(style, name))
  if (
    valueIn(style, 'content-visibility') === 'hidden' ||
    (length('opacity') === 0 && !isFadingIn(style)) ||
    length('font-size') === 0
  )
    return true
  const position = valueIn(style, 'position') ?? ''
  const isMoved = /^(?:absolute|fixed|relative)$/.test(position)
  if (isMoved && ['left', 'right', 'top', 'bottom'].some((side) => length(side) <= FAR_AWAY_PX)) return true
  if (length('text-indent') <= FAR_AWAY_PX || length('margin-left') <= FAR_AWAY_PX) return true
  if (isMoved && position !== 'relative' && NOTHING_LEFT.test(valueIn(style, 'clip') ?? '')) return true
  if (/^inset\((?:50|100)%\)$/.test(valueIn(style, 'clip-path') ?? '')) return true
  const clips = /^(?:hidden|clip)$/.test(valueIn(style, 'overflow') ?? '')
  return clips && ['height', 'max-height', 'width', 'max-width'].some((size) => length(size) === 0)
}

const NOTHING_LEFT =
  /^rect\(\s*(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?\s*\)$/

/** Moving things begin unseen, and a script brings them in. */
function isFadingIn(style: Declarations): boolean {
  return ['transform', 'transition', 'animation', 'will-change', 'translate', 'scale'].some((name) =>
    style.has(name),
  )
}
