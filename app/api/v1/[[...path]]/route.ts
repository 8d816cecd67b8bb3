import { answerProgram } from '#lib/features/api/answer-program.ts'
import { peerAddress } from '#lib/server/session.ts'

async function answer(request: Request): Promise<Response> {
  return answerProgram(request, { now: new Date(), peer: await peerAddress() })
}

// Every method that Next knows, so that none is answered by itself: lib/server/api-door.ts answers the others.
export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
}
