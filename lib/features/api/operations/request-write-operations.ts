import { z } from 'zod'
import { formBody } from '#lib/domain/api/form-body.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { forgetDigest, keepRequests, takeDigest } from '../../requests/digest-commands.ts'
import { getDigest } from '../../requests/digest-queries.ts'
import { closeRequest, takeUpRequest } from '../../requests/outcome-commands.ts'
import { tieOutlet } from '../../requests/outlet-commands.ts'
import { changeRequest, chooseSite } from '../../requests/request-commands.ts'
import {
  changeRequestSchema,
  chooseSiteSchema,
  closeRequestSchema,
  keepRequestsSchema,
  takeDigestSchema,
  tieOutletSchema,
} from '../../requests/request-schema.ts'
import { presentOf, schemaOf, severalOf } from '../api-noun.ts'
import { CONTACT, PROSPECT, SITE } from '../api-nouns.ts'
import { type ApiOperation, changes, doing, moves, nothing } from '../api-operation.ts'
import { REQUEST } from '../api-work-nouns.ts'
import { BadFields } from '../bad-fields.ts'

const aRequest = { noun: REQUEST, scope: 'requests:write', sees: { requestId: REQUEST } } as const

const takeRequests: ApiOperation = {
  ...{ id: 'takeRequests', method: 'POST', path: '/requests', tag: 'requests', status: 201, query: nothing },
  summary: 'Take in a call for sources, or a digest of many',
  description:
    'The text is kept whole, and every request found in it is kept with what was read of it. One that is here already is not made twice. What was read wrongly is put right with PATCH.',
  scopes: ['requests:write'],
  body: formBody(takeDigestSchema),
  answer: { name: 'TakenRequests', schema: z.strictObject({ items: z.array(schemaOf(REQUEST)) }) },
  run: async (call) => {
    const { scope, body } = call
    const read = takeDigestSchema.safeParse(body)
    if (!read.success) throw BadFields.of(read.error)
    const ids = await doing(call, async () => keepAll(scope, (await takeDigest(scope, read.data)).digestId))
    return { items: await severalOf(REQUEST, scope, ids) }
  },
}

/** Keeps every request of a text, as a person does who ticks them all and changes nothing. */
async function keepAll(scope: WorkspaceScope, digestId: string) {
  const { parts } = await getDigest(scope, digestId)
  const requests = parts.filter(({ kind }) => kind === 'request')
  if (requests.length === 0) {
    const isKept = parts.some(({ requestId }) => requestId !== null)
    if (!isKept) await forgetDigest(scope, { digestId })
    throw new BadFields([{ field: 'text', message: 'No request was found in this text.' }])
  }
  const fields = requests.flatMap(({ index, read }) => [
    ...(['outlet', 'journalist', 'replyTo', 'topic'] as const).map((name) => [
      `${name}-${index}`,
      read[name],
    ]),
    [`deadlineWords-${index}`, read.deadline?.words ?? ''],
  ])
  const keep = requests.map(({ index }) => String(index))
  const form = keepRequestsSchema.safeParse({ ...Object.fromEntries(fields), digestId, keep })
  if (!form.success) throw BadFields.of(form.error)
  await keepRequests(scope, form.data)
  const kept = await getDigest(scope, digestId)
  return kept.parts.flatMap(({ kind, requestId }) => (kind === 'request' && requestId ? [requestId] : []))
}

/** Calls for sources. The answer to one is written by a person. */
export const REQUEST_WRITE_OPERATIONS: readonly ApiOperation[] = [
  takeRequests,
  changes({
    ...{ id: 'changeRequest', method: 'PATCH', path: '/requests/{requestId}' },
    summary: 'Put right what was read of a request',
    ...{ ...aRequest, form: changeRequestSchema, words: { lists: { conditions: '\n' } } },
    present: presentOf(REQUEST, 'requestId', (now) => ({
      ...{ outlet: now.outlet, journalist: now.journalist, replyTo: now.replyTo, topic: now.topic },
      ...{ deadlineWords: now.deadlineWords, question: now.question },
      conditions: (now.conditions as { words: string }[]).map(({ words }) => words).join('\n'),
    })),
    does: async (scope, input, named) => {
      await changeRequest(scope, input, named)
      return input.requestId
    },
  }),
  changes({
    ...{ id: 'chooseSiteOfRequest', method: 'PUT', path: '/requests/{requestId}/site' },
    summary: 'Say whose answer it is',
    ...{ ...aRequest, sees: { requestId: REQUEST, siteId: SITE }, form: chooseSiteSchema },
    does: async (scope, input) => {
      await chooseSite(scope, input)
      return input.requestId
    },
  }),
  changes({
    ...{ id: 'tieOutletOfRequest', method: 'PUT', path: '/requests/{requestId}/outlet' },
    summary: 'Say which prospect and contact it came from, or none',
    ...{ ...aRequest, sees: { requestId: REQUEST, prospectId: PROSPECT, contactId: CONTACT } },
    form: tieOutletSchema,
    does: async (scope, input) => {
      await tieOutlet(scope, input)
      return input.requestId
    },
  }),
  changes({
    ...{ id: 'closeRequest', method: 'POST', path: '/requests/{requestId}/close' },
    summary: 'Close a request with how it ended',
    ...{ ...aRequest, form: closeRequestSchema },
    does: async (scope, input) => {
      await closeRequest(scope, input)
      return input.requestId
    },
  }),
  moves(
    REQUEST,
    {
      ...{ id: 'takeUpRequest', path: '/requests/{requestId}/take-up', scope: 'requests:write' },
      summary: 'Open a closed request again',
    },
    (scope, requestId) => takeUpRequest(scope, { requestId }),
  ),
]
