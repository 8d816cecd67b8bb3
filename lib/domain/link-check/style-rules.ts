type Property = 'display' | 'visibility'
type Rule = { classes: string[]; property: Property; value: string; weight: number }

const PROPERTIES: readonly Property[] = ['display', 'visibility']
const STYLES_MAX_CHARACTERS = 400_000
const SIMPLE = /^([a-z][\w-]*|\*)?((?:[.#][A-Za-z_-][\w-]*)*)$/
const IMPORTANT_WEIGHT = 1_000_000_000

/**
 * What a page's own style sheets say about showing and hiding, as far as simple selectors go (`p`, `.off`, `#top`,
 * `p.off.now`). Rules for print, and selectors that look around, are left out: they cannot be told from one element.
 */
export class StyleRules {
  readonly #byKey = new Map<string, Rule[]>()
  #read = 0
  #order = 0

  add(css: string) {
    this.#read += css.length
    if (this.#read > STYLES_MAX_CHARACTERS) return
    for (const { selectors, declarations } of topLevelRules(css)) {
      for (const property of PROPERTIES) {
        const value = declaredValue(declarations, property)
        if (value)
          for (const selector of selectors.split(',')) this.#addRule(selector.trim(), property, value)
      }
    }
  }

  /** The values that win for an element; undefined where no rule speaks of it. */
  of(tag: string, id: string | null, classList: string | null): { display?: string; visibility?: string } {
    if (this.#byKey.size === 0) return {}
    const classes = new Set((classList ?? '').split(/\s+/).filter(Boolean))
    const keys = ['*', tag, ...(id ? [`#${id}`] : []), ...[...classes].map((name) => `.${name}`)]
    const winners: { display?: string; visibility?: string } = {}
    const weights: Record<Property, number> = { display: -1, visibility: -1 }
    for (const rule of keys.flatMap((key) => this.#byKey.get(key) ?? [])) {
      if (
        rule.weight <= weights[rule.property] ||
        !rule.classes.every((part) => matches(part, tag, id, classes))
      )
        continue
      weights[rule.property] = rule.weight
      winners[rule.property] = rule.value
    }
    return winners
  }

  #addRule(
    selector: string,
    property: Property,
    { value, important }: { value: string; important: boolean },
  ) {
    const simple = SIMPLE.exec(selector)
    if (!simple || selector === '') return
    const parts = simple[2]?.match(/[.#][^.#]+/g) ?? []
    const tag = simple[1] && simple[1] !== '*' ? simple[1].toLowerCase() : null
    const all = [...(tag ? [tag] : []), ...parts]
    const ids = parts.filter((part) => part.startsWith('#')).length
    const specificity = ids * 10_000 + (parts.length - ids) * 100 + (tag ? 1 : 0)
    this.#order += 1
    const weight = (important ? IMPORTANT_WEIGHT : 0) + specificity * 10_000 + Math.min(this.#order, 9_999)
    const key = parts.at(-1) ?? tag ?? '*'
    const rules = this.#byKey.get(key)
    const rule = { classes: all, property, value, weight }
    if (rules) rules.push(rule)
    else this.#byKey.set(key, [rule])
  }
}

function matches(part: string, tag: string, id: string | null, classes: Set<string>): boolean {
  if (part.startsWith('#')) return part.slice(1) === id
  return part.startsWith('.') ? classes.has(part.slice(1)) : part === tag
}

/** Rules outside any at-rule. */
function* topLevelRules(css: string): Generator<{ selectors: string; declarations: string }> {
  const text = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '')
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('{', at)
    if (open === -1) return
    const prelude = text.slice(at, open)
    const selectors = prelude.slice(prelude.lastIndexOf(';') + 1).trim()
    const close = selectors.startsWith('@') ? endOfBlock(text, open) : text.indexOf('}', open)
    if (close === -1) return
    if (!selectors.startsWith('@')) yield { selectors, declarations: text.slice(open + 1, close) }
    at = close + 1
  }
}

function endOfBlock(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    else if (text[at] === '}') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}

function declaredValue(
  declarations: string,
  property: Property,
): { value: string; important: boolean } | null {
  const found = [
    ...declarations.matchAll(
      new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([a-z-]+)\\s*(!\\s*important)?`, 'gi'),
    ),
  ].at(-1)
  return found?.[1] ? { value: found[1].toLowerCase(), important: found[2] !== undefined } : null
}
