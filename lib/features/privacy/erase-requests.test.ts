import { expect, it } from 'vitest'
import { getRequest } from '#lib/features/requests/request-queries.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { aFullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { erasePerson } from './erase-commands.ts'
import { gatherPersonFile } from './person-file-queries.ts'
import { previewErasure } from './preview-queries.ts'

it('A journalist who is erased leaves a request without words, a digest without their name, and nothing more', async () => {
  const scope = await aWorkspace('Erasing')
  const { requestId, contactId, digestId, address } = await aFullWorkspace(scope, 'Haddadmark')
  const file = await gatherPersonFile(scope, contactId)
  expect(file.requests).toMatchObject([{ replyTo: address, ourAnswer: 'Haddadmark', state: 'open' }])
  expect((await previewErasure(scope, contactId)).counts.requests).toBe(1)
  const { counts } = await erasePerson(scope, { contactId })
  expect(counts.requests).toBe(1)
  const request = await getRequest(scope, requestId)
  expect(request).toMatchObject({
    contact: null,
    journalist: '',
    replyTo: '',
    text: '',
    body: '',
    conditions: [],
  })
  const digest = await databaseAcrossWorkspaces().requestDigest.findUniqueOrThrow({ where: { id: digestId } })
  expect(digest.text).not.toContain(address)
  expect(digest.text).toContain('[erased]')
})
