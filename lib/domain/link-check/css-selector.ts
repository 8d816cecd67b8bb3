import { parsePseudo } from './css-pseudo.ts'

export type AttributeTest = { name: string; operator: string; value: string; anyCase: boolean }
/** What a selector asks of one element. */
export type Compound = {
  tag: string | null
  id: string | null
  classes: string[]
  attributes: AttributeTest[]
  /** `:is()` and `:not()`. */
  groups: { negated: boolean; choices: Compound[] }[]
  /** It has to be the first of its siblings. */
  isFirst: boolean
  /** It has to be empty, which nothing is that holds a link or a name. */
  isEmpty: boolean
  /** False: it asks for a state, or for what is no element. Null: it asks for more than can be told. */
  certainty: boolean | null
  specificity: number
}
export type Combinator = ' ' | '>' | '+' | '~'
export type Around = { compound: Compound; combinator: Combinator }[]
export type Selector = {
  text: string
  subject: Compound
  /** What it has to stand in or behind, the nearest first. */
  around: Around
  /** As CSS weighs it: ids, then classes and attributes, then tags. */
  specificity: number
}
/** `isOpen`: some browsers know all of it and some do not, and then drop the whole rule. */
export type SelectorList = { selectors: Selector[]; isOpen: boolean }

const COMPOUNDS_MAX = 10
const SELECTORS_MAX = 500
const SPECIFICITY_MAX = 900_000
const NAME = /(?:[\w-]|[^\0-\x7f]|\\(?:[\da-f]{1,6}\s?|[^\n\da-f]))+/iuy
const ATTRIBUTE =
  /\[\s*(?:\*?\|)?([\w-]+|\w+\\:[\w-]+)\s*(?:([~|^$*]?=)\s*(?:"(\d+)"|([^\s"'\]=]+))\s*([is])?\s*)?\]/iy
const COMBINATOR = /\s*([>+~])\s*|\s+/y
/** Their values count whatever their case (HTML standard, 4.16.2). */
const ANY_CASE =
  /^(?:accept|accept-charset|align|alink|axis|bgcolor|charset|checked|clear|codetype|color|compact|declare|defer|dir|direction|disabled|enctype|face|frame|hreflang|http-equiv|lang|language|link|media|method|multiple|nohref|noresize|noshade|nowrap|readonly|rel|rev|rules|scope|scrolling|selected|shape|target|text|type|valign|valuetype|vlink)$/

/** Reads a list of selectors. Null where browsers cannot read it. `strings` are those set aside. */
export function parseSelectors(text: string, strings: readonly string[]): SelectorList | null {
  const reader = new SelectorReader(text.trim(), strings, 0)
  const selectors = reader.list(false)
  return selectors === null ? null : { selectors, isOpen: reader.isOpen }
}

/** Reads one selector after another from a text. */
export class SelectorReader {
  readonly text: string
  readonly strings: readonly string[]
  readonly depth: number
  at = 0
  isOpen = false

  constructor(text: string, strings: readonly string[], depth: number) {
    this.text = text
    this.strings = strings
    this.depth = depth
  }

  /** `isForgiving`: what cannot be read is left out, as in `:is()`. */
  list(isForgiving: boolean): Selector[] | null {
    const found: Selector[] = []
    while (found.length < SELECTORS_MAX) {
      this.take(/\s*/y)
      const selector = this.#selector()
      if (selector) found.push(selector)
      else if (!isForgiving) return null
      else this.at = endOfChoice(this.text, this.at)
      if (this.at >= this.text.length) return found
      if (this.text[this.at] !== ',') return isForgiving ? found : null
      this.at += 1
    }
    return found
  }

  /** A reader of what stands in brackets. */
  inside(text: string): SelectorReader {
    return new SelectorReader(text, this.strings, this.depth + 1)
  }

  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found) this.at += found[0].length
    return found
  }

  /** A name with its escapes undone; null where none can stand. */
  name(): string | null {
    const found = this.take(NAME)?.[0]
    if (found === undefined || /^-?\d|^-$/.test(found)) return null
    return unescaped(found)
  }

  #selector(): Selector | null {
    const start = this.at
    const parts: Around = []
    let combinator: Combinator = ' '
    for (;;) {
      const compound = this.#compound()
      if (!compound) return null
      parts.push({ compound, combinator })
      const found = this.take(COMBINATOR)
      if (this.at >= this.text.length || this.text[this.at] === ',') {
        if (found?.[1] !== undefined) return null
        break
      }
      if (!found) return null
      combinator = (found[1] ?? ' ') as Combinator
    }
    return joined(parts, this.text.slice(start, this.at).trim())
  }

  #compound(): Compound | null {
    const compound: Compound = {
      tag: null,
      id: null,
      classes: [],
      attributes: [],
      groups: [],
      isFirst: false,
      isEmpty: false,
      certainty: true,
      specificity: 0,
    }
    const start = this.at
    if (!this.take(/(?:\*?\|)?\*/y)) {
      this.take(/\*?\|/y)
      if (/[\w\\-]|[^\0-\x7f]/.test(this.text[this.at] ?? '')) {
        const tag = this.name()
        if (tag === null) return null
        compound.tag = tag.toLowerCase()
        compound.specificity = 1
      }
    }
    let before = this.at
    while (this.#addPart(compound)) {
      before = this.at
      if (before >= this.text.length) return compound
    }
    // What began and could not be read spoils all of it.
    if (this.at !== before) return null
    return this.at > start && /[\s,>+~]/.test(this.text[this.at] ?? ' ') ? compound : null
  }

  #addPart(compound: Compound): boolean {
    const sign = this.text[this.at]
    if (sign === '[') return this.#addAttribute(compound)
    if (sign === ':') return parsePseudo(this, compound)
    if (sign !== '.' && sign !== '#') {
      // Outside of a rule it is the root of the page.
      if (sign !== '&') return false
      compound.certainty &&= null
      this.at += 1
      return true
    }
    const before = this.at
    this.at += 1
    const name = this.name()
    if (name === null) {
      this.at = before
      return false
    }
    if (sign === '.') compound.classes.push(name)
    else if (compound.id !== null && compound.id !== name) compound.certainty = false
    else compound.id = name
    compound.specificity += sign === '.' ? 100 : 10_000
    return true
  }

  #addAttribute(compound: Compound): boolean {
    const found = this.take(ATTRIBUTE)
    if (!found) return false
    const [, name = '', operator = '', string, word = '', flag] = found
    if (operator !== '' && string === undefined && /^-?\d/.test(word)) return false
    const lower = unescaped(name).toLowerCase()
    const anyCase = flag === undefined ? ANY_CASE.test(lower) : flag.toLowerCase() === 'i'
    const value = unescaped(string === undefined ? word : (this.strings[Number(string)] ?? ''))
    compound.attributes.push({ name: lower, operator, value: anyCase ? value.toLowerCase() : value, anyCase })
    compound.specificity += 100
    return true
  }
}

