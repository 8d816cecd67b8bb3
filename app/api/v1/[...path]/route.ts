import { answerProgram } from '#lib/features/api/answer-program.ts'
import { peerAddress } from '#lib/server/session.ts'

async function answer(request: Request): Promise<Response> {
  return answerProgram(request, { now: new Date(), peer: await peerAddress() })
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
