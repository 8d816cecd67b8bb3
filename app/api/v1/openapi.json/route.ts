import { openApiDocument } from '#lib/features/api/openapi-document.ts'
import { Problem, respondMethods, respondProblem } from '#lib/features/api/program-answers.ts'

const ALLOW = 'GET, HEAD, OPTIONS'

/** What programs may ask, for whoever writes one. It says nothing of anybody's work. */
export function GET(): Response {
  return Response.json(openApiDocument())
}

export function OPTIONS(): Response {
  return respondMethods(ALLOW, {})
}

function refuse(): Response {
  return respondProblem(new Problem('wrong-method', {}, { allow: ALLOW }), {})
}

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
