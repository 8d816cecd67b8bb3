import { describe, expect, it } from 'vitest'
import { lookAtMention } from '#lib/features/mentions/look-at-mention.ts'
import { getMention } from '#lib/features/mentions/mention-queries.ts'
import { moveToTrash } from '#lib/features/trash/trash-commands.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { ANSWER, aLetter, aRequestSite, MAY } from '#lib/testing/a-request.ts'
import { savedPage } from '#lib/testing/a-saved-page.ts'
import { at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { noteAnswered } from './answer-commands.ts'
import { closeRequest, foundPage, notThatPage, takeUpRequest } from './outcome-commands.ts'
import { getRequest } from './request-queries.ts'

describe('what became of it', () => {
  const PAGE = 'https://eveningcourier.example/lending'
  const look = (scope: WorkspaceScope, mentionId: string) =>
    lookAtMention(
      { workspaceId: scope.workspaceId, mentionId, requestedById: scope.memberId },
      { now: () => scope.now },
    )

  async function answered(name: string) {
    const scope = at(await aWorkspace(name), MAY)
    await aRequestSite(scope)
    const requestId = await aLetter(scope)
    await noteAnswered(scope, { requestId, words: ANSWER })
    return { scope, requestId }
  }

  it('is found by looking: quoted without a link, closed kindly, kept as press, and nobody is asked', async () => {
    const { scope, requestId } = await answered('Unlinked')
    await savedPage(
      PAGE,
      '<html><body><p>“One came back with a hedgehog in it,” says Mara Lind of Fernway.</p></body></html>',
    )
    await expect(closeRequest(scope, { requestId, reason: 'quoted' })).rejects.toThrow(
      'Nobody has found the page',
    )
    const [one, two] = [
      await foundPage(scope, { requestId, url: PAGE }),
      await foundPage(scope, { requestId, url: PAGE }),
    ]
    expect(one).toEqual(two)
    expect((await getRequest(scope, requestId)).standing.kind).toBe('found-not-looked')
    await look(scope, one.mentionId)
    expect((await getRequest(scope, requestId)).standing).toMatchObject({
      kind: 'quoted-unlinked',
      tone: 'neutral',
    })
    await expect(foundPage(scope, { requestId, url: `${PAGE}/other` })).rejects.toThrow('Another page')
    await closeRequest(scope, { requestId, reason: 'quoted' })
    await closeRequest(scope, { requestId, reason: 'quoted' })
    expect((await getRequest(scope, requestId)).standing).toMatchObject({
      kind: 'quoted-unlinked',
      label: 'Quoted, no link',
    })
    const mention = await getMention(scope, one.mentionId)
    expect(mention).toMatchObject({
      provenance: 'quote',
      askState: 'closed',
      askAnswer: 'not-asked',
      outcome: 'mentioned-unlinked',
    })
    await takeUpRequest(scope, { requestId })
    expect((await getRequest(scope, requestId)).state).toBe('answered')
  })

  it('is found by looking: quoted with a link', async () => {
    const { scope, requestId } = await answered('Linked')
    const url = 'https://eveningcourier.example/linked'
    await savedPage(
      url,
      '<html><body><p>Says Mara Lind of <a href="https://fernway.example/">Fernway</a>.</p></body></html>',
    )
    const { mentionId } = await foundPage(scope, { requestId, url })
    await look(scope, mentionId)
    expect((await getRequest(scope, requestId)).standing.kind).toBe('quoted-linked')
    await moveToTrash(scope, 'mention', mentionId)
    expect((await getRequest(scope, requestId)).standing.kind).toBe('answered')
  })

  it('is what a person says only where there is no page', async () => {
    const { scope, requestId } = await answered('Not used')
    await expect(closeRequest(scope, { requestId, reason: 'let-be' })).rejects.toThrow(
      'Somebody has answered it',
    )
    const { mentionId } = await foundPage(scope, { requestId, url: 'https://eveningcourier.example/not-it' })
    await expect(closeRequest(scope, { requestId, reason: 'not-used' })).rejects.toThrow('A page is noted')
    await notThatPage(scope, { requestId })
    await closeRequest(scope, { requestId, reason: 'not-used' })
    expect((await getRequest(scope, requestId)).standing.kind).toBe('not-used')
    expect((await getMention(scope, mentionId)).id).toBe(mentionId)
    await expect(closeRequest(scope, { requestId, reason: 'too-late' })).rejects.toThrow('closed already')
  })

  it('is too late only once the deadline has passed', async () => {
    const scope = at(await aWorkspace('Late'), MAY)
    const requestId = await aLetter(scope)
    await expect(closeRequest(scope, { requestId, reason: 'not-used' })).rejects.toThrow(
      'Nobody has answered it',
    )
    await expect(closeRequest(scope, { requestId, reason: 'too-late' })).rejects.toThrow('has not passed')
    const later = at(scope, '2028-05-12T12:00:00Z')
    expect((await getRequest(later, requestId)).standing.kind).toBe('late')
    await closeRequest(later, { requestId, reason: 'too-late' })
    expect((await getRequest(later, requestId)).standing.kind).toBe('too-late')
    await expect(foundPage(later, { requestId, url: PAGE })).rejects.toMatchObject({ field: 'url' })
  })
})
