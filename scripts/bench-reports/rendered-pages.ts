import path from 'node:path'
import { encode } from 'next-auth/jwt'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { startProduct } from '../bench-lists/servers.ts'
import { buildIfNeeded } from '../build-if-needed.ts'

const PORT = 3393

/** How long the server takes from being asked for a page of this workspace until its last byte, in milliseconds. */
export type AskForPage = (address: string) => Promise<number>

/** The product as it is served, to be asked for pages as this member. It ends with the work. */
export async function withPages(memberId: string, work: (ask: AskForPage) => Promise<void>) {
  const { user, workspace } = await databaseAcrossWorkspaces().member.findFirstOrThrow({
    where: { id: memberId },
    include: { user: true, workspace: true },
  })
  if (!user) throw new Error('Somebody without an account opens no page')
  const token = { sub: user.id, sessionVersion: user.sessionVersion }
  const name = settings().appUrl.startsWith('https:')
    ? '__Secure-next-auth.session-token'
    : 'next-auth.session-token'
  const cookie = `${name}=${await encode({ token, secret: settings().authSecret })}`
  buildIfNeeded(path.resolve(import.meta.dirname, '../..'), (text) => console.error(text))
  const server = await startProduct(PORT)
  try {
    await work(async (address) => {
      const began = performance.now()
      const answer = await fetch(`http://127.0.0.1:${PORT}/w/${workspace.slug}/${address}`, {
        headers: { cookie },
        redirect: 'manual',
      })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
      return performance.now() - began
    })
  } finally {
    server.kill()
  }
}
