import { beforeAll, describe, expect, it } from 'vitest'
import { recordOwnLook } from '#lib/features/mentions/look-commands.ts'
import { recordMention } from '#lib/features/mentions/mention-commands.ts'
import { recordMentionSchema } from '#lib/features/mentions/mention-schema.ts'
import { saveThanks } from '#lib/features/mentions/thanks-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPerson, aPitchGround, aSentPitch } from '#lib/testing/a-pitch.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { mergeTwo } from '../duplicates/merge-commands.ts'
import { partAgain } from '../duplicates/unmerge-commands.ts'
import { findOverduePromise } from '../ledger/overdue-promise-queries.ts'
import { makePromise } from '../ledger/promise-commands.ts'
import { erasePerson } from './erase-commands.ts'
import { gatherPersonFile } from './person-file-queries.ts'
import { previewErasure } from './preview-queries.ts'

let scope: WorkspaceScope
let ground: Awaited<ReturnType<typeof aPitchGround>>
beforeAll(async () => {
  scope = await aWorkspace('Given')
  ground = await aPitchGround(scope)
})

const promised = (contactId: string, words: string) =>
  makePromise(scope, {
    ...{ prospectId: ground.prospect.id, contactId, pitchId: null },
    ...{ whose: 'ours', words, dueOn: '2026-03-01' },
  })

describe('promises', () => {
  it('follow a person who is made one with another, and part from them again', async () => {
    const double = await aPerson(scope, ground.prospect.id, { address: 'anna.b@elsewhere.example' })
    await promised(double.contact.id, 'Send the sizes')
    const [keptId, goneId] = [ground.contact.id, double.contact.id]
    const rows = await database().contact.findMany({ where: { workspaceId: scope.workspaceId } })
    const updatedAt = (id: string) => rows.find((row) => row.id === id)?.updatedAt ?? scope.now
    const seen = { kept: updatedAt(keptId), gone: updatedAt(goneId) }
    const whom = { contactId: keptId, prospectId: null }
    expect(await findOverduePromise(scope, whom)).toBeNull()
    const { mergeId } = await mergeTwo(scope, { kind: 'contact', keptId, goneId, seen, choices: {} })
    expect(await findOverduePromise(scope, whom)).toContain('Send the sizes')
    await partAgain(scope, { mergeId })
    expect(await findOverduePromise(scope, whom)).toBeNull()
  })

  it('are in a person’s file and go with them, and so do words of thanks that were still to go', async () => {
    const other = await aPitchGround(scope)
    const pitchId = await aSentPitch(scope, other)
    const [contactId, prospectId] = [other.contact.id, other.prospect.id]
    const promise = { whose: 'ours' as const, words: 'Send Anna Berg the sizes', dueOn: '2026-03-01' }
    await makePromise(scope, { ...promise, prospectId, contactId, pitchId })
    const { workspaceId } = scope
    const { mentionId } = await recordMention(
      scope,
      recordMentionSchema.parse({
        ...{ siteId: other.site.id, prospectId, pitchId },
        ...{ url: 'https://thanked.example/post', provenance: 'earned' },
      }),
    )
    await recordOwnLook(scope, { mentionId, saw: 'named', words: '' })
    await saveThanks(scope, { mentionId, contactId: null, body: 'Hi there, thank you so much.' })
    expect((await gatherPersonFile(scope, contactId)).promises).toMatchObject([
      { whose: 'ours', words: 'Send Anna Berg the sizes', state: 'open', notedBy: scope.actorName },
    ])
    expect((await previewErasure(scope, contactId)).counts.promises).toBe(1)
    expect((await erasePerson(scope, { contactId })).counts.promises).toBe(1)
    expect(await database().promiseMade.count({ where: { workspaceId, contactId } })).toBe(0)
    const mention = await database().mention.findFirstOrThrow({ where: { workspaceId, id: mentionId } })
    expect(mention.thanksDraft).toBe('')
  })
})
