/** What can go wrong with a request, by RFC 9457. The type is a name, and an address of a place that explains it. */
export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request could not be read' },
  'no-token': { status: 401, title: 'A token is needed' },
  'missing-scope': { status: 403, title: 'This token may not do that' },
  'role-too-weak': { status: 403, title: 'Your role may not do that' },
  'all-sites-only': { status: 403, title: 'This needs a token for all sites' },
  leaving: { status: 403, title: 'This workspace is closed: it is going to be deleted' },
  'not-there': { status: 404, title: 'There is nothing here' },
  'wrong-method': { status: 405, title: 'That cannot be done here' },
  conflict: { status: 409, title: 'It is here already' },
  'being-done': { status: 409, title: 'The same request is being answered' },
  'done-before': { status: 409, title: 'It was done, and its answer is no longer kept' },
  'in-doubt': { status: 409, title: 'Nobody can tell whether it was done' },
  'too-large': { status: 413, title: 'The body is too large' },
  'not-json': { status: 415, title: 'Only JSON is read' },
  invalid: { status: 422, title: 'Some fields are not right' },
  refused: { status: 422, title: 'A rule says no' },
  'key-of-another': { status: 422, title: 'This idempotency key belongs to another request' },
  'too-many': { status: 429, title: 'Too many requests' },
  'unknown-method': { status: 501, title: 'There is no such method here' },
  'our-fault': { status: 500, title: 'Something went wrong on our side' },
} as const

export type ProblemKind = keyof typeof PROBLEMS
export type FieldError = { field: string; message: string }
export type ProblemMore = {
  detail?: string
  /** What would put it right. */
  remedy?: string
  errors?: readonly FieldError[]
}

/** The body of such an answer. */
export function problemBody(kind: ProblemKind, { detail, remedy, errors }: ProblemMore = {}) {
  const { status, title } = PROBLEMS[kind]
  return {
    type: `urn:rapport:problem:${kind}`,
    title,
    status,
    ...(detail ? { detail } : {}),
    ...(remedy ? { remedy } : {}),
    ...(errors && errors.length > 0 ? { errors } : {}),
  }
}
