import { z } from 'zod'
import { ROLES } from '#lib/domain/roles.ts'
import { choice, id, optionalId } from '../form-fields.ts'
import { mailAddress } from './account-schema.ts'

const MOST_SITES = 500

const siteIds = z
  .union([z.string().transform((one) => [one]), z.array(z.string())], {
    error: 'Please choose from the list.',
  })
  .optional()
  .default([])
  .pipe(z.array(z.uuid('Please choose from the list.')).max(MOST_SITES))

export const inviteSchema = z.object({ email: mailAddress, role: choice(ROLES, 'a role'), siteIds })
export const revokeInvitationSchema = z.object({ invitationId: id('an invitation') })
export const acceptInvitationSchema = z.object({ token: z.string().max(200) })
export const changeRoleSchema = z.object({ memberId: id('a member'), role: choice(ROLES, 'a role'), siteIds })
export const removeMemberSchema = z.object({ memberId: id('a member'), reassignToId: optionalId() })
export const leaveSchema = z.object({ reassignToId: optionalId() })
export const resetLinkSchema = z.object({ memberId: id('a member') })

export type InviteInput = z.output<typeof inviteSchema>
