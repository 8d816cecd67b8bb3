import { z } from 'zod'
import { DATE_LANGUAGES } from '#lib/domain/date-languages.ts'
import { checkMailAddress } from '#lib/domain/mail-address.ts'
import { choice, line, optionalChoice, timeZone } from '../form-fields.ts'
import { PASSWORD_MAX_CHARACTERS, passwordProblem } from './password-rule.ts'
import { workspaceName } from './workspace-schema.ts'

/** People the seed makes, entered with one click in local mode. */
export const DEMO_ROLES = ['shop-owner', 'freelancer', 'agency-reviewer', 'agency-viewer'] as const

/** As accounts keep it: lower case, the domain in ASCII. */
export const mailAddress = z
  .string({ error: 'Please fill in your e-mail address.' })
  .transform((typed, context) => {
    const checked = checkMailAddress(typed)
    if (checked.ok) return checked.address.toLowerCase()
    context.addIssue({ code: 'custom', message: checked.error })
    return z.NEVER
  })

// The same letters can be typed as different code points, depending on the keyboard: compared in one form.
const typedPassword = z
  .string({ error: 'Please fill in the password.' })
  .min(1, 'Please fill in the password.')
  .max(PASSWORD_MAX_CHARACTERS * 2, 'That is longer than any password here.')
  .transform((password) => password.normalize('NFC'))

const personName = line('your name', { max: 120 })

/** Where somebody was going: a captured page brings its words along. */
export const WAY_BACK_MAX_CHARACTERS = 8_000
const wayBack = z.string().max(WAY_BACK_MAX_CHARACTERS).optional()

export const signInSchema = z.object({
  email: mailAddress,
  password: typedPassword,
  to: wayBack,
})

export const signUpSchema = z
  .object({
    name: personName,
    email: mailAddress,
    password: typedPassword,
    workspaceName,
    timeZone: timeZone().optional().default('UTC'),
  })
  .superRefine(refuseWeakPassword)

/** With an invitation one joins a workspace and makes none; the address is the invited one. */
export const invitedSignUpSchema = z
  .object({
    token: z.string().max(200),
    name: personName,
    email: mailAddress,
    password: typedPassword,
    timeZone: timeZone().optional().default('UTC'),
  })
  .superRefine(refuseWeakPassword)

export const demoSignInSchema = z.object({ demoRole: choice(DEMO_ROLES), to: wayBack })
/** `dateLanguage`: null is as the browser asks. */
export const changeProfileSchema = z.object({
  name: personName,
  timeZone: timeZone(),
  dateLanguage: optionalChoice(DATE_LANGUAGES),
})
export const changePasswordSchema = z.object({ currentPassword: typedPassword, newPassword: typedPassword })
export const changeAddressSchema = z.object({ email: mailAddress, currentPassword: typedPassword })
export const forgotSchema = z.object({ email: mailAddress })
export const resetPasswordSchema = z.object({ token: z.string().max(200), newPassword: typedPassword })

/** The names of the workspaces that go with the account, typed one to a line. */
export const deleteAccountSchema = z.object({
  currentPassword: typedPassword,
  workspaceNames: z
    .string()
    .max(20_000)
    .optional()
    .default('')
    .transform((typed) => typed.split('\n').map((name) => name.replace(/\s+/gu, ' ').trim())),
})

export type ChangeProfileInput = z.output<typeof changeProfileSchema>
export type SignUpInput = z.output<typeof signUpSchema>
export type InvitedSignUpInput = z.output<typeof invitedSignUpSchema>

function refuseWeakPassword(
  { password, email }: { password: string; email: string },
  context: z.RefinementCtx,
) {
  const problem = passwordProblem(password, email)
  if (problem) context.addIssue({ code: 'custom', path: ['password'], message: problem })
}
