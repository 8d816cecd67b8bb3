import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { API_OPERATIONS } from '#lib/features/api/api-operations.ts'
import { openApiDocument } from '#lib/features/api/openapi-document.ts'
import { namedSchema, readDocument } from './openapi-reading.ts'
import { OperationSection } from './operation-section.tsx'

const { parts, schemas, answerAt } = readDocument(openApiDocument())
const operations = parts.flatMap((part) => part.operations)

describe('the reference', () => {
  it('holds every operation, each under one heading', () => {
    expect(operations.map(({ id }) => id).toSorted()).toEqual(API_OPERATIONS.map(({ id }) => id).toSorted())
    expect(parts.every((part) => part.operations.length > 0)).toBe(true)
  })

  it('says of every field what it is, in words', () => {
    const fields = operations.flatMap(({ parameters, body, answer }) => [
      ...[...parameters, ...body, ...namedSchema(answer, schemas)],
    ])
    expect(fields.length).toBeGreaterThan(300)
    expect(fields.filter(({ kind }) => kind === '' || /undefined|\[object/.test(kind))).toEqual([])
    const add = operations.find(({ id }) => id === 'addProspect')
    expect(add?.body.find(({ name }) => name === 'kind')).toEqual({
      ...{ name: 'kind', isRequired: true },
      kind: 'one of: blogger, journalist, podcast, directory, roundup',
    })
  })

  it('is drawn without anything that could run, and without a style of its own', () => {
    const html = operations
      .map((operation) =>
        renderToStaticMarkup(
          createElement(OperationSection, { operation, schemas, answerAt: answerAt(operation.answer) }),
        ),
      )
      .join('')
    expect(html).not.toMatch(/<script|style=|https?:\/\/(?!www\.w3\.org)/)
    expect(html).toContain('href="#getProspect"')
    for (const { summary, path } of operations) {
      expect(html).toContain(summary.replaceAll('&', '&amp;'))
      expect(html).toContain(`/api/v1${path}`)
    }
  })
})
