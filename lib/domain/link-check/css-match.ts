import { type Answer, not } from './css-conditions.ts'
import type { Around, AttributeTest, Compound, Selector } from './css-selector.ts'
import type { ElementInfo } from './page-record.ts'

const CLASSES_MAX = 100

/** An element as far as selectors ask of it, and what it stands in and behind. Its classes are parted only where one is asked for. */
export class Styled {
  readonly tag: string
  readonly id: string | null
  readonly attributes: ElementInfo['attributes']
  readonly parent: Styled | null
  readonly previous: Styled | null
  last: Styled | null = null
  #classes: ReadonlySet<string> | null = null

  constructor(tag: string, attributes: ElementInfo['attributes'], parent: Styled | null) {
    this.tag = tag
    this.attributes = attributes
    this.parent = parent
    this.previous = parent?.last ?? null
    this.id = this.attribute('id')
    if (parent) parent.last = this
  }

  attribute(name: string): string | null {
    for (const attribute of this.attributes) {
      if (attribute.name === name && !attribute.prefix) return attribute.value
    }
    return null
  }

  get classes(): ReadonlySet<string> {
    if (this.#classes) return this.#classes
    const names = this.attributes.length === 0 ? null : this.attribute('class')
    this.#classes = names === null ? NO_CLASSES : new Set(names.split(/\s+/, CLASSES_MAX))
    return this.#classes
  }
}

const NO_CLASSES: ReadonlySet<string> = new Set()

/** What is left to spend on comparisons; a page made to be slow gets no answer. */
export type Checks = { left: number }

/** Whether an element is what a selector asks for; null where that cannot be told. */
export function matches({ subject, around }: Selector, element: Styled, checks: Checks): Answer {
  const fit = fits(subject, element, checks)
  return fit === false || around.length === 0 ? fit : both(fit, standsIn(around, 0, element, checks))
}

function standsIn(around: Around, step: number, element: Styled, checks: Checks): Answer {
  const wanted = around[step]
  if (!wanted) return true
  const { combinator, compound } = wanted
  const isBeside = combinator === '+' || combinator === '~'
  const isNear = combinator === '+' || combinator === '>'
  let answer: Answer = false
  for (
    let other = isBeside ? element.previous : element.parent;
    other && answer !== true;
    other = isBeside ? other.previous : other.parent
  ) {
    if (checks.left <= 0) return null
    const fit = fits(compound, other, checks)
    if (fit !== false) {
      const found = both(fit, standsIn(around, step + 1, other, checks))
      if (found !== false) answer = found
    }
    if (isNear) break
  }
  // Templates between siblings are not walked through.
  return isBeside && answer === true ? null : answer
}

function fits(compound: Compound, element: Styled, checks: Checks): Answer {
  checks.left -= 1
  const { tag, id, classes, attributes, groups, certainty } = compound
  if (
    certainty === false ||
    (tag !== null && tag !== element.tag) ||
    (id !== null && id !== element.id) ||
    (compound.isFirst && element.previous !== null)
  )
    return false
  for (const name of classes) if (!element.classes.has(name)) return false
  for (const test of attributes) if (!hasAttribute(test, element)) return false
  let answer: Answer = compound.isFirst ? null : certainty
  for (const { negated, choices } of groups) {
    const chosen = oneFits(choices, element, checks)
    const held = negated ? notSo(chosen, element) : chosen
    if (held === false) return false
    answer = both(answer, held)
  }
  return answer
}

function oneFits(choices: readonly Compound[], element: Styled, checks: Checks): Answer {
  let answer: Answer = false
  for (const choice of choices) {
    const fit = fits(choice, element, checks)
    if (fit === true) return true
    if (fit === null) answer = null
  }
  return answer
}

/** As `and`, without a list: it is asked too often. */
function both(one: Answer, other: Answer): Answer {
  return one === false || other === false ? false : one === null ? null : other
}

/** Scripts mark the whole page when they are ready: what the root is not yet, it may be for a reader. */
function notSo(answer: Answer, { tag }: Styled): Answer {
  const is = not(answer)
  return is === true && (tag === 'html' || tag === 'body') ? null : is
}

function hasAttribute({ name, operator, value, anyCase }: AttributeTest, element: Styled): boolean {
  const given = element.attribute(name)
  if (given === null) return false
  const text = anyCase ? given.toLowerCase() : given
  switch (operator) {
    case '':
      return true
    case '=':
      return text === value
    case '~=':
      return value !== '' && !/\s/.test(value) && text.split(/\s+/, CLASSES_MAX).includes(value)
    case '|=':
      return text === value || text.startsWith(`${value}-`)
    case '^=':
      return value !== '' && text.startsWith(value)
    case '$=':
      return value !== '' && text.endsWith(value)
    default:
      return value !== '' && text.includes(value)
  }
}
