import { embedResponse } from '#lib/features/mentions/open-press-embed.ts'
import { peerAddress } from '#lib/server/session.ts'

type Context = { params: Promise<{ address: string[] }> }

/** A Site's press for pages of others, while it is on. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { address } = await params
  return embedResponse(request, address, { now: new Date(), peer: await peerAddress() })
}
