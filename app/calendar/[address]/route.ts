import { calendarResponse } from '#lib/features/today/calendar-feed.ts'
import { peerAddress } from '#lib/server/session.ts'

type Context = { params: Promise<{ address: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { address } = await params
  return calendarResponse(request, address, { now: new Date(), peer: await peerAddress() })
}
