'use server'

import { z } from 'zod'
import { publicAction } from '../person-action.ts'
import { workspaceAction } from '../workspace-action.ts'
import { makeCalendarLink, revokeCalendarLink } from './calendar-link-commands.ts'
import { stopMorningMail, wantMorningMail } from './morning-mail-commands.ts'
import { stopMorningMailByLink } from './morning-mail-off.ts'

const nothing = z.object({})
const TOKEN_CHARACTERS = 200

export const makeCalendarLinkAction = workspaceAction('today.read', nothing, async (scope) => {
  const { address } = await makeCalendarLink(scope)
  return { message: `Your calendar’s address, shown this once: ${address}` }
})

export const revokeCalendarLinkAction = workspaceAction('today.read', nothing, async (scope) => {
  await revokeCalendarLink(scope)
  return { message: 'The address no longer works.' }
})

export const wantMorningMailAction = workspaceAction('today.read', nothing, async (scope) => {
  await wantMorningMail(scope)
  return { message: 'You get it from the next working morning on.' }
})

export const stopMorningMailAction = workspaceAction('today.read', nothing, async (scope) => {
  await stopMorningMail(scope)
  return { message: 'Stopped. No more of these mails come.' }
})

export const stopMorningMailByLinkAction = publicAction(
  'stop-morning-mail',
  z.object({ token: z.string().max(TOKEN_CHARACTERS) }),
  async (visit, input) => {
    await stopMorningMailByLink(visit, input)
    return { message: 'Stopped. No more of these mails come.' }
  },
)
