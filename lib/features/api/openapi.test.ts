import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'
import { API_SCOPES } from '#lib/domain/api/api-scopes.ts'
import { API_OPERATIONS } from './api-operations.ts'
import { openApiDocument } from './openapi-document.ts'

describe('the OpenAPI document', () => {
  it('passes a public linter with its strictest rules, without a word', async () => {
    const config = await createConfig({ extends: ['recommended-strict'] })
    const source = JSON.stringify(openApiDocument())
    const found = await lintFromString({ source, absoluteRef: 'openapi.json', config })
    expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([])
  })

  it('has every operation once, each by a name of its own', () => {
    const paths = openApiDocument().paths as Record<string, Record<string, { operationId: string }>>
    const named = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(named.toSorted()).toEqual(API_OPERATIONS.map(({ id }) => id).toSorted())
    expect(new Set(named).size).toBe(named.length)
  })

  it('asks of a body what the form asks, and lets nothing else in', () => {
    const add = API_OPERATIONS.find(({ id }) => id === 'addProspect')
    expect(add?.body?.json).toMatchObject({
      required: ['kind', 'address', 'name'],
      additionalProperties: false,
      properties: {
        kind: { type: 'string', enum: ['blogger', 'journalist', 'podcast', 'directory', 'roundup'] },
        anotherOutlet: { type: 'boolean' },
        tags: { type: ['array', 'null'], items: { type: 'string' } },
      },
    })
    expect(add?.body?.shapes.has('lookForAlike')).toBe(false)
  })

  it('uses every scope there is, and no other', () => {
    expect([...new Set(API_OPERATIONS.flatMap(({ scopes }) => scopes))].toSorted()).toEqual(
      [...API_SCOPES].toSorted(),
    )
  })

  it('has nothing that writes a pitch, a message, a reading note or a quote', () => {
    const writes = API_OPERATIONS.filter(({ method }) => method !== 'GET')
    const nouns = ['prospects', 'contacts', 'touches', 'mentions', 'samples', 'requests']
    expect([...new Set(writes.map(({ tag }) => tag))].toSorted()).toEqual(nouns.toSorted())
    expect(writes.every(({ scopes }) => scopes.every((scope) => /:write$/.test(scope)))).toBe(true)
    const fields = writes.flatMap(({ body }) => [...(body?.shapes.keys() ?? [])])
    expect(
      fields.filter((field) =>
        /^(?:body|subject|quote|struck|gap|overruleReason|saidOtherwise)$/.test(field),
      ),
    ).toEqual([])
  })
})
