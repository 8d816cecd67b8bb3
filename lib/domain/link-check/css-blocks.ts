import { isSupported } from './css-conditions.ts'
import { ALL_SCREENS, type Screens, screensOf } from './media-query.ts'

export type CssRule = {
  selectors: string
  declarations: string
  /** Whom it surely is for, and whom it may be for where nobody here can tell. */
  screens: Screens
  open: Screens
  /** Of later layers the rules win; those outside of layers win over all. */
  layer: number
}
type Place = Omit<CssRule, 'selectors' | 'declarations'> & { depth: number; parent: string | null }

const NESTING_MAX = 8
const PARENT_MAX_CHARACTERS = 1_000
const LAYERS_MAX = 98
const NO_LAYER = 99

/** Comments go, and strings, which may hold braces, are set aside: a number stands between their quotes. */
export function setStringsAside(css: string, strings: string[]): string {
  return css
    .replace(/\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/g, (part) =>
      part.startsWith('/') ? '' : `"${strings.push(part.slice(1, -1)) - 1}"`,
    )
    .replace(/url\([^)"'{}]*\)/gi, 'url()')
}

/** Reads the style sheets of a page one after another: layers are known by name from one to the next. */
export class CssReader {
  readonly strings: string[] = []
  readonly #layers = new Map<string, number>()

  /** The rules of a sheet, those in conditions, in layers and in other rules too. */
  rules(css: string, { on, open }: { on: Screens; open: Screens }): Generator<CssRule> {
    const text = setStringsAside(css, this.strings)
    return this.#rulesIn(text, 0, text.length, { screens: on, open, layer: NO_LAYER, depth: 0, parent: null })
  }

  *#rulesIn(text: string, start: number, end: number, place: Place): Generator<CssRule> {
    let at = start
    while (at < end) {
      const openBrace = text.indexOf('{', at)
      if (openBrace === -1 || openBrace >= end) return
      const close = endOfBlock(text, openBrace, end)
      const head = text.slice(at, openBrace)
      if (head.includes('@layer')) this.#readLayers(head)
      const prelude = head.slice(head.lastIndexOf(';') + 1).trim()
      const isAt = prelude.startsWith('@')
      const inside = isAt ? this.#placeIn(prelude, place) : place
      const selectors = isAt ? place.parent : withParent(prelude, place.parent)
      if (inside) {
        const { screens, open, layer, depth } = inside
        if (selectors !== null) {
          const declarations = ownPart(text.slice(openBrace + 1, close))
          yield { selectors, declarations, screens, open, layer }
        }
        const next = text.indexOf('{', openBrace + 1)
        const isDeeper = next !== -1 && next < close && depth < NESTING_MAX
        if (isDeeper && (selectors?.length ?? 0) <= PARENT_MAX_CHARACTERS)
          yield* this.#rulesIn(text, openBrace + 1, close, { ...inside, depth: depth + 1, parent: selectors })
      }
      at = close + 1
    }
  }

  /** Whom rules inside an at-rule are for; null where they do not hold by themselves: frames of an animation, fonts. */
  #placeIn(prelude: string, place: Place): Place | null {
    const [, name = '', condition = ''] = /^@([\w-]+)\s*(.*)$/s.exec(prelude) ?? []
    switch (name.toLowerCase()) {
      case 'media':
        return narrowed(place, screensOf(condition))
      case 'supports': {
        const answer = isSupported(condition)
        return answer === false ? null : answer ? place : narrowed(place, { on: 0, open: ALL_SCREENS })
      }
      case 'container':
      case 'scope':
        return narrowed(place, { on: 0, open: ALL_SCREENS })
      case 'layer':
        // Layers in layers are not weighed here.
        if (place.layer !== NO_LAYER || condition.includes('.'))
          return { ...narrowed(place, { on: 0, open: ALL_SCREENS }), layer: this.#layerOf(condition) }
        return { ...place, layer: this.#layerOf(condition) }
      default:
        return null
    }
  }

  /** `@layer reset, base;` gives their order. */
  #readLayers(head: string) {
    for (const [, names = ''] of head.matchAll(/@layer\s+([^;{}]{1,500});/gi)) {
      for (const name of names.split(',')) this.#layerOf(name)
    }
  }

  #layerOf(name: string): number {
    const key = name.trim() || `${this.#layers.size} of no name`
    const known = this.#layers.get(key)
    if (known !== undefined) return known
    const layer = Math.min(this.#layers.size, LAYERS_MAX)
    if (layer < LAYERS_MAX) this.#layers.set(key, layer)
    return layer
  }
}

function narrowed(place: Place, { on, open }: { on: Screens; open: Screens }): Place {
  const screens = place.screens & on
  return { ...place, screens, open: (place.screens | place.open) & (on | open) & ~screens }
}

/** A rule inside a rule, as one that stands by itself. */
function withParent(selectors: string, parent: string | null): string {
  if (parent === null) return selectors
  const any = `:is(${parent})`
  // A parent of one choice stands as it is, which can be told more often.
  const first = parent.includes(',') ? any : parent
  // A comma inside brackets makes a selector nobody can read, and the rule is dropped.
  return selectors
    .split(/,(?![^(]*\))/)
    .map((part) => {
      const selector = part.trim()
      if (!selector.includes('&')) return `${first} ${selector}`
      return selector.replace(/^&(?![\w-])/, () => first).replaceAll('&', () => any)
    })
    .join(',')
}

function endOfBlock(text: string, open: number, end: number): number {
  let depth = 0
  for (let at = open; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x7b) depth += 1
    else if (code === 0x7d) {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return end
}

/** The declarations of a rule without the rules inside it. */
function ownPart(block: string): string {
  if (!block.includes('{')) return block
  let own = ''
  let depth = 0
  let from = 0
  for (let at = 0; at < block.length; at += 1) {
    const character = block[at]
    if (character === '{') depth += 1
    else if (character === '}' && depth > 0) {
      depth -= 1
      from = at + 1
    } else if (character === ';' && depth === 0) {
      own += block.slice(from, at + 1)
      from = at + 1
    }
  }
  return depth === 0 ? own + block.slice(from) : own
}
