import { CssReader } from './css-blocks.ts'
import type { Answer } from './css-conditions.ts'
import { type Checks, matches, Styled } from './css-match.ts'
import { parseSelectors, type Selector } from './css-selector.ts'
import { type Declarations, type Declared, readDeclarations } from './css-values.ts'
import { ALL_SCREENS, DESK, PHONE, type Screens, screensOf } from './media-query.ts'
import type { ElementInfo } from './page-record.ts'

/**
 * What the sheets say of an element, for readers at a desk and on a phone; mostly the same. The first is what they say
 * as far as it can be told; where there are more, it may as well be one of those.
 */
export type SheetStyle = { desk: readonly Declarations[]; phone: readonly Declarations[] }
type Rule = Declared & {
  selector: Selector
  property: string
  screens: Screens
  open: Screens
  weight: number
}
type Applying = { rule: Rule; isSure: boolean }

/** What may take something from sight, or bring it back. What moves or fades in is left out: scripts see to that. */
const PROPERTIES = new Set(
  'display visibility content-visibility position left right top bottom margin-left text-indent clip clip-path'.split(
    ' ',
  ),
)
const STYLES_MAX_CHARACTERS = 400_000
const RULES_PER_KEY_MAX = 400
/** Comparisons of an element with a rule or with what stands around it: real pages need a few thousand. */
const CHECKS_MAX = 3_000_000
const ALTERNATIVES_MAX = 8
const IMPORTANT_WEIGHT = 1e15
const LAYER_WEIGHT = 1e13
const SPECIFICITY_WEIGHT = 1e7
const LAST_LAYER = 99

const NOTHING: Declarations = new Map()
const NO_STYLE: SheetStyle = { desk: [NOTHING], phone: [NOTHING] }
/** Of a page made to be slow nothing is told. */
const ANY_STYLE: readonly Declarations[] = [
  NOTHING,
  new Map([
    ['display', { value: 'none', important: true }],
    ['visibility', { value: 'hidden', important: true }],
  ]),
]

/**
 * What a page's own style sheets say about showing and hiding. Rules for print and for states are left out; what cannot
 * be told of the page as it is delivered is given as another way it may be. `enter` and `leave` come in pairs.
 */
export class StyleRules {
  readonly #byKey = new Map<string, Rule[]>()
  readonly #bySelector = new Map<string, Rule>()
  readonly #open: (Styled | null)[] = []
  readonly #reader = new CssReader()
  readonly #checks: Checks = { left: CHECKS_MAX }
  #hasAttributeKeys = false
  #read = 0
  #order = 0

