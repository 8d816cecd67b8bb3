'use server'

import { after } from 'next/server'
import { z } from 'zod'
import { knownBrowserFor, rememberBrowser } from '#lib/server/known-browser.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import { endSession, startSession } from '#lib/server/session.ts'
import { personAction, publicAction } from '../person-action.ts'
import {
  changeAddress,
  changePassword,
  changeProfile,
  signOutEverywhere,
  signUp,
} from './account-commands.ts'
import {
  changeAddressSchema,
  changePasswordSchema,
  changeProfileSchema,
  deleteAccountSchema,
  demoSignInSchema,
  forgotSchema,
  invitedSignUpSchema,
  resetPasswordSchema,
  signInSchema,
  signUpSchema,
} from './account-schema.ts'
import { deleteAccount } from './delete-account.ts'
import { signUpInvited } from './invitation-commands.ts'
import { countResetRequest, mailResetLink, resetPassword } from './reset-commands.ts'
import { sameSitePath } from './same-site-path.ts'
import { checkDemoSignIn, checkSignIn } from './sign-in-commands.ts'

/** Where one lands signed out on purpose; the page there lets go of what the browser kept of one's letters. */
const SIGNED_OUT = '/sign-in?left=1'

export const signInAction = publicAction('sign-in', signInSchema, async (visit, input) => {
  const later = (work: () => Promise<void>) =>
    after(() => work().catch((error) => void reportBug(error, 'sign-in')))
  const session = await checkSignIn(visit, input, await knownBrowserFor(input.email), later)
  await startSession(session)
  await rememberBrowser(input.email)
  return { goTo: sameSitePath(input.to) }
})

export const demoSignInAction = publicAction(
  'demo-sign-in',
  demoSignInSchema,
  async (visit, { demoRole, to }) => {
    await startSession(await checkDemoSignIn(visit, demoRole))
    return { goTo: sameSitePath(to) }
  },
)

export const signUpAction = publicAction('sign-up', signUpSchema, async (visit, input) => {
  await startSession(await signUp(visit, input))
  await rememberBrowser(input.email)
  return { goTo: '/' }
})

export const signUpInvitedAction = publicAction(
  'sign-up-invited',
  invitedSignUpSchema,
  async (visit, input) => {
    const { slug, ...session } = await signUpInvited(visit, input)
    await startSession(session)
    return { goTo: `/w/${slug}` }
  },
)

/** The same answer at the same time for every address: the account is looked for only after answering. */
export const forgotAction = publicAction('forgot', forgotSchema, async (visit, { email }) => {
  await countResetRequest(visit, email)
  after(() => mailResetLink(email, visit.now).catch((error) => void reportBug(error, 'forgot')))
  return {
    message: `If ${email} has an account here, a mail with a link is on its way. It works for one hour.`,
  }
})

export const resetPasswordAction = publicAction(
  'reset-password',
  resetPasswordSchema,
  async (visit, input) => {
    await startSession(await resetPassword(visit, input))
    return { goTo: '/' }
  },
)

export const changeProfileAction = personAction(
  'change-profile',
  changeProfileSchema,
  async (visit, input) => {
    await changeProfile(visit, input)
    return { message: 'Saved.' }
  },
)

export const changePasswordAction = personAction(
  'change-password',
  changePasswordSchema,
  async (visit, input) => {
    await startSession(await changePassword(visit, input))
    return { message: 'Your password is changed, and you are signed out everywhere else.' }
  },
)

export const changeAddressAction = personAction(
  'change-address',
  changeAddressSchema,
  async (visit, input) => {
    await changeAddress(visit, input)
    return { message: `From now on you sign in as ${input.email}.` }
  },
)

export const signOutEverywhereAction = personAction('sign-out-everywhere', z.object({}), async (visit) => {
  await signOutEverywhere(visit)
  await endSession()
  return { goTo: SIGNED_OUT }
})

export const deleteAccountAction = personAction(
  'delete-account',
  deleteAccountSchema,
  async (visit, input) => {
    await deleteAccount(visit, input)
    await endSession()
    return { goTo: SIGNED_OUT }
  },
)

export const signOutAction = publicAction('sign-out', z.object({}), async () => {
  await endSession()
  return { goTo: SIGNED_OUT }
})
