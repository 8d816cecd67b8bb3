import type { z } from 'zod'
import type { FieldError } from '#lib/domain/api/problem.ts'

/** What a program sent is not right, field by field. */
export class BadFields extends Error {
  override name = 'BadFields'
  readonly errors: readonly FieldError[]

  constructor(errors: readonly FieldError[]) {
    super('Some fields are not right')
    this.errors = errors
  }

  static of(error: z.ZodError): BadFields {
    return new BadFields(
      error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message })),
    )
  }
}
