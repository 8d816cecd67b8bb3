import { expect, it } from 'vitest'
import { editableAddress, readableAddress } from './readable-address.ts'

it('a stored address is read in its own letters', () => {
  expect(readableAddress('https://www.xn--bcher-kva.example/a')).toBe('bücher.example/a')
  expect(readableAddress('not an address')).toBe('not an address')
})

it.each([
  ['https://xn--bcher-kva.example', 'bücher.example'],
  ['https://example.com/contact', 'example.com/contact'],
  ['https://www.example.com/contact', 'https://www.example.com/contact'],
  ['http://example.com/', 'http://example.com/'],
  ['https://example.com/#form', 'https://example.com/#form'],
])('a form shows %s as %s, so that saving it unchanged changes nothing', (stored, shown) => {
  expect(editableAddress(stored)).toBe(shown)
})
