import fc from 'fast-check'
import { Search } from 'lucide'
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'
import { createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Icon } from './icon.tsx'
import { markupOf } from './markup.ts'
import { Td, Tr } from './table.tsx'

/** What a browser makes of it, in whatever order and quotes its attributes stand. */
function asRead(html: string): string {
  const sorted = (node: DefaultTreeAdapterTypes.Node) => {
    if ('attrs' in node) node.attrs.sort((a, b) => (a.name < b.name ? -1 : 1))
    if ('childNodes' in node) node.childNodes.forEach(sorted)
  }
  const page = parseFragment(html)
  sorted(page)
  return serialize(page)
}

const Greeting = ({ name }: { name: string }) => h('b', { className: 'name' }, 'Hello ', name)
const aRow = ({ name }: { name: string }) =>
  Tr({ quiet: true, children: Td({ label: 'A label', children: [name, '!'] }) })
const ADDRESSES = ['/w/x/', '/w/x', '//', '?', '#a', 'a b', "it's", '=', '&amp;', '`', '']

const shown: Record<string, () => ReactNode> = {
  'text with every sign that HTML reads': () => `<i>&amp; "quotes" 'and' \` more`,
  'numbers, and nothing for what is not said': () => [1, 0, null, undefined, true, false, ''],
  'a row of a table': () => aRow({ name: 'Jo' }),
  'a component that returns elements': () => h(Greeting, { name: 'Jo & <Co>' }),
  'a field with its words': () =>
    h('input', { type: 'checkbox', name: 'ids[]', value: 'a"b', defaultChecked: true }),
  'a text field as it begins': () =>
    h('input', { defaultValue: ' a ', maxLength: 60, required: true, disabled: false }),
  'a label': () => h('label', { htmlFor: 'x', tabIndex: -1, hidden: true }, 'It is'),
  'what is said to readers of screens': () =>
    h('a', { href: '/?a=b&c=d', 'aria-current': 'page', 'aria-hidden': false }),
  'addresses in every shape': () => ADDRESSES.map((href) => h('a', { key: href, href }, '.')),
  'a picture': () => h(Icon, { of: Search, strokeWidth: 1.75, className: 'size-4 shrink-0' }),
  'a time': () => h('time', { dateTime: '2026-03-04', title: '4 March' }, '2 days ago'),
  'a button that opens something': () =>
    h('button', { type: 'button', popoverTarget: 'x', popoverTargetAction: 'hide' }, 'Close'),
}

const refused: Record<string, () => ReactNode> = {
  'a handler': () => h('button', { type: 'button', onClick: () => {} }),
  'a style object': () => h('p', { style: { color: 'red' } }),
  'a component of the browser': () =>
    h(Object.assign(() => null, { $$typeof: Symbol.for('react.client.reference') })),
  'a component that waits': () => h((async () => 'late') as unknown as () => ReactNode),
  'a list with its choice': () => h('select', { defaultValue: 'a' }),
  'an action': () => h('form', { action: () => {} }),
}

describe('markup of elements', () => {
  it.each(Object.keys(shown))('is what React would write: %s', (name) => {
    const node = shown[name]?.()
    expect(asRead(markupOf(node))).toBe(asRead(renderToStaticMarkup(node)))
  })

  it('lets no word out of its place, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (value, text) => {
        // A NUL cannot stand in HTML, and a lone CR is read as a line; the database holds neither.
        fc.pre(!/[\0\r]/.test(value + text))
        const node = h('p', null, h('a', { href: value, title: value, className: text }, text), value)
        expect(asRead(markupOf(node))).toBe(asRead(renderToStaticMarkup(node)))
      }),
      { numRuns: 500 },
    )
  })

  it.each(Object.keys(refused))('is refused where more is needed: %s', (name) => {
    expect(() => markupOf(refused[name]?.())).toThrow('markup')
  })
})
