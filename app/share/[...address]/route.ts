import { sharedReportResponse } from '#lib/features/customer-reports/open-share.ts'
import { peerAddress } from '#lib/server/session.ts'

type Context = { params: Promise<{ address: string[] }> }

/** An approved report for whoever has the link to it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { address } = await params
  return sharedReportResponse(request, address, { now: new Date(), peer: await peerAddress() })
}

/** Its password, from a plain form. */
export const POST = GET