function joined(parts: Around, text: string): Selector | null {
  const specificity = Math.min(
    SPECIFICITY_MAX,
    parts.reduce((sum, { compound }) => sum + compound.specificity, 0),
  )
  const subject = parts.at(-1)?.compound
  if (!subject) return null
  const around: Around = []
  for (let at = parts.length - 1; at > 0; at -= 1) {
    const compound = parts[at - 1]?.compound
    if (compound) around.push({ compound, combinator: parts[at]?.combinator ?? ' ' })
  }
  if (subject.isEmpty) subject.certainty = false
  for (const { compound, combinator } of around) {
    if (compound.isEmpty && compound.certainty === true)
      compound.certainty = combinator === '+' || combinator === '~' ? null : false
  }
  if (around.length < COMPOUNDS_MAX) return { text, subject, around, specificity }
  // Longer ones stand on no page that people made.
  subject.certainty &&= null
  return { text, subject, around: [], specificity }
}

/** Where the choice ends that could not be read. */
function endOfChoice(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const character = text[at]
    if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    else if (character === ',' && depth <= 0) return at
  }
  return text.length
}

/** "md\:block" is "md:block", and "\78 " is "x". */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\(?:([\da-f]{1,6})\s?|([\s\S]))/giu, (_, hex: string | undefined, other: string) => {
    if (hex === undefined) return other
    const code = Number.parseInt(hex, 16)
    return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code)
  })
}
