import { z } from 'zod'
import { line } from '../form-fields.ts'

export const askForDeletionSchema = z.object({
  workspaceName: line('the name of the workspace', { max: 80 }),
  currentPassword: z.string().min(1, 'Please type your present password.').max(1_000),
})

export const takeDeletionBackSchema = z.object({})