  add(css: string, media = '') {
    this.#read += css.length
    const screens = screensOf(media)
    if ((screens.on | screens.open) === 0 || this.#read > STYLES_MAX_CHARACTERS) return
    for (const { selectors, declarations, ...rule } of this.#reader.rules(css, screens)) {
      if ((rule.screens | rule.open) === 0) continue
      const declared = readDeclarations(declarations, PROPERTIES)
      if (declared.size === 0) continue
      const list = parseSelectors(selectors, this.#reader.strings)
      if (!list) continue
      const place = list.isOpen ? { ...rule, screens: 0, open: rule.screens | rule.open } : rule
      for (const selector of list.selectors) this.#addRules(selector, declared, place)
    }
  }

  /** What wins for an element that now begins. */
  enter(tag: string, attributes: ElementInfo['attributes']): SheetStyle {
    if (this.#byKey.size === 0) {
      this.#open.push(null)
      return NO_STYLE
    }
    const element = new Styled(tag, attributes, this.#open.at(-1) ?? null)
    this.#open.push(element)
    return this.#styleOf(element)
  }

  leave() {
    this.#open.pop()
  }

  #styleOf(element: Styled): SheetStyle {
    if (this.#checks.left <= 0) return { desk: ANY_STYLE, phone: ANY_STYLE }
    const applying: Applying[] = []
    this.#gather('*', element, applying)
    this.#gather(element.tag, element, applying)
    if (element.id !== null) this.#gather(`#${element.id}`, element, applying)
    for (const name of element.classes) this.#gather(`.${name}`, element, applying)
    if (this.#hasAttributeKeys)
      for (const { name } of element.attributes) this.#gather(`[${name}`, element, applying)
    if (applying.length === 0) return NO_STYLE
    const desk = stylesOn(DESK, applying)
    const isSame = applying.every(({ rule }) => rule.screens === ALL_SCREENS || rule.open === ALL_SCREENS)
    return { desk, phone: isSame ? desk : stylesOn(PHONE, applying) }
  }

  #gather(key: string, element: Styled, applying: Applying[]) {
    const rules = this.#byKey.get(key)
    if (!rules) return
    let asked: Selector | null = null
    let answer: Answer = false
    for (const rule of rules) {
      // The declarations of one rule follow each other.
      if (rule.selector !== asked) answer = matches(rule.selector, element, this.#checks)
      asked = rule.selector
      if (answer !== false) applying.push({ rule, isSure: answer === true })
    }
  }

  #addRules(
    selector: Selector,
    declared: Declarations,
    { screens, open, layer }: { screens: Screens; open: Screens; layer: number },
  ) {
    if (selector.subject.certainty === false) return
    for (const [property, { value, important }] of declared) {
      this.#order += 1
      const weight =
        (important ? IMPORTANT_WEIGHT : 0) +
        // What is important counts the more the earlier its layer.
        (important ? LAST_LAYER - layer : layer) * LAYER_WEIGHT +
        selector.specificity * SPECIFICITY_WEIGHT +
        this.#order
      const name = `${screens} ${open} ${property} ${selector.text}`
      const known = this.#bySelector.get(name)
      // Of the same selector only the rule that wins is kept.
      if (known) {
        if (weight > known.weight) Object.assign(known, { value, important, weight })
        continue
      }
      const rule: Rule = { selector, property, value, important, screens, open, weight }
      const key = keyOf(selector)
      const rules = this.#byKey.get(key) ?? []
      if (rules.length >= RULES_PER_KEY_MAX) continue
      rules.push(rule)
      this.#hasAttributeKeys ||= key.startsWith('[')
      this.#byKey.set(key, rules)
      this.#bySelector.set(name, rule)
    }
  }
}

/** Whether the `type` of a `style` element says CSS (HTML standard, 4.2.6). */
export function isCss(type: string | null): boolean {
  return type === null || type === '' || type.toLowerCase() === 'text/css'
}

function keyOf({ subject }: Selector): string {
  if (subject.id !== null) return `#${subject.id}`
  const last = subject.classes.at(-1)
  if (last !== undefined) return `.${last}`
  const attribute = subject.attributes[0]
  return attribute ? `[${attribute.name}` : (subject.tag ?? '*')
}

/** The style that is sure, and those it may be besides: with all that may apply, and with each of it alone. */
function stylesOn(screen: Screens, applying: readonly Applying[]): readonly Declarations[] {
  const sure = applying.filter(({ rule, isSure }) => isSure && (rule.screens & screen) !== 0)
  const base = winners(sure.map(({ rule }) => rule))
  if (sure.length === applying.length) return [base]
  const maybe = applying
    .filter(({ rule, isSure }) => (rule.open & screen) !== 0 || (!isSure && (rule.screens & screen) !== 0))
    .map(({ rule }) => rule)
    .filter(({ property, weight }) => weight > (base.get(property)?.weight ?? -1))
  if (maybe.length === 0) return [base]
  const known = [...base.values()]
  const each = maybe.slice(0, ALTERNATIVES_MAX).map((rule) => winners([...known, rule]))
  return [base, winners([...known, ...maybe]), ...each]
}

function winners(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  const best = new Map<string, Rule>()
  for (const rule of rules) {
    const other = best.get(rule.property)
    if (!other || rule.weight > other.weight) best.set(rule.property, rule)
  }
  return best
}
