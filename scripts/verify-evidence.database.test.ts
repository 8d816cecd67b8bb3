import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMention, writeALook } from '#lib/testing/a-look.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'

let ours: WorkspaceScope
let mentionId: string

beforeAll(async () => {
  ours = await aWorkspace('Ours')
  mentionId = await aMention(ours, 'http://blog.test/post')
  for (let n = 0; n < 3; n += 1) await writeALook(ours, mentionId)
})

function verify(...args: string[]) {
  const script = path.resolve(import.meta.dirname, 'verify-evidence.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
  return { status, lines: stdout.trim().split('\n'), stderr }
}

describe('npm run verify-evidence', () => {
  it('says that every chain is whole, and ends with 0', () => {
    expect(verify()).toMatchObject({
      status: 0,
      lines: [
        '1 mention, 3 looks.',
        'From before the chain: 0. With blanked fields: 0.',
        'Every chain is whole.',
      ],
    })
  })

  it('finds nothing wrong in a workspace without mentions', async () => {
    const { workspaceSlug } = await aWorkspace('Empty')
    expect(verify('--workspace', workspaceSlug)).toMatchObject({ status: 0 })
  })

  it('says when there is nothing to verify, or what it was asked makes no sense, and ends with 2', () => {
    expect(verify('--workspace', 'nobody')).toMatchObject({
      status: 2,
      stderr: 'There is no such workspace.\n',
    })
    expect(verify('--mention', 'nobody')).toMatchObject({ status: 2, stderr: 'There is no such mention.\n' })
    expect(verify('--mentions').stderr).toContain('npm run verify-evidence')
  })

  it('names the first place where a chain does not hold, and ends with 1', async () => {
    await databaseAcrossWorkspaces().linkCheck.delete({
      where: { workspaceId_mentionId_number: { workspaceId: ours.workspaceId, mentionId, number: 2 } },
    })
    const named = `${ours.workspaceSlug}, mention ${mentionId} (http://blog.test/post), look 2 is not there any more.`
    for (const args of [[], ['--workspace', ours.workspaceSlug], ['--mention', mentionId]]) {
      expect(verify(...args)).toMatchObject({
        status: 1,
        lines: [named, expect.any(String), expect.any(String), 'Broken: 1 chain.'],
      })
    }
  })
})
