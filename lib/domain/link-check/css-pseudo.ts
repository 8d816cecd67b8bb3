import type { Compound, SelectorReader } from './css-selector.ts'

const DEPTH_MAX = 4
const ARGUMENT_MAX_CHARACTERS = 2_000
/** Parts of an element, and elements in shadow roots: no element of the page is one. */
const NO_ELEMENT =
  /^(?:before|after|first-line|first-letter|marker|selection|placeholder|backdrop|file-selector-button|cue(?:-region)?|part|slotted|target-text|spelling-error|grammar-error|highlight|details-content|view-transition[\w-]*|scroll-[\w-]+|column|checkmark|picker(?:-icon)?|search-text|-webkit-[\w-]+)$/
const OLD_NO_ELEMENT = /^(?:before|after|first-line|first-letter)$/
/** What becomes true only when somebody does something, or inside a shadow root. */
const STATE =
  /^(?:hover|active|focus|focus-visible|focus-within|visited|target|target-within|user-valid|user-invalid|fullscreen|modal|popover-open|autofill|picture-in-picture|playing|paused|buffering|seeking|stalled|muted|volume-locked|host|host-context|current|past|future|active-view-transition(?:-type)?|has-slotted)$/
const OPEN =
  /^(?:first-of-type|last-child|last-of-type|only-of-type|nth-(?:last-)?(?:child|of-type)|has|checked|disabled|enabled|read-only|read-write|required|optional|valid|invalid|in-range|out-of-range|indeterminate|default|placeholder-shown|lang|dir|defined|scope|open|blank|local-link|state|heading|xr-overlay)$/
const NEEDS_ARGUMENT = /^(?:nth-|has$|lang$|dir$|host-context$|part$|slotted$|highlight$)/

/** Reads one `:name`, `:name()` or `::name` into a compound. False where browsers cannot read it. */
export function parsePseudo(reader: SelectorReader, compound: Compound): boolean {
  const colons = reader.take(/::?/y)?.[0] ?? ''
  const name = reader.name()?.toLowerCase()
  if (name === undefined) return false
  const argument = reader.text[reader.at] === '(' ? argumentOf(reader) : null
  if (argument === undefined || (argument === null && NEEDS_ARGUMENT.test(name))) return false
  if (colons === '::' || OLD_NO_ELEMENT.test(name)) {
    compound.certainty = false
    compound.specificity += 1
    if (/^-(?:moz|ms|o)-/.test(name)) reader.isOpen = true
    return NO_ELEMENT.test(name) || /^-(?:moz|ms|o)-/.test(name)
  }
  if (argument !== null && /^(?:is|where|not|-webkit-any|-moz-any)$/.test(name))
    return addGroup(reader, compound, name, argument)
  compound.specificity += 100
  if (name.startsWith('-')) {
    // Each browser has names of its own, and the others then drop the rule.
    reader.isOpen = true
    compound.certainty &&= null
    return true
  }
  switch (name) {
    case 'root':
      compound.certainty = compound.tag === null || compound.tag === 'html' ? compound.certainty : false
      compound.tag = 'html'
      return true
    case 'first-child':
    case 'only-child':
      compound.isFirst = true
      return true
    case 'empty':
      compound.isEmpty = true
      return true
    case 'link':
    case 'any-link':
      compound.attributes.push({ name: 'href', operator: '', value: '', anyCase: false })
      return true
  }
  if (STATE.test(name)) compound.certainty = false
  else if (OPEN.test(name)) compound.certainty &&= null
  else return false
  return true
}

/** What stands in the brackets; undefined where they are not closed. */
function argumentOf(reader: SelectorReader): string | undefined {
  const start = reader.at + 1
  const last = Math.min(reader.text.length, start + ARGUMENT_MAX_CHARACTERS)
  let depth = 0
  for (let at = reader.at; at < last; at += 1) {
    const character = reader.text[at]
    if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    if (depth > 0) continue
    reader.at = at + 1
    return reader.text.slice(start, at).trim()
  }
  return undefined
}

function addGroup(reader: SelectorReader, compound: Compound, name: string, argument: string): boolean {
  const negated = name === 'not'
  if (reader.depth >= DEPTH_MAX) {
    compound.certainty &&= null
    return true
  }
  const inner = reader.inside(argument)
  const choices = inner.list(!negated)
  if (choices === null) return false
  if (inner.isOpen || name.startsWith('-')) reader.isOpen = true
  // Choices of more than one element are not looked into.
  compound.groups.push({
    negated,
    choices: choices.map(({ subject, around }) => (around.length === 0 ? subject : maybe(subject))),
  })
  if (name !== 'where') compound.specificity += Math.max(0, ...choices.map(({ specificity }) => specificity))
  return true
}

/** An element that is what the last part of a selector asks for may be all of it. */
function maybe(subject: Compound): Compound {
  return { ...subject, certainty: subject.certainty === false ? false : null }
}
