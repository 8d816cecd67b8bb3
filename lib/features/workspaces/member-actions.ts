'use server'

import { startSession } from '#lib/server/session.ts'
import { personAction } from '../person-action.ts'
import { workspaceAction } from '../workspace-action.ts'
import { acceptInvitation, invite, revokeInvitation } from './invitation-commands.ts'
import { mailInvitation } from './invitation-mail.ts'
import { changeRole, leaveWorkspace, removeMember } from './member-commands.ts'
import {
  acceptInvitationSchema,
  changeRoleSchema,
  inviteSchema,
  leaveSchema,
  removeMemberSchema,
  resetLinkSchema,
  revokeInvitationSchema,
} from './member-schema.ts'
import { makeResetLink } from './reset-commands.ts'

export const inviteAction = workspaceAction('members.manage', inviteSchema, async (scope, input) => {
  const { link } = await invite(scope, input)
  return { message: `${await mailInvitation(scope, input.email, link)} ${link}` }
})

export const revokeInvitationAction = workspaceAction(
  'members.manage',
  revokeInvitationSchema,
  async (scope, input) => {
    await revokeInvitation(scope, input.invitationId)
    return { message: 'The invitation is revoked. Its link no longer works.' }
  },
)

export const acceptInvitationAction = personAction(
  'accept-invitation',
  acceptInvitationSchema,
  async (visit, { token }) => {
    const { slug } = await acceptInvitation(visit, token)
    return { goTo: `/w/${slug}` }
  },
)

export const changeRoleAction = workspaceAction('members.manage', changeRoleSchema, async (scope, input) => {
  await changeRole(scope, input)
  return { message: 'Saved. It counts from their next click.' }
})

export const removeMemberAction = workspaceAction(
  'members.manage',
  removeMemberSchema,
  async (scope, input) => {
    await removeMember(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/settings/members` }
  },
)

export const makeResetLinkAction = workspaceAction(
  'members.manage',
  resetLinkSchema,
  async (scope, { memberId }) => {
    const { link } = await makeResetLink(scope, memberId)
    return {
      message: `Hand this link to them. It works once, within the hour, and is not shown again: ${link}`,
    }
  },
)

export const leaveAction = workspaceAction('sites.read', leaveSchema, async (scope, { reassignToId }) => {
  await startSession(await leaveWorkspace(scope, reassignToId))
  return { goTo: '/workspaces' }
})
