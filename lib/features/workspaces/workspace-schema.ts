import { z } from 'zod'
import { line, text, tick } from '../form-fields.ts'

export const workspaceName = line('the name of the workspace', { max: 80 })

export const newWorkspaceSchema = z.object({ name: workspaceName })

export const workspaceSettingsSchema = z.object({
  name: workspaceName,
  postalAddress: text('the postal address', { max: 500, optional: true }).optional().default(''),
})

export const writersReviewSchema = z.object({ writersMayReview: tick() })
