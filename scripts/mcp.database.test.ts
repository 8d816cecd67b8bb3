import path from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROBLEMS } from '#lib/domain/api/problem.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace, type FullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { aToken } from '#lib/testing/a-program.ts'
import { aProgramServer } from '#lib/testing/a-program-server.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'

const MARK = 'Fernwaymark'
const TOOLS = [
  'search_prospects',
  'get_prospect',
  'list_due_today',
  'list_mentions',
  'get_pitch',
  'get_numbers',
]

let scope: WorkspaceScope
let things: FullWorkspace
let server: Awaited<ReturnType<typeof aProgramServer>>
let client: Client

beforeAll(async () => {
  scope = await aWorkspace('Fernway')
  things = await aFullWorkspace(scope, MARK)
  server = await aProgramServer(scope.now)
  // With everything a token can be given, writing too.
  client = await assistantWith((await aToken(scope)).token)
})
afterAll(async () => {
  await client.close()
  await server.close()
})

async function assistantWith(token: string): Promise<Client> {
  const assistant = new Client({ name: 'a test', version: '1' })
  await assistant.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [path.resolve(import.meta.dirname, 'mcp.ts')],
      env: { RAPPORT_URL: server.url, RAPPORT_TOKEN: token },
    }),
  )
  return assistant
}

async function call(name: string, args: Record<string, unknown> = {}, with_ = client) {
  const { content, isError } = await with_.callTool({ name, arguments: args })
  const [{ text } = { text: '' }] = content as { text: string }[]
  return { text, isError: isError === true }
}

describe('the MCP server', () => {
  it('lists its tools, each said to read only', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name).toSorted()).toEqual([...TOOLS].toSorted())
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true)
    expect(tools.every(({ description = '' }) => description.length > 20)).toBe(true)
  })

  it('finds prospects', async () => {
    const { text } = await call('search_prospects', { q: MARK.toLowerCase() })
    expect(JSON.parse(text).items.map(({ id }: { id: string }) => id)).toContain(things.prospectId)
    expect(JSON.parse((await call('search_prospects', { q: 'nothing like it' })).text).items).toEqual([])
  })

  it('tells a prospect with its story', async () => {
    const { prospect, story } = JSON.parse(
      (await call('get_prospect', { prospectId: things.prospectId })).text,
    )
    expect(prospect.name).toBe(MARK)
    expect(story.items.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['added', 'read', 'out', 'touch', 'mention']),
    )
  })

  it('tells what is due today', async () => {
    const { sections } = JSON.parse((await call('list_due_today')).text)
    expect(sections.map(({ kind }: { kind: string }) => kind)).toContain('promise')
  })

  it('lists mentions by their outcome', async () => {
    const all = JSON.parse((await call('list_mentions')).text).items as { id: string; outcome: string }[]
    const [first] = all
    expect(all.map(({ id }) => id)).toContain(things.mentionId)
    const same = JSON.parse((await call('list_mentions', { outcome: first?.outcome })).text).items
    expect(same).toEqual(all.filter(({ outcome }) => outcome === first?.outcome))
  })

  it('tells a pitch with its messages', async () => {
    const { pitch, messages } = JSON.parse((await call('get_pitch', { pitchId: things.pitchId })).text)
    expect(pitch.state).toBe('sent')
    expect(messages.items[0].body).toContain(MARK)
  })

  it('tells the numbers', async () => {
    const { mentions, letters } = JSON.parse((await call('get_numbers', { siteId: things.siteId })).text)
    expect(letters.sent).toBe(1)
    expect(mentions).toEqual([expect.objectContaining({ count: 1 })])
  })

  it('says in words what is not there, and what the token may not', async () => {
    const gone = await call('get_pitch', { pitchId: '00000000-0000-7000-8000-000000000000' })
    expect(gone).toEqual({ text: PROBLEMS['not-there'].title, isError: true })
    const narrow = await assistantWith((await aToken(scope, { scopes: ['mentions:read'] })).token)
    const refused = await call('list_due_today', {}, narrow)
    expect(refused.isError).toBe(true)
    expect(refused.text).toContain('It lacks today:read')
    await narrow.close()
  })

  it('has written nothing, with a token that may: every request it made was a GET', () => {
    expect(server.asked.length).toBeGreaterThan(8)
    expect(new Set(server.asked.map(({ method }) => method))).toEqual(new Set(['GET']))
  })
})
