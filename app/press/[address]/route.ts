import { pressResponse } from '#lib/features/mentions/open-press-page.ts'
import { peerAddress } from '#lib/server/session.ts'

type Context = { params: Promise<{ address: string }> }

/** A Site's press for everybody, while it is open. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { address } = await params
  return pressResponse(request, address, { now: new Date(), peer: await peerAddress() })
}
