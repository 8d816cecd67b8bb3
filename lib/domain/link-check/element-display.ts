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

export type Hiding = { hidden: boolean; visibility: 'hidden' | 'visible' | null; block: boolean | null }

export function isBlock(tag: string): boolean {
  return BLOCKS.has(tag)
}

export function hasNoText(tag: string): boolean {
  return WITHOUT_TEXT.has(tag)
}

export function isReplaced(tag: string): boolean {
  return REPLACED.has(tag)
}

/** Whether an element's attributes or kind keep it, and all inside it, from being shown. */
export function hidingOf(tag: string, attribute: (name: string) => string | null, rules: StyleRules): Hiding {
  const style = readStyle(attribute('style'))
  const sheet = rules.of(tag, attribute('id'), attribute('class'))
  const display = style.get('display') ?? sheet.display
  const byAttribute =
    attribute('hidden') !== null ||
    (tag === 'dialog' && attribute('open') === null) ||
    attribute('popover') !== null
  // A display of the author's own beats the hidden attribute, which is only a default style.
  // Whole pages are hidden only until their scripts have run; then readers see them.
  if (tag === 'html' || tag === 'body') return { hidden: false, visibility: null, block: true }
  const hidden =
    NOT_RENDERED.has(tag) ||
    display === 'none' ||
    (byAttribute && display === undefined) ||
    isInvisible(style)
  return {
    hidden,
    visibility: visibilityOf(style.get('visibility') ?? sheet.visibility),
    block: display === undefined ? null : /^(?:block|flex|grid|table|list-item|flow-root)/.test(display),
  }
}

function readStyle(style: string | null): Map<string, string> {
  const properties = new Map<string, string>()
  if (style === null) return properties
  const important = new Set<string>()
  for (const declaration of style.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '').split(';')) {
    const colon = declaration.indexOf(':')
    if (colon === -1) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase()
    const isImportant = /!\s*important$/.test(value)
    if (important.has(name) && !isImportant) continue
    if (isImportant) important.add(name)
    properties.set(name, value.replace(/\s*!\s*important$/, ''))
  }
  return properties
}

function visibilityOf(value: string | undefined): Hiding['visibility'] {
  if (value === 'hidden' || value === 'collapse') return 'hidden'
  return value === 'visible' ? 'visible' : null
}

/** The usual tricks that take something from sight and leave it on the page. */
function isInvisible(style: Map<string, string>): boolean {
  if (style.size === 0) return false
  const number = (name: string) => Number.parseFloat(style.get(name) ?? '')
  if (
    style.get('content-visibility') === 'hidden' ||
    (number('opacity') === 0 && !isFadingIn(style)) ||
    number('font-size') === 0
  )
    return true
  const isTakenOut = /^(?:absolute|fixed)$/.test(style.get('position') ?? '')
  if (isTakenOut && ['left', 'right', 'top', 'bottom'].some((side) => number(side) <= -999)) return true
  if (number('text-indent') <= -999) return true
  if (
    isTakenOut &&
    /^rect\(\s*(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?\s*\)$/.test(
      style.get('clip') ?? '',
    )
  )
    return true
  if (/^inset\((?:50|100)%\)$/.test(style.get('clip-path') ?? '')) return true
  const clips = /^(?:hidden|clip)$/.test(style.get('overflow') ?? '')
  return clips && ['height', 'max-height', 'width', 'max-width'].some((size) => number(size) === 0)
}

/** Moving things begin unseen, and a script brings them in. */
function isFadingIn(style: Map<string, string>): boolean {
  return ['transform', 'transition', 'animation', 'will-change', 'translate', 'scale'].some((name) =>
    style.has(name),
  )
}
