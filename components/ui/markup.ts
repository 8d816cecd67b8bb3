import { Fragment, isValidElement, type ReactNode } from 'react'

/**
 * The HTML of elements that only show something: no handlers, no state, nothing of the browser's. React draws every element of
 * a page twice on the server (for the browser's copy, and as HTML) and once more in the browser; a list of fifty rows is a
 * thousand elements that never change there. As one piece of markup they are written once.
 *
 * @throws Error where something cannot be markup: a component of the browser's, a handler, a style object, a promise
 */
export function markupOf(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'string') return escaped(node)
  if (typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (Array.isArray(node)) {
    let html = ''
    for (const each of node) html += markupOf(each)
    return html
  }
  if (!isValidElement<Record<string, unknown>>(node)) throw new Error('Only elements and text can be markup')
  const { type, props } = node
  if (typeof type === 'string') return hostMarkup(type, props)
  if (type === Fragment) return markupOf(props.children as ReactNode)
  if (typeof type === 'function' && !('$$typeof' in type)) {
    return markupOf((type as (props: unknown) => ReactNode)(props))
  }
  throw new Error('A component of the browser cannot be markup')
}

function hostMarkup(tag: string, props: Record<string, unknown>): string {
  let html = `<${tag}`
  for (const name in props) {
    if (name === 'children' || name === 'dangerouslySetInnerHTML') continue
    html += attribute(tag, name, props[name])
  }
  html += '>'
  if (VOID_TAGS.has(tag)) return html
  const raw = props.dangerouslySetInnerHTML as { __html: string } | undefined
  return `${html}${raw ? raw.__html : markupOf(props.children as ReactNode)}</${tag}>`
}

function attribute(tag: string, name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  // A choice made by its list, and a text in a field, are told otherwise than by an attribute.
  if ((name === 'value' || name === 'defaultValue') && (tag === 'select' || tag === 'textarea')) {
    throw new Error(`${name} of a ${tag} cannot be markup`)
  }
  if (name === 'className' && typeof value === 'string') return classMarkup(value)
  if (typeof value === 'function' || typeof value === 'object') throw new Error(`${name} cannot be markup`)
  const known = ATTRIBUTES[name]
  if (typeof value === 'boolean') {
    if (name.startsWith('aria-') || name.startsWith('data-')) return ` ${name}="${value}"`
    return value ? ` ${known ?? name.toLowerCase()}=""` : ''
  }
  return ` ${known ?? name}=${quoted(String(value))}`
}

const MOST_CLASSES = 1_000
const classes = new Map<string, string>()

/** A table says the same few classes a thousand times. They come from the code alone, so they are few; should they not be, they are forgotten. */
function classMarkup(value: string): string {
  const known = classes.get(value)
  if (known !== undefined) return known
  if (classes.size >= MOST_CLASSES) classes.clear()
  const html = ` class=${quoted(value)}`
  classes.set(value, html)
  return html
}

/** Without quotes where HTML needs none: the browser's copy of a page is a script, in which each quote is written as two signs. */
function quoted(value: string): string {
  return /^[\w./:#?&;,+%@!~()[\]-]+$/.test(value) && !value.endsWith('/')
    ? escaped(value)
    : `"${escaped(value)}"`
}

const ATTRIBUTES: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  dateTime: 'datetime',
  tabIndex: 'tabindex',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  strokeWidth: 'stroke-width',
  defaultChecked: 'checked',
  defaultValue: 'value',
  popoverTarget: 'popovertarget',
  popoverTargetAction: 'popovertargetaction',
  hrefLang: 'hreflang',
}

const VOID_TAGS = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])

const SPECIAL = /[&<>"']/
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign) : text
}
