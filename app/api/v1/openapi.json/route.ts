import { openApiDocument } from '#lib/features/api/openapi-document.ts'

/** What programs may ask, for whoever writes one. It says nothing of anybody's work. */
export function GET(): Response {
  return Response.json(openApiDocument())
}
