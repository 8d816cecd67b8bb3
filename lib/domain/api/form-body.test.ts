import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { asForm, formBody } from './form-body.ts'

const form = z.object({
  thingId: z.uuid(),
  kind: z.enum(['a', 'b']),
  name: z.string().max(20),
  again: z.string().optional(),
  tags: z.string().optional(),
  lines: z.string().optional(),
  own: z.record(z.string(), z.string()).optional(),
  asked: z.string().optional(),
})
const body = formBody(form, {
  ...{ flags: ['again'], lists: { tags: ',', lines: '\n' }, records: ['own'] },
  ...{ leftOut: ['asked'], fromPath: ['thingId'] },
})
const read = (value: unknown) => asForm(body, value)
const errorsOf = (value: unknown) => {
  const result = read(value)
  return result.ok ? null : result.errors.map(({ field }) => field)
}

describe('a form as JSON', () => {
  it('has the form’s fields but what stands in the path and what only a person answers', () => {
    expect([...body.shapes.keys()]).toEqual(['kind', 'name', 'again', 'tags', 'lines', 'own'])
    expect(body.json).toMatchObject({
      ...{ additionalProperties: false, required: ['kind', 'name'] },
      properties: { name: { type: 'string', maxLength: 20 }, again: { type: 'boolean' } },
    })
  })

  it('says to the form what a person would have typed', () => {
    expect(
      read({
        kind: 'a',
        name: 'x',
        again: true,
        tags: ['one', 'two'],
        lines: ['a', 'b, c'],
        own: { k: 'v' },
      }),
    ).toEqual({
      ok: true,
      values: { kind: 'a', name: 'x', again: 'on', tags: 'one,two', lines: 'a\nb, c', own: { k: 'v' } },
    })
    expect(read({ again: false, tags: [], name: null })).toEqual({
      ok: true,
      values: { again: '', tags: '', name: '' },
    })
  })

  it('refuses whatever it does not know, by its name', () => {
    expect(errorsOf({ nope: 1 })).toEqual(['nope'])
    expect(errorsOf({ asked: 'x' })).toEqual(['asked'])
    expect(errorsOf({ thingId: 'x' })).toEqual(['thingId'])
    expect(errorsOf(JSON.parse('{"__proto__": {}, "constructor": 1}'))).toEqual(['__proto__', 'constructor'])
    expect(errorsOf([])).toEqual([''])
    expect(errorsOf(null)).toEqual([''])
  })

  it('refuses a value of another kind, and what a database cannot keep', () => {
    expect(errorsOf({ name: 1, again: 'yes', tags: 'one', own: [], kind: {} })).toEqual([
      ...['name', 'again', 'tags', 'own', 'kind'],
    ])
    expect(errorsOf({ name: 'a\0b', tags: ['\ud800'], own: { 'k\0': 'v' } })).toEqual(['name', 'tags', 'own'])
    expect(errorsOf({ tags: ['one, two'], lines: ['one\ntwo'] })).toEqual(['tags', 'lines'])
    expect(errorsOf({ own: JSON.parse('{"__proto__": "x"}') })).toEqual(['own'])
  })
})
